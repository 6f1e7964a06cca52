/** Where what is sought stands in each language of the statement, and the way there. */
import { useEffect, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { type Language, languageOwnNames } from '#shared/language/languages.ts'
import type { Sought } from './found.ts'
import { type LanguageHits as Hits, hitsInLanguages } from './in-languages.ts'
import styles from './LanguageHits.module.css'

export function LanguageHits({
  doc,
  languages,
  sought,
  onGo,
}: {
  doc: Doc
  languages: readonly Language[]
  sought: Sought
  onGo: (language: Language, block: string | null) => void
}) {
  const say = useWords()
  const found = useHits(doc, languages, sought)
  return (
    <section className={styles.found} aria-label={say('typing.everywhere')}>
      {found.map(({ language, count, hits }) => (
        <div key={language}>
          <h3>
            <span lang={language}>{languageOwnNames[language]}</span> ·{' '}
            {say('typing.found.count', { count })}
          </h3>
          <ul>
            {hits.map(({ id, before, words, after }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is made anew as a whole
              <li key={at}>
                <button type="button" lang={language} onClick={() => onGo(language, id)}>
                  {before}
                  <mark>{words}</mark>
                  {after}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Looked up once the words stay for a moment: every language is read for it. */
function useHits(doc: Doc, languages: readonly Language[], sought: Sought): Hits[] {
  const [hits, setHits] = useState<Hits[]>([])
  useEffect(() => {
    let waiting = 0
    const read = () => setHits(hitsInLanguages(doc, languages, sought))
    const soon = () => {
      clearTimeout(waiting)
      waiting = window.setTimeout(read, 250)
    }
    soon()
    doc.on('update', soon)
    return () => {
      clearTimeout(waiting)
      doc.off('update', soon)
    }
  }, [doc, languages, sought])
  return hits
}
