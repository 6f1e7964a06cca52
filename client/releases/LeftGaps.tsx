/** What a template has left to be written, before it is frozen so: said, and nothing more, for brackets may be meant. */
import { Link } from 'wouter'
import { useWords } from '#client/i18n/words.ts'
import { Notice } from '#client/ui/Notice.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import { gapsIn } from '#shared/text/gaps.ts'
import styles from './FreezeProblems.module.css'
import { wayToBlock } from './way-to-block.ts'

/** Of a text that is hardly begun the first ones tell enough. */
const mostShown = 4

export function LeftGaps({ statement, release }: { statement: string; release: CanonicalRelease }) {
  const say = useWords()
  const texts = languagesOnScreen.flatMap((language) => {
    const text = release.texts.find((one) => one.language === language)
    const gaps = text ? gapsIn(text) : []
    return gaps.length > 0 ? [{ language, gaps }] : []
  })
  if (texts.length === 0) return null
  const count = texts.reduce((sum, { gaps }) => sum + gaps.length, 0)
  return (
    <Notice>
      <h3>{say('releases.gaps', { count })}</h3>
      <p>{say('releases.gaps.hint')}</p>
      {texts.map(({ language, gaps }) => (
        <section key={language}>
          <div className={styles.language}>
            <h4>{say(`language.${language}`)}</h4>
          </div>
          <ul className={styles.list}>
            {gaps.slice(0, mostShown).map(({ words, block }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a look at the text gives one list of gaps
              <li key={at}>
                <span lang={language}>{words}</span>{' '}
                <Link href={wayToBlock(statement, language, block)}>
                  {say('releases.to-the-text')}
                </Link>
              </li>
            ))}
            {gaps.length > mostShown && (
              <li>{say('releases.gaps.more', { count: gaps.length - mostShown })}</li>
            )}
          </ul>
        </section>
      ))}
    </Notice>
  )
}
