/** The last step of freezing: what the release would be, and the button that freezes it. */
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Fingerprint } from '#client/ui/Fingerprint.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'
import type { Release } from '#shared/releases.ts'
import type { Chosen } from './freeze-choices.ts'
import { Step } from './Step.tsx'

export function FreezeStep({
  number,
  chosen: { release, fingerprint, problems },
  newest,
  onFreeze,
}: {
  number: number
  chosen: Chosen
  newest: Release | undefined
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
      {same !== null && <Notice>{say('refusal.nothing-changed', { number: same })}</Notice>}
      {problems.length > 0 && (
        <Notice kind="wait">{say('releases.settle-first', { count: problems.length })}</Notice>
      )}
      {release.authentic.length === 0 && (
        <Notice kind="wait">{say('releases.none-authentic')}</Notice>
      )}
      <Button kind="main" disabled={!ready} onClick={onFreeze}>
        {say('releases.freeze-as', { number })}
      </Button>
    </Step>
  )
}
