/** The list under the caret: arrows choose, Enter takes, Escape waves it away, typing on passes it by. */
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import type { Language } from '#shared/language/languages.ts'
import { clausesFor } from '../references/clauses-to-refer-to.ts'
import { insertReference } from '../references/reference.ts'
import { useEditorFact } from '../use-editor-state.ts'
import styles from './OpeningList.module.css'
import { dismiss, type Query, queryIn } from './offered-openings.ts'
import { insertOpening } from './opening-emphasis.ts'
import { openingsFor } from './openings.ts'
import { useNumbering } from './use-numbering.ts'

type Item = { key: string; label?: string; words: string; take: () => void }

export function OpeningList({
  editor,
  doc,
  language,
}: {
  editor: Editor
  doc: Doc
  language: Language
}) {
  const query = useEditorFact(editor, ({ state, isFocused, isEditable }) =>
    isFocused && isEditable ? queryIn(state) : null,
  )
  const items = useItems(editor, doc, language, query)
  if (!query || (items.length === 0 && !(query.asked && query.typed === ''))) return null
  const key = `${query.source} ${query.typed}`
  return <List key={key} editor={editor} query={query} items={items} language={language} />
}

function useItems(editor: Editor, doc: Doc, language: Language, query: Query | null): Item[] {
  const numbering = useNumbering(doc)
  if (!query) return []
  if (query.source !== 'reference') {
    return openingsFor(language, query.source, query.typed).map((words) => ({
      key: words,
      words,
      take: () => editor.view.dispatch(insertOpening(editor.state, query, words)),
    }))
  }
  const { doc: shown } = editor.state
  // What is typed to find a clause stands in this one, which nobody means.
  const here = shown.resolve(Math.min(query.from, shown.content.size)).node(1)?.attrs.id
  const clauses = clausesFor(shown, language, numbering, query.typed)
  return clauses
    .filter(({ id }) => id !== here)
    .map((clause) => ({
      key: clause.id,
      label: clause.label,
      words: clause.words,
      take: () => editor.view.dispatch(insertReference(editor.state, query, clause.id)),
    }))
}

function List({
  editor,
  query,
  items,
  language,
}: {
  editor: Editor
  query: Query
  items: readonly Item[]
  language: Language
}) {
  const say = useWords()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(query.asked ? 0 : -1)
  const name =
    query.source === 'reference' ? say('clauses.reference.list') : say('clauses.opening.list')

  useLayoutEffect(() => place(box.current, editor, query.from))

  useEffect(() => {
    const { storage } = editor
    const acts: { [key: string]: () => void } = {
      Escape: () => dismiss(editor),
      ArrowDown: () => setActive((active + 1) % Math.max(items.length, 1)),
      ArrowUp: () => setActive(active > 0 ? active - 1 : items.length - 1),
    }
    const chosen = items[active]
    if (chosen) acts.Enter = acts.Tab = chosen.take
    storage.openings.onKey = (event) => {
      const act = acts[event.key]
      if (!act || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      act()
      return true
    }
    return () => {
      storage.openings.onKey = null
    }
  }, [editor, items, active])

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    if (active >= 0) dom.setAttribute('aria-activedescendant', `${id}-${active}`)
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, active])

  return (
    <div ref={box} className={styles.list} data-asked={query.asked}>
      <div role="listbox" id={id} aria-label={name} tabIndex={0}>
        {items.map((item, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which has the focus
          <div
            key={item.key}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            lang={language}
            // The caret stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={item.take}
          >
            {item.label && <span className={styles.label}>{item.label}</span>}
            <span className={styles.words}>{item.words || '…'}</span>
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={styles.empty}>{say('clauses.reference.none')}</p>}
      <p className="visually-hidden" role="status">
        {say('clauses.openings', { count: items.length })}
      </p>
    </div>
  )
}

/** Under the line with the caret; above it where there is no room below; always within the paper. */
function place(box: HTMLElement | null, editor: Editor, pos: number) {
  const paper = box?.offsetParent
  if (!box || !paper) return
  const caret = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
  const around = paper.getBoundingClientRect()
  // With a touch keyboard open there may be no room for all of it on either side.
  const seen = window.visualViewport
  const roomAbove = caret.top - (seen?.offsetTop ?? 0) - 12
  const roomBelow = (seen ? seen.offsetTop + seen.height : window.innerHeight) - caret.bottom - 64
  box.style.removeProperty('--room')
  const below = box.offsetHeight < roomBelow || roomBelow > roomAbove
  box.style.setProperty('--room', `${below ? roomBelow : roomAbove}px`)
  const top = below ? caret.bottom + 6 : caret.top - box.offsetHeight - 6
  const left = Math.min(caret.left - around.left, around.width - box.offsetWidth - 8)
  box.style.top = `${top - around.top}px`
  box.style.left = `${Math.max(left, 8)}px`
}
