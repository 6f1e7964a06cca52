/** Freezing in three steps: the languages, the text, the act. [REL1] [REL4] */
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Loading } from '#client/ui/Loading.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { freezeStatement } from '#shared/api/releases.ts'
import { screenPath } from '#shared/paths.ts'
import type { CanonicalRelease, Release } from '#shared/releases.ts'
import type { Statement } from '#shared/statements.ts'
import { FreezeDialog } from './FreezeDialog.tsx'
import { FreezeStep } from './FreezeStep.tsx'
import styles from './FreezeSteps.module.css'
import { chosenRelease, firstChoices, sentChoices, withRole } from './freeze-choices.ts'
import { LanguageStep } from './LanguageStep.tsx'
import { Step } from './Step.tsx'
import { TextStep } from './TextStep.tsx'
import { useFreezePreview } from './use-freeze-preview.ts'

export function FreezeSteps({
  statement,
  newest,
  before,
}: {
  statement: Statement
  /** The newest release there is, and its text. */
  newest: Release | undefined
  before: CanonicalRelease | null
}) {
  const say = useWords()
  const [, go] = useLocation()
  const { preview, refused, looking, lookedAt, lookAgain } = useFreezePreview(statement)
  const [choices, setChoices] = useState(() => firstChoices(statement.languages, before))
  const [asking, setAsking] = useState(false)
  const freezing = useChange(freezeStatement)
  const chosen = useMemo(() => preview && chosenRelease(preview, choices), [preview, choices])

  async function freeze() {
    if (!preview || !chosen) return
    const { number, position } = preview
    try {
      await freezing.mutateAsync({
        params: { statement: statement.id },
        body: { ...sentChoices(choices), number, position, fingerprint: chosen.fingerprint },
      })
      go(screenPath('signatures', { statement: statement.id }))
    } catch {
      setAsking(false)
      lookAgain()
    }
  }

  if (refused && !preview) return <Problem refused={refused} onRetry={lookAgain} />
  if (!preview || !chosen) return <Loading label={say('releases.looking')} />
  return (
    <>
      <div className={styles.steps}>
        <div className={styles.text}>
          <Step number={1} title={say('releases.step.languages')}>
            <LanguageStep choices={choices} onChange={setChoices} />
          </Step>
          <TextStep
            statement={statement.id}
            chosen={chosen}
            lookedAt={lookedAt}
            looking={looking}
            onLeaveOut={(language) => setChoices(withRole(choices, language, 'left-out'))}
            onLookAgain={() => {
              freezing.reset()
              lookAgain()
            }}
          />
        </div>
        <div className={styles.act}>
          <FreezeStep
            number={preview.number}
            chosen={chosen}
            newest={newest}
            refused={freezing.error ?? refused}
            onFreeze={() => setAsking(true)}
          />
        </div>
      </div>
      {asking && (
        <FreezeDialog
          number={preview.number}
          newest={newest}
          busy={freezing.isPending}
          onFreeze={() => void freeze()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
