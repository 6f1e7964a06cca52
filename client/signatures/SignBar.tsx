/** The two answers, always within reach at the foot of the screen. */
import { useState } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Confirm } from '#client/ui/Confirm.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import styles from './SignBar.module.css'
import type { Signing } from './use-signing.ts'

export function SignBar({
  form,
  busy,
  refused,
  declining,
  organisation,
}: {
  /** The id of the form that is sent. */
  form: string
  busy: boolean
  /** Why nothing was signed. */
  refused: Refused | null
  /** Null where declining is no answer any more. */
  declining: Signing['declining'] | null
  organisation: string
}) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.bar} data-bar>
      {refused && refused.code !== 'text-changed' && (
        <Notice kind="error">{sayRefusal(refused)}</Notice>
      )}
      {declining && (
        <Button onClick={() => setAsking(true)} disabled={busy}>
          {say('signatures.decline')}
        </Button>
      )}
      <Button type="submit" form={form} kind="main" busy={busy}>
        {say('signatures.sign')}
      </Button>
      {asking && declining && (
        <Confirm
          title={say('signatures.decline.question')}
          act={say('signatures.decline')}
          busy={declining.isPending}
          refused={declining.error}
          onConfirm={() => declining.mutate()}
          onClose={() => {
            declining.reset()
            setAsking(false)
          }}
        >
          {say('signatures.decline.text', { organisation })}
        </Confirm>
      )}
    </div>
  )
}
