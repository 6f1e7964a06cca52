/** How long the text is: what is selected, each language, with and without spaces, and how long it takes to read. */
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { type Language, languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import { bodyOf, readNodes } from '#shared/text/draft.ts'
import type { EditingPlace } from '../insertions.ts'
import styles from './CountDialog.module.css'
import { type Counts, count, wordsOf } from './count.ts'

export function CountDialog({
  place,
  languages,
  open,
  onClose,
}: {
  place: EditingPlace
  languages: readonly Language[]
  open: boolean
  onClose: () => void
}) {
  const say = useWords()
  return (
    <Dialog open={open} onClose={onClose} title={say('typing.counts')} wide>
      {open && <Table place={place} languages={languages} />}
    </Dialog>
  )
}

function Table({ place, languages }: { place: EditingPlace; languages: readonly Language[] }) {
  const say = useWords()
  const { doc, selection } = place.editor.state
  return (
    // A narrow screen scrolls it: the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said above
    <div className={styles.frame} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('typing.counts.words')}</th>
            <th scope="col">{say('typing.counts.letters-and-spaces')}</th>
            <th scope="col">{say('typing.counts.letters')}</th>
            <th scope="col">{say('typing.counts.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {!selection.empty && (
            <Row
              name={say('typing.counts.selected')}
              counts={count(wordsOf(doc, selection.from, selection.to))}
            />
          )}
          {languagesOnScreen
            .filter((one) => languages.includes(one))
            .map((language) => (
              <Row
                key={language}
                lang={language}
                name={languageOwnNames[language]}
                counts={count(wordsOf(readNodes(bodyOf(place.doc, language))))}
              />
            ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ name, counts, lang }: { name: string; counts: Counts; lang?: string }) {
  const reader = useLanguage()
  const { words, lettersAndSpaces, letters, minutes } = counts
  return (
    <tr>
      <th scope="row" lang={lang}>
        {name}
      </th>
      {[words, lettersAndSpaces, letters, minutes].map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always these four
        <td key={at}>{inFigures(value, reader)}</td>
      ))}
    </tr>
  )
}

/** Chromium knows no Tajik figures; Kyrgyz and Tajik part thousands as Russian does. */
const inFigures = (value: number, reader: Language) =>
  value.toLocaleString(reader === 'en' ? 'en' : 'ru')
