/** Dragging blocks to another place: with mouse, pen or finger, and a line where they would fall. [DRAFT5] */
import type { Editor } from '@tiptap/core'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { moveTo, placesFor, type Range, rangeAt } from './move.ts'
import { makeMove } from './move-keys.ts'
import { blockById } from './place-of-block.ts'

/** Where a line would be drawn for a place, in pixels of the window. */
export type Line = { place: number; y: number; left: number; width: number }

type Drag = { id: string; pointer: number; from: number }

/** A press that wanders less than this is a press. */
const slack = 6
/** So near to the window's edge, and so far at a time, the page goes along. */
const [edge, stride] = [56, 12]

export function useDrag(editor: Editor, lineAt: (place: number) => Line | null) {
  const drag = useRef<Drag | null>(null)
  /** What is dragged; null while nothing is. */
  const [dragged, setDragged] = useState<Range | null>(null)
  const [line, setLine] = useState<Line | null>(null)

  const range = (): Range | null => {
    const found = drag.current && blockById(editor.state.doc, drag.current.id)
    return found ? rangeAt(editor.state.doc, found.at) : null
  }

  const stop = () => {
    drag.current = null
    setDragged(null)
    setLine(null)
  }

  useEffect(() => {
    if (!dragged) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      stopRef.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [dragged])
  const stopRef = useRef(stop)
  stopRef.current = stop

  const nearest = (y: number): Line | null => {
    const moving = range()
    if (!moving) return null
    const lines = [...placesFor(editor.state.doc, moving), moving[0]].flatMap((place) => {
      const found = lineAt(place)
      return found ? [found] : []
    })
    lines.sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))
    const [best] = lines
    return best && best.place !== moving[0] ? best : null
  }

  return {
    dragged,
    line,
    /** Whether the press that has just ended was a drag, and so means nothing more. */
    press(event: PointerEvent, id: string) {
      if (event.button !== 0 || !editor.isEditable) return
      drag.current = { id, pointer: event.pointerId, from: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    move(event: PointerEvent) {
      const now = drag.current
      if (!now || now.pointer !== event.pointerId) return
      if (!dragged && Math.abs(event.clientY - now.from) < slack) return
      if (event.clientY < edge) window.scrollBy(0, -stride)
      if (event.clientY > window.innerHeight - edge) window.scrollBy(0, stride)
      setDragged(range())
      setLine(nearest(event.clientY))
    },
    /** Returns whether something was dragged, wherever it fell. */
    release(event: PointerEvent): boolean {
      const moving = dragged && range()
      const target = dragged && nearest(event.clientY)
      const was = dragged !== null
      if (moving && target) {
        makeMove(editor, moveTo(editor.state, moving, target.place))
        // What comes next is mostly to look, to type, or to take it back.
        editor.view.focus()
      }
      stop()
      return was
    },
    cancel: stop,
  }
}
