/** How many suggestions wait, whose the one at the caret is, and the ways to settle them. [REV2] */
import type { Editor } from '@tiptap/core'
import { Check, ChevronDown, ChevronUp, Ellipsis, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { footnotesOf } from '#shared/text/draft.ts'
import { settleNotes, suggestionsInNotes } from './editor/settle-notes.ts'
import {
  type Suggestion,
  settle,
  suggestionAt,
  suggestionsIn,
  type Verdict,
} from './editor/suggestions.ts'
import { actBeside, asOneStep, endUndoPiece } from './editor/together.ts'
import { footnoteOrder } from './editor/what-is-numbered.ts'
import styles from './SuggestionBar.module.css'
import { useEditorFact, useTextFact } from './use-editor-state.ts'
import { Whose } from './Whose.tsx'

export function SuggestionBar({
  editor,
  doc,
  mayEdit,
}: {
  editor: Editor
  doc: Doc
  mayEdit: boolean
}) {
  const say = useWords()
  const tell = useTell()
  useNotes(doc)
  const count = useTextFact(editor, ({ state }) => {
    const notes = suggestionsInNotes(doc, footnoteOrder(state.doc))
    return new Set([...suggestionsIn(state.doc).map(({ id }) => id), ...notes]).size
  })
  const current = useEditorFact(editor, ({ state }) => (count > 0 ? suggestionAt(state) : null))
  if (count === 0) return null

  function go(way: 1 | -1) {
    const next = neighbour(editor, way)
    if (next) select(editor, next)
  }

  /** What is settled is taken back by itself, and not with what was typed just before. */
  const apart = () => endUndoPiece(editor)

  function settleOne(verdict: Verdict) {
    if (!current) return
    apart()
    editor.view.dispatch(settle(editor.state, verdict, new Set([current.id])))
    const next = neighbour(editor, 1)
    if (next) select(editor, next)
    else editor.view.focus()
  }

  function settleAll(verdict: Verdict) {
    const notes = footnoteOrder(editor.state.doc)
    asOneStep(editor, () => {
      editor.view.dispatch(settle(editor.state, verdict, null))
      actBeside(editor, () => settleNotes(doc, notes, verdict))
    })
    editor.view.focus()
    tell(say(`files.suggestions.${verdict}ed`, { count }))
  }

  return (
    <section className={styles.bar} aria-label={say('files.suggestions')}>
      <p className={styles.count} role="status">
        {say('files.suggestions.count', { count })}
      </p>
      <span className={styles.ways}>
        <Button
          small
          kind="quiet"
          aria-label={say('files.suggestions.previous')}
          icon={<ChevronUp />}
          onClick={() => go(-1)}
        />
        <Button
          small
          kind="quiet"
          aria-label={say('files.suggestions.next')}
          icon={<ChevronDown />}
          onClick={() => go(1)}
        />
      </span>
      {current && (
        <p className={styles.whose}>
          <Whose suggestion={current} doc={doc} />
        </p>
      )}
      {mayEdit && (
        <span className={styles.verdicts}>
          {current && (
            <>
              <Button small icon={<Check />} onClick={() => settleOne('accept')}>
                {say('files.suggestions.accept')}
              </Button>
              <Button small icon={<X />} onClick={() => settleOne('reject')}>
                {say('files.suggestions.reject')}
              </Button>
            </>
          )}
          <Menu
            label={say('files.suggestions.more')}
            trigger={<Ellipsis />}
            entries={[
              {
                label: say('files.suggestions.accept-all'),
                icon: <Check />,
                onChoose: () => settleAll('accept'),
              },
              {
                label: say('files.suggestions.reject-all'),
                icon: <X />,
                onChoose: () => settleAll('reject'),
              },
            ]}
          />
        </span>
      )}
    </section>
  )
}

/** Draws again when a note has changed, which is no change of the text itself. */
function useNotes(doc: Doc) {
  const [, look] = useState(0)
  useEffect(() => {
    const notes = footnotesOf(doc)
    const onChange = () => look((times) => times + 1)
    notes.observeDeep(onChange)
    return () => notes.unobserveDeep(onChange)
  }, [doc])
}

/** The suggestion after the caret or before it; past the last it is the first again. */
function neighbour({ state }: Editor, way: 1 | -1): Suggestion | undefined {
  const all = suggestionsIn(state.doc)
  const { from, to } = state.selection
  return way === 1
    ? (all.find((one) => one.from >= to && one.to > from && one.from > from) ?? all[0])
    : (all.findLast((one) => one.to <= from || one.from < from) ?? all.at(-1))
}

const select = (editor: Editor, { from, to }: Suggestion) =>
  editor.chain().setTextSelection({ from, to }).scrollIntoView().focus().run()
