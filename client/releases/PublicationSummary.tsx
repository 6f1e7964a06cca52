/** Says what of the signatures becomes public with a release. */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { collation } from '#shared/language/alphabets.ts'
import { countryName } from '#shared/language/countries.ts'
import { withheldThreshold } from '#shared/signatures.ts'
import styles from './PublicationSummary.module.css'
import type { Publication } from './publication.ts'

export function PublicationSummary({ publication }: { publication: Publication }) {
  const say = useWords()
  const language = useLanguage()
  const { named, withheld, confidential, waiting } = publication
  const byName = collation(language)
  const countries = named
    .map(({ country, count }) => ({ name: countryName(country, language), count }))
    .sort((a, b) => byName(a.name, b.name))
  const rows = [
    ...countries.map(({ name, count }) => ({ name, count, hint: say('releases.publish.named') })),
    {
      name: say('releases.publish.withheld'),
      count: withheld,
      hint: say(
        withheld < withheldThreshold ? 'releases.publish.some' : 'releases.publish.counted',
        { threshold: withheldThreshold },
      ),
    },
    {
      name: say('releases.publish.confidential'),
      count: confidential,
      hint: say('releases.publish.nowhere'),
    },
    {
      name: say('releases.publish.waiting'),
      count: waiting,
      hint: say('releases.publish.not-before-check'),
    },
  ]
  return (
    <ul className={styles.rows}>
      {rows
        .filter(({ count }) => count > 0)
        .map(({ name, count, hint }) => (
          <li key={name}>
            <b>{count}</b>
            <span>
              {name}
              <small>{hint}</small>
            </span>
          </li>
        ))}
    </ul>
  )
}
