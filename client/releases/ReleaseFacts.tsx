/** What there is to know of a release besides its text. */
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { Facts } from '#client/ui/Facts.tsx'
import { Fingerprint } from '#client/ui/Fingerprint.tsx'
import { momentInWords } from '#shared/language/dates.ts'
import { languagesOnScreen } from '#shared/language/languages.ts'
import type { Release } from '#shared/releases.ts'

export function ReleaseFacts({
  release,
  stacked = false,
}: {
  release: Release
  stacked?: boolean
}) {
  const say = useWords()
  const when = useWhen()
  const languages = languagesOnScreen.filter((one) => release.languages.includes(one))
  const { frozenAt, frozenBy, publishedAt, publishedBy } = release
  return (
    <Facts
      stacked={stacked}
      facts={[
        {
          name: say('releases.fact.frozen'),
          value: say('releases.moment-by', { moment: when(frozenAt), person: frozenBy }),
        },
        publishedAt !== null && {
          name: say('releases.fact.published'),
          value: say('releases.moment-by', {
            moment: when(publishedAt),
            person: publishedBy ?? '',
          }),
        },
        {
          name: say('releases.fact.languages'),
          value: languages.map((one) => say(`language.${one}`)).join(', '),
        },
        { name: say('ui.fingerprint'), value: <Fingerprint value={release.fingerprint} /> },
      ]}
    />
  )
}

function useWhen() {
  const language = useLanguage()
  return (moment: string) => momentInWords(new Date(moment), language, readersZone())
}
