/**
 * The entries of the outline: pressed they lead there, dragged or with Alt and an arrow they move. They are
 * one stop of the Tab key, which is not to be pressed hundreds of times on the way to the text. [DRAFT5]
 */
import type { Editor } from '@tiptap/core'
import { equalityDeep } from 'lib0/function'
import { type KeyboardEvent, memo, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { useLeisure } from '#client/ui/use-leisure.ts'
import type { Language } from '#shared/language/languages.ts'
import { moveRangeBy, rangeAt } from '../clauses/move.ts'
import { makeMove } from '../clauses/move-keys.ts'
import { blockById } from '../clauses/place-of-block.ts'
import { type Line, useDrag } from '../clauses/use-drag.ts'
import { useNumbering } from '../clauses/use-numbering.ts'
import { goToBlock } from '../editor/go-to.ts'
import { useTextFact } from '../use-editor-state.ts'
import styles from './OutlineEntries.module.css'
import { entryOver, type OutlineEntry, outlineOf } from './outline-of.ts'

/** As many as a high screen shows; those below it are drawn when the text stands. */
const firstDrawn = 60

export function OutlineEntries({
  editor,
  doc,
  language,
  onGo,
}: {
  editor: Editor
  doc: Doc
  language: Language
  onGo: () => void
}) {
  const say = useWords()
  const numbering = useNumbering(doc)
  const leisure = useLeisure()
  const list = useRef<HTMLOListElement>(null)
  const focused = useRef<string | null>(null)
  const { entries, current, mayEdit } = useTextFact(editor, ({ state, isEditable }) => {
    const found = outlineOf(state.doc, language, numbering)
    const over = entryOver(found, state.selection.$from.index(0))
    return { entries: found, current: over, mayEdit: isEditable }
  })
  const drag = useDrag(editor, (place) => lineAt(list.current, entries, place, editor))

  // What is moved in the page loses the focus.
  useLayoutEffect(() => {
    if (focused.current) buttonOf(list.current, focused.current)?.focus()
    focused.current = null
  })

  function onKey(event: KeyboardEvent, id: string) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    const found = by && blockById(editor.state.doc, id)
    if (!event.altKey) return goAlong(event)
    if (!by || !found) return
    event.preventDefault()
    focused.current = id
    makeMove(editor, moveRangeBy(editor.state, rangeAt(editor.state.doc, found.at), by))
  }

  function go(id: string) {
    onGo()
    // A dialog gives the focus back to where it was before: the text takes it after that.
    requestAnimationFrame(() => {
      const found = blockById(editor.state.doc, id)
      if (found) goToBlock(editor, found.pos)
    })
  }

  const acts = useRef<Acts>({ go, onKey, drag })
  acts.current = { go, onKey, drag }

  if (entries.length === 0) return <p>{say('drafting.outline.empty')}</p>
  const [from, to] = drag.dragged ?? [0, 0]
  return (
    <>
      <ol ref={list} className={styles.entries}>
        {(leisure ? entries : entries.slice(0, firstDrawn)).map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            language={language}
            mayEdit={mayEdit}
            isDragged={entry.at >= from && entry.at < to}
            isCurrent={entry.id === current}
            isStop={entry.id === (current ?? entries[0]?.id)}
            acts={acts}
          />
        ))}
      </ol>
      {drag.line && (
        <div
          className={styles.line}
          style={{ top: drag.line.y - 1, left: drag.line.left, width: drag.line.width }}
        />
      )}
    </>
  )
}

type Acts = {
  go: (id: string) => void
  onKey: (event: KeyboardEvent, id: string) => void
  drag: ReturnType<typeof useDrag>
}

/** Drawn again only when it has changed itself: of hundreds, somebody types in one. */
const Entry = memo(function Entry({
  entry: { id, label, words, kind, level },
  language,
  mayEdit,
  isDragged,
  isCurrent,
  isStop,
  acts,
}: {
  entry: OutlineEntry
  language: Language
  mayEdit: boolean
  isDragged: boolean
  isCurrent: boolean
  /** Whether Tab comes to it. */
  isStop: boolean
  /** What was given last, whatever was given when this was drawn. */
  acts: RefObject<Acts>
}) {
  const say = useWords()
  return (
    <li data-kind={kind} data-level={level} data-dragged={isDragged} data-current={isCurrent}>
      <button
        type="button"
        data-entry={id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isCurrent ? 'location' : undefined}
        aria-keyshortcuts={mayEdit ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        title={mayEdit ? say('clauses.outline.hint') : undefined}
        onClick={() => acts.current.go(id)}
        onKeyDown={(event) => acts.current.onKey(event, id)}
      >
        <span className={styles.label}>{label}</span>
        <span lang={language}>{words}</span>
      </button>
      {mayEdit && !(kind === 'heading' && level === 1) && (
        <span
          className={styles.grip}
          aria-hidden="true"
          onPointerDown={(event) => acts.current.drag.press(event, id)}
          onPointerMove={(event) => acts.current.drag.move(event)}
          onPointerUp={(event) => acts.current.drag.release(event)}
          onPointerCancel={() => acts.current.drag.cancel()}
        />
      )}
    </li>
  )
}, equalityDeep)

/** From entry to entry. */
function goAlong(event: KeyboardEvent) {
  const { currentTarget, key, ctrlKey, metaKey, shiftKey } = event
  const buttons = [...(currentTarget.closest('ol')?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(currentTarget as HTMLButtonElement)
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[key]
  if (to === undefined || ctrlKey || metaKey || shiftKey) return
  event.preventDefault()
  buttons[to]?.focus()
}

const buttonOf = (list: HTMLElement | null, id: string) =>
  list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)

/** Above the entry that a place is that of; below the last for the end of the text. */
function lineAt(
  list: HTMLElement | null,
  entries: readonly OutlineEntry[],
  place: number,
  editor: Editor,
): Line | null {
  const behind = entries.find((entry) => entry.at === place)
  const last = entries.at(-1)
  const isEnd = place === editor.state.doc.childCount
  const shown = behind ?? (isEnd ? last : undefined)
  const row = shown && buttonOf(list, shown.id)?.getBoundingClientRect()
  if (!row) return null
  return { place, y: behind ? row.top : row.bottom, left: row.left, width: row.width }
}
