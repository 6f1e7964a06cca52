/** After signing: where the signature stands, what happens next, and what can still be changed. [SIGN4] [SIGN5] */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { momentInWords } from '#shared/language/dates.ts'
import { zoneOf } from './asking.ts'
import { SignedFacts } from './SignedFacts.tsx'
import styles from './SignedNow.module.css'
import type { Look, Signing } from './use-signing.ts'

export function SignedNow({
  look,
  signed,
  signing,
}: {
  look: Look
  signed: Look['signed'][number]
  signing: Signing
}) {
  const say = useWords()
  const language = useLanguage()
  const step = signed.admitted ? (signed.permalink ? 'published' : 'admitted') : 'signed'
  const until = momentInWords(new Date(look.expiresAt), language, zoneOf(look.organisation))
  return (
    <section className={styles.signed} aria-labelledby="signed">
      <h2 id="signed">{say(`signatures.after.${step}`)}</h2>
      <ol className={styles.steps}>
        <li data-done>{say('signatures.after.step.signed')}</li>
        <li data-done={signed.admitted || undefined}>{say('signatures.after.step.checked')}</li>
        <li data-done={signed.permalink ? true : undefined}>
          {signed.permalink ? (
            <>
              {say('signatures.after.step.out')} <a href={signed.permalink}>{signed.permalink}</a>
            </>
          ) : (
            say('signatures.after.step.published')
          )}
        </li>
      </ol>
      <SignedFacts signed={signed} signing={signing} />
      <p className={styles.keep}>{say('signatures.after.keep-link', { moment: until })}</p>
    </section>
  )
}
