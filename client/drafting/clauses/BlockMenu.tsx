/** What can be done with one clause or paragraph as a whole: move it, number it, refer to it. [DRAFT5] */
import type { Editor } from '@tiptap/core'
import { ArrowDown, ArrowUp, Hash, Link2, ListRestart, Sparkles } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { MenuAt } from '#client/ui/Menu.tsx'
import type { MenuEntry } from '#client/ui/MenuList.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { chooseNumbering, type NumberingStyle, numberingStyles } from '#shared/text/form.ts'
import { actBeside, asOneStep } from '../editor/together.ts'
import { linkTo } from '../references/reference.ts'
import { keysOf } from '../shortcuts.ts'
import { useEditorFact } from '../use-editor-state.ts'
import styles from './BlockMenu.module.css'
import { moveRangeBy, rangeAt } from './move.ts'
import { makeMove } from './move-keys.ts'
import { blockById } from './place-of-block.ts'
import { tidyPunctuation, untidyEnds } from './punctuation.ts'
import { StartDialog } from './StartDialog.tsx'
import { isNumbered, startAt } from './start.ts'
import { useNumbering } from './use-numbering.ts'

export function BlockMenu({
  editor,
  doc,
  id,
  anchor,
  open,
  isFromText,
  onClose,
}: {
  editor: Editor
  doc: Doc
  /** The block that is meant. */
  id: string | null
  anchor: RefObject<HTMLElement | null>
  open: boolean
  /** Whether somebody was typing when it was opened: then the text has the focus again when it is gone. */
  isFromText: RefObject<boolean>
  onClose: () => void
}) {
  const say = useWords()
  const [numbered, setNumbered] = useState<string | null>(null)
  const next = useRef<'number' | 'text' | null>(null)
  const block = useEditorFact(editor, ({ state }) => {
    const found = open ? blockById(state.doc, id) : null
    return found && { kind: found.node.attrs.kind, start: found.node.attrs.start }
  })
  const entries = useEntries(editor, doc, id, block, (act) => {
    next.current = act
  })
  return (
    <>
      <MenuAt
        label={say('clauses.menu')}
        anchor={anchor}
        open={open && block !== null}
        onClose={onClose}
        onClosed={() => {
          const act = next.current
          next.current = null
          if (!act && !isFromText.current) return false
          if (!editor.view.hasFocus()) editor.view.focus()
          if (act === 'number') setNumbered(id)
          return true
        }}
        entries={entries}
      />
      {numbered && <StartDialog editor={editor} id={numbered} onClose={() => setNumbered(null)} />}
    </>
  )
}

function useEntries(
  editor: Editor,
  doc: Doc,
  id: string | null,
  block: { kind: string; start: number | null } | null,
  /** What comes when the menu is gone: the question for a number, or the text again. */
  afterwards: (act: 'number' | 'text') => void,
): MenuEntry[] {
  const say = useWords()
  const tell = useTell()
  const numbering = useNumbering(doc)

  const move = (by: 1 | -1) => {
    const found = blockById(editor.state.doc, id)
    if (!found) return
    makeMove(editor, moveRangeBy(editor.state, rangeAt(editor.state.doc, found.at), by))
    afterwards('text')
  }

  const goOn = () => {
    const found = blockById(editor.state.doc, id)
    const tr = found && startAt(editor.state, found.pos, null)
    if (tr) asOneStep(editor, () => editor.view.dispatch(tr))
    afterwards('text')
  }

  const chooseStyle = (style: NumberingStyle) => {
    asOneStep(editor, () => actBeside(editor, () => chooseNumbering(doc, style)))
    afterwards('text')
  }

  const tidy = () => {
    const count = untidyEnds(editor.state.doc)
    const tr = tidyPunctuation(editor.state)
    if (tr) asOneStep(editor, () => editor.view.dispatch(tr))
    afterwards('text')
    tell(count > 0 ? say('clauses.tidy.done', { count }) : say('clauses.tidy.nothing'))
  }

  const copy = () =>
    void Promise.resolve(navigator.clipboard?.writeText(linkTo(id ?? '')) ?? Promise.reject()).then(
      () => tell(say('clauses.link.copied')),
      () => tell(linkTo(id ?? '')),
    )

  const withKeys = (label: string, keys: string) => (
    <span className={styles.entry}>
      {label} <kbd>{keysOf(keys)}</kbd>
    </span>
  )

  const numberOfOwn: MenuEntry[] = [
    {
      label: say('clauses.number.start'),
      icon: <ListRestart />,
      onChoose: () => afterwards('number'),
    },
    ...(block?.start === null || block?.start === undefined
      ? []
      : [{ label: say('clauses.number.go-on'), icon: <Hash />, onChoose: goOn }]),
  ]
  return [
    { label: withKeys(say('clauses.up'), 'Alt ↑'), icon: <ArrowUp />, onChoose: () => move(-1) },
    { label: withKeys(say('clauses.down'), 'Alt ↓'), icon: <ArrowDown />, onChoose: () => move(1) },
    ...(isNumbered(block?.kind) ? (['line', ...numberOfOwn] as const) : []),
    'line',
    ...numberingStyles.map((style) => ({
      label: say(`clauses.numbering.${style}`),
      icon: <span className={styles.blank} />,
      checked: style === numbering,
      onChoose: () => chooseStyle(style),
    })),
    'line',
    { label: say('clauses.link.copy'), icon: <Link2 />, onChoose: copy },
    { label: say('clauses.tidy'), icon: <Sparkles />, onChoose: tidy },
  ]
}
