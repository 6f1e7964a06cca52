/** Earlier texts that carry a signature of this organisation: each stays as it was signed, and can be taken back. */
import { useWords } from '#client/i18n/words.ts'
import { Chip } from '#client/ui/Chip.tsx'
import styles from './SignedEarlier.module.css'
import { SignedFacts } from './SignedFacts.tsx'
import type { Look, Signing } from './use-signing.ts'

export function SignedEarlier({ signed, signing }: { signed: Look['signed']; signing: Signing }) {
  const say = useWords()
  return (
    <section className={styles.earlier} aria-labelledby="earlier">
      <h2 id="earlier">{say('signatures.earlier')}</h2>
      {signed.map((one) => (
        <article key={one.release}>
          <header>
            <h3>{say('signatures.text-number', { number: one.number })}</h3>
            <Chip kind={one.admitted ? 'ok' : 'wait'}>
              {say(one.admitted ? 'signatures.state.admitted' : 'signatures.state.signed')}
            </Chip>
          </header>
          {one.permalink && <a href={one.permalink}>{one.permalink}</a>}
          <SignedFacts signed={one} signing={signing} />
        </article>
      ))}
    </section>
  )
}
