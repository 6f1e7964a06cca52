/** Locking the draft, so that nobody writes in it, and unlocking it. [SAFE7] */
import { Lock, LockOpen } from 'lucide-react'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { lockDraft } from '#shared/api/statements.ts'
import type { Statement } from '#shared/statements.ts'
import styles from './LockDraft.module.css'

export function LockDraft({ statement: { id, locked } }: { statement: Statement }) {
  const say = useWords()
  const changing = useChange(lockDraft)
  const turn = () => changing.mutate({ params: { statement: id }, body: { locked: !locked } })
  return (
    <section className={styles.lock} aria-labelledby="lock">
      <h2 id="lock">{say('statements.lock.title')}</h2>
      <p>{say(locked ? 'statements.lock.locked' : 'statements.lock.open')}</p>
      {changing.error && <Problem refused={changing.error} />}
      <div>
        <Button
          icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          busy={changing.isPending}
          onClick={turn}
        >
          {say(locked ? 'statements.lock.unlock' : 'statements.lock.lock')}
        </Button>
      </div>
    </section>
  )
}
