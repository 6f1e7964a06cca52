/** How long the text is, in one quiet line below it; of what is selected, when something is. */
import { useMemo } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { EditingPlace } from '../insertions.ts'
import { useEditorFact, useTextFact } from '../use-editor-state.ts'
import styles from './CountLine.module.css'
import { count, countDocument, wordsOf } from './count.ts'

export function CountLine({ place: { editor, open } }: { place: EditingPlace }) {
  const say = useWords()
  const doc = useTextFact(editor, ({ state }) => state.doc)
  const { from, to } = useEditorFact(editor, ({ state: { selection } }) => ({
    from: selection.from,
    to: selection.to,
  }))
  const all = useMemo(() => countDocument(doc), [doc])
  const isPart = from < to && to <= doc.content.size
  const part = isPart ? count(wordsOf(doc, from, to)) : null
  return (
    <button type="button" className={styles.line} onClick={() => open('counts')}>
      {part?.words
        ? say('typing.count.selected', { words: part.words, all: all.words })
        : say('typing.count', { words: all.words, minutes: all.minutes })}
    </button>
  )
}
