/** How long the text is, in one quiet line below it; of what is selected, when something is. */
import type { Node } from '@tiptap/pm/model'
import { useWords } from '#client/i18n/words.ts'
import type { EditingPlace } from '../insertions.ts'
import { useEditorFact, useTextFact } from '../use-editor-state.ts'
import styles from './CountLine.module.css'
import { count, countDocument, wordsOf } from './count.ts'

export function CountLine({ place: { editor, open } }: { place: EditingPlace }) {
  const say = useWords()
  const all = useTextFact(editor, ({ state }) => countDocument(state.doc))
  // Where a caret stands is nobody's concern here: it moves with each letter.
  const part = useEditorFact(editor, ({ state: { selection } }) =>
    selection.empty ? null : { from: selection.from, to: selection.to },
  )
  const { doc } = editor.state
  const selected = part && part.to <= doc.content.size ? wordsIn(doc, part.from, part.to) : 0
  return (
    <button type="button" className={styles.line} onClick={() => open('counts')}>
      {selected > 0
        ? say('typing.count.selected', { words: selected, all: all.words })
        : say('typing.count', { words: all.words, minutes: all.minutes })}
    </button>
  )
}

const wordsIn = (doc: Node, from: number, to: number) => count(wordsOf(doc, from, to)).words
