/** The last step of freezing: what the release would be, and the button that freezes it. */
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Fingerprint } from '#client/ui/Fingerprint.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'
import type { Release } from '#shared/releases.ts'
import styles from './FreezeStep.module.css'
import type { Chosen } from './freeze-choices.ts'
import { Step } from './Step.tsx'

export function FreezeStep({
  number,
  chosen: { release, fingerprint, problems },
  newest,
  refused,
  onFreeze,
}: {
  number: number
  chosen: Chosen
  newest: Release | undefined
  /** Why it could not be frozen, or the text not be looked at again. */
  refused: Refused | null
  onFreeze: () => void
}) {
  const say = useWords()
  const same = newest?.fingerprint === fingerprint ? newest.number : null
  const held = release.texts.map(({ language }) => language)
  const languages = languagesOnScreen.filter((one) => held.includes(one))
  const ready = problems.length === 0 && release.authentic.length > 0 && same === null
  return (
    <Step number={3} title={say('releases.step.freeze')}>
      <Facts
        stacked
        facts={[
          { name: say('releases.fact.number'), value: number },
          {
            name: say('releases.fact.languages'),
            value: languages.map((one) => say(`language.${one}`)).join(', '),
          },
          {
            name: say('ui.fingerprint'),
            value: <Fingerprint key={fingerprint} value={fingerprint} />,
          },
        ]}
      />
      {refused && <Problem refused={refused} />}
      {same !== null && <Notice>{say('refusal.nothing-changed', { number: same })}</Notice>}
      {problems.length > 0 && (
        <Notice kind="wait">{say('releases.settle-first', { count: problems.length })}</Notice>
      )}
      {release.authentic.length === 0 && (
        <Notice kind="wait">{say('releases.none-authentic')}</Notice>
      )}
      <div className={styles.freeze}>
        <Button kind="main" disabled={!ready} onClick={onFreeze}>
          {say('releases.freeze-as', { number })}
        </Button>
      </div>
    </Step>
  )
}
