/** Who asks whom to sign what, and until when the link works. */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Phrase, standingOut } from '#client/ui/Phrase.tsx'
import { momentInWords } from '#shared/language/dates.ts'
import { inLanguage } from '#shared/language/languages.ts'
import { organisationName } from '#shared/organisations.ts'
import { initials } from '#shared/people.ts'
import type { StatementKind } from '#shared/statements.ts'
import { zoneOf } from './asking.ts'
import type { Look } from './use-signing.ts'
import styles from './WhoAsks.module.css'

export function WhoAsks({ look }: { look: Look }) {
  const say = useWords()
  const language = useLanguage()
  const { coalition, organisation, release, expiresAt } = look
  const asker = inLanguage(coalition, language)
  return (
    <div className={styles.ask}>
      <span className={styles.mark} aria-hidden="true">
        {initials(asker.replace(/[«»“”"„]/g, ''))}
      </span>
      <p>
        <Phrase>
          {say('signatures.asks', {
            coalition: standingOut(asker),
            organisation: standingOut(organisationName(organisation, language)),
            what: what(say, release?.text.kind),
          })}
        </Phrase>{' '}
        <Phrase>
          {say('signatures.link-works', {
            moment: standingOut(momentInWords(new Date(expiresAt), language, zoneOf(organisation))),
            count: daysUntil(expiresAt),
          })}
        </Phrase>
      </p>
    </div>
  )
}

const what = (say: ReturnType<typeof useWords>, kind: StatementKind | undefined) =>
  say(kind ? `signatures.what.${kind}` : 'signatures.what.text')

const day = 24 * 60 * 60_000

const daysUntil = (moment: string) =>
  Math.max(0, Math.floor((new Date(moment).getTime() - Date.now()) / day))
