/** The second step of freezing: the text exactly as it would be frozen, and what stands in its way. */
import { useWords } from '#client/i18n/words.ts'
import { Ago } from '#client/ui/Ago.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { Language } from '#shared/language/languages.ts'
import { FreezeProblems } from './FreezeProblems.tsx'
import type { Chosen } from './freeze-choices.ts'
import { LeftGaps } from './LeftGaps.tsx'
import { ReleaseText } from './ReleaseText.tsx'
import { Step } from './Step.tsx'
import styles from './TextStep.module.css'

export function TextStep({
  statement,
  chosen: { release, problems },
  lookedAt,
  looking,
  onLookAgain,
  onLeaveOut,
}: {
  statement: string
  chosen: Chosen
  lookedAt: string
  looking: boolean
  onLookAgain: () => void
  onLeaveOut: (language: Language) => void
}) {
  const say = useWords()
  const troubles = (language: Language) =>
    problems.filter((problem) => problem.language === language).length
  return (
    <Step
      number={2}
      title={say('releases.step.text')}
      actions={
        <div className={styles.look}>
          <span>
            {say('releases.looked-at')} <Ago moment={lookedAt} />
          </span>
          <Button small busy={looking} onClick={onLookAgain}>
            {say('releases.look-again')}
          </Button>
        </div>
      }
    >
      <FreezeProblems
        statement={statement}
        release={release}
        problems={problems}
        onLeaveOut={onLeaveOut}
      />
      <LeftGaps statement={statement} release={release} />
      <ReleaseText
        folded
        release={release}
        mark={(language) => {
          const count = troubles(language)
          return (
            count > 0 && (
              <span className={styles.troubles}>
                <span aria-hidden="true">⚠ {count}</span>
                <span className="visually-hidden">{say('releases.problems', { count })}</span>
              </span>
            )
          )
        }}
      />
    </Step>
  )
}
