/** The handle in the margin: dragged it moves the block, pressed it opens the block's menu. [DRAFT5] */
import type { Editor } from '@tiptap/core'
import { GripVertical } from 'lucide-react'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { useEditorFact } from '../use-editor-state.ts'
import styles from './BlockHandle.module.css'
import { BlockMenu } from './BlockMenu.tsx'
import type { Range } from './move.ts'
import { blockById } from './place-of-block.ts'
import { type Line, useDrag } from './use-drag.ts'

export function BlockHandle({
  editor,
  doc,
  paper,
  asked,
  onAnswered,
}: {
  editor: Editor
  doc: Doc
  /** Whether the menu of the block with the caret is asked for from elsewhere. */
  asked: boolean
  onAnswered: () => void
  /** What the handle is placed in. */
  paper: RefObject<HTMLElement | null>
}) {
  const say = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const press = useRef<{ id: string; wasDrag: boolean } | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const isFromText = useRef(false)
  const hovered = useHovered(editor, paper)
  const current = useEditorFact(editor, ({ state }) => currentId(state.doc, state.selection.from))
  const drag = useDrag(editor, (place) => lineAt(editor, place))
  const [kept, setKept] = useState<string | null>(null)
  const id = menu ?? kept ?? hovered ?? current
  const found = useEditorFact(editor, ({ state }) => blockById(state.doc, id) !== null)

  const openFromText = useCallback((block: string | null) => {
    isFromText.current = true
    setMenu(block)
  }, [])
  useNumberPress(editor, openFromText)
  useEffect(() => {
    if (!asked) return
    showBlock(editor, current)
    openFromText(current)
    onAnswered()
  }, [asked, current, editor, onAnswered, openFromText])
  useLayoutEffect(() => stand(editor, button.current, paper.current, id))
  useEffect(() => {
    // Letters that arrive late and pictures that load move the lines, and nothing is drawn anew.
    const watcher = new ResizeObserver(() => stand(editor, button.current, paper.current, id))
    watcher.observe(editor.view.dom)
    return () => watcher.disconnect()
  }, [editor, paper, id])

  if (!id || !found) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.handle}
        data-dragging={drag.dragged !== null}
        aria-label={say('clauses.handle')}
        aria-haspopup="menu"
        title={say('clauses.handle.hint')}
        onPointerDown={(event) => {
          setKept(id)
          isFromText.current = editor.view.hasFocus()
          press.current = { id, wasDrag: false }
          drag.press(event, id)
        }}
        onPointerMove={drag.move}
        onPointerUp={(event) => {
          if (drag.release(event) && press.current) press.current.wasDrag = true
          setKept(null)
        }}
        onPointerCancel={() => {
          drag.cancel()
          setKept(null)
        }}
        // Not before the click: the click of a finger would close what its release has opened.
        onClick={({ detail }) => {
          // A click that counts no presses comes from a key.
          const pressed = detail === 0 ? null : press.current
          if (!pressed) isFromText.current = false
          if (!pressed?.wasDrag) setMenu(pressed?.id ?? id)
        }}
      >
        <GripVertical aria-hidden="true" />
      </button>
      {drag.dragged && <Veil editor={editor} range={drag.dragged} />}
      {drag.line && <DropLine line={drag.line} />}
      <BlockMenu
        editor={editor}
        doc={doc}
        id={id}
        anchor={button}
        open={menu !== null}
        isFromText={isFromText}
        onClose={() => setMenu(null)}
      />
    </>
  )
}

function DropLine({ line }: { line: Line }) {
  return (
    <div
      className={styles.line}
      style={{ top: line.y - 1, left: line.left, width: line.width }}
      aria-hidden="true"
    />
  )
}

/** The block under the mouse; null for a finger, whose caret says which is meant. */
function useHovered(editor: Editor, paper: RefObject<HTMLElement | null>): string | null {
  const [hovered, setHovered] = useState<string | null>(null)
  useEffect(() => {
    const around = paper.current
    if (!around) return
    const onMove = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.buttons === 0) {
        setHovered(idAt(editor, event.clientY))
      }
    }
    const onKey = () => setHovered(null)
    around.addEventListener('pointermove', onMove)
    around.addEventListener('keydown', onKey)
    return () => {
      around.removeEventListener('pointermove', onMove)
      around.removeEventListener('keydown', onKey)
    }
  }, [editor, paper])
  return hovered
}

/** A press on the number of a clause, which is drawn beside its words, opens the menu too. */
function useNumberPress(editor: Editor, open: (id: string) => void) {
  useEffect(() => {
    const { dom } = editor.view
    const onClick = (event: MouseEvent) => {
      const block = event.target instanceof HTMLElement && event.target.closest('[data-number]')
      if (!(block instanceof HTMLElement) || block.parentElement !== dom || !editor.isEditable)
        return
      const words = document.createRange()
      words.selectNodeContents(block)
      const [first] = words.getClientRects()
      const isBefore = first && event.clientX < first.left && event.clientY < first.bottom
      if (isBefore && block.dataset.id) open(block.dataset.id)
    }
    dom.addEventListener('click', onClick)
    return () => dom.removeEventListener('click', onClick)
  }, [editor, open])
}

/** The text's own block at a height of the window. */
function idAt(editor: Editor, y: number): string | null {
  for (const child of editor.view.dom.children) {
    const { top, bottom } = child.getBoundingClientRect()
    if (y >= top - 4 && y <= bottom + 4) return child instanceof HTMLElement ? idOf(child) : null
  }
  return null
}

const idOf = (element: HTMLElement): string | null =>
  element.dataset.id ?? element.querySelector<HTMLElement>('[data-id]')?.dataset.id ?? null

function currentId(doc: Editor['state']['doc'], pos: number): string | null {
  const $pos = doc.resolve(Math.min(pos, doc.content.size))
  const block = $pos.depth > 0 ? $pos.node(1) : $pos.nodeAfter
  return block?.attrs.id ?? null
}

/** The text does not scroll to its caret while the focus is elsewhere. */
function showBlock(editor: Editor, id: string | null) {
  const found = blockById(editor.state.doc, id)
  const block = found && editor.view.nodeDOM(found.pos)
  if (!(block instanceof HTMLElement)) return
  const { top } = block.getBoundingClientRect()
  if (top < 96 || top > window.innerHeight - 112) block.scrollIntoView({ block: 'center' })
}

/** Puts the handle beside the first line of its block. */
function stand(
  editor: Editor,
  handle: HTMLElement | null,
  paper: HTMLElement | null,
  id: string | null,
) {
  const found = blockById(editor.state.doc, id)
  const block = found && editor.view.nodeDOM(found.pos)
  if (!handle || !paper || !(block instanceof HTMLElement)) return
  const { top } = block.getBoundingClientRect()
  const style = getComputedStyle(block)
  const line = Number.parseFloat(style.lineHeight) || 28
  const middle = top + Number.parseFloat(style.paddingTop) + line / 2
  handle.style.top = `${middle - paper.getBoundingClientRect().top}px`
}

/** Lies over what is dragged, so that one sees how much comes along. */
function Veil({ editor, range: [from, to] }: { editor: Editor; range: Range }) {
  const { children } = editor.view.dom
  const [first, last] = [children[from], children[to - 1]].map((one) =>
    one?.getBoundingClientRect(),
  )
  const { left, width } = editor.view.dom.getBoundingClientRect()
  if (!first || !last) return null
  const height = last.bottom - first.top
  return <div className={styles.veil} style={{ top: first.top, left, width, height }} />
}

/** Between the block before a place and the one behind it. */
function lineAt(editor: Editor, place: number): Line | null {
  const { children } = editor.view.dom
  const [before, behind] = [children[place - 1], children[place]].map((one) =>
    one?.getBoundingClientRect(),
  )
  const { left, width } = editor.view.dom.getBoundingClientRect()
  if (!before && !behind) return null
  const y =
    before && behind ? (before.bottom + behind.top) / 2 : (before?.bottom ?? behind?.top ?? 0)
  return { place, y, left, width }
}
