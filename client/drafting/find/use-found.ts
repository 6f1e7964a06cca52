/** What is found in the text and its notes, in the order in which they are read, and the way through it. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { drawWhole } from '../editor/draw-near.ts'
import { endUndoPiece } from '../editor/together.ts'
import { footnoteOrder } from '../editor/what-is-numbered.ts'
import type { EditingPlace } from '../insertions.ts'
import { foundIn, type Sought, seek, standAt } from './found.ts'
import { replaceMatches } from './replace.ts'

type Spot = { editor: Editor; at: number }

export function useFound(place: EditingPlace, sought: Sought) {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [current, setCurrent] = useState<number | null>(null)
  const editors = editorsOf(place)
  const spots = spotsOf(place)

  useEffect(() => {
    const all = editorsOf(place)
    for (const editor of all) {
      editor.view.dispatch(seek(editor.state, sought.query ? sought : null))
      editor.on('transaction', redraw)
    }
    setCurrent(null)
    redraw()
    return () => {
      for (const editor of all) {
        editor.off('transaction', redraw)
        if (!editor.isDestroyed) editor.view.dispatch(seek(editor.state, null))
      }
    }
  }, [place, sought])

  const go = useCallback(
    (index: number, all: readonly Spot[]) => {
      const spot = all[index]
      for (const { state, view } of editorsOf(place)) view.dispatch(standAt(state, null))
      setCurrent(spot ? index : null)
      if (spot) show(spot)
    },
    [place],
  )

  /** The next one, or the one before; from the first on behind the caret. */
  function step(by: 1 | -1) {
    // Enter may come before what was typed is drawn.
    const all = spotsOf(place)
    if (all.length === 0) return
    const from = current ?? nearest(all, place.editor) - (by === 1 ? 1 : 0)
    go((from + by + all.length) % all.length, all)
  }

  function replaceOne(words: string) {
    const spot = current === null ? undefined : spots[current]
    if (!spot || current === null) return step(1)
    const { state, view } = spot.editor
    const match = foundIn(state).matches[spot.at]
    if (!match) return
    endUndoPiece(spot.editor)
    view.dispatch(replaceMatches(state.tr, [match], words))
    endUndoPiece(spot.editor)
    const rest = spotsOf(place)
    // Where the new words hold what is sought, one does not stand still in them.
    const holds = rest.length === spots.length
    go(rest.length === 0 ? -1 : (current + (holds ? 1 : 0)) % rest.length, rest)
  }

  /** Returns how many there were. */
  function replaceAll(words: string): number {
    for (const editor of editors) {
      const { matches } = foundIn(editor.state)
      if (matches.length === 0) continue
      endUndoPiece(editor)
      editor.view.dispatch(replaceMatches(editor.state.tr, matches, words))
      endUndoPiece(editor)
    }
    setCurrent(null)
    return spots.length
  }

  return { count: spots.length, current, step, replaceOne, replaceAll }
}

const editorsOf = ({ editor, notes }: EditingPlace): Editor[] => [
  editor,
  ...footnoteOrder(editor.state.doc).flatMap((id) => notes.get(id) ?? []),
]

const spotsOf = (place: EditingPlace): Spot[] =>
  editorsOf(place).flatMap((editor) =>
    foundIn(editor.state).matches.map((_, at) => ({ editor, at })),
  )

/** The first match that does not lie before the caret of the text. */
function nearest(spots: readonly Spot[], editor: Editor): number {
  const { from } = editor.state.selection
  const at = spots.findIndex(
    (spot) => spot.editor !== editor || (foundIn(editor.state).matches[spot.at]?.from ?? 0) >= from,
  )
  return Math.max(at, 0)
}

/** Brings a match into view, and the caret to it, without taking the focus from the field of the search. */
function show({ editor, at }: Spot) {
  const { state, view } = editor
  const match = foundIn(state).matches[at]
  if (!match) return
  const { doc } = state
  const selection = TextSelection.between(doc.resolve(match.from), doc.resolve(match.to))
  view.dispatch(standAt(state, at).setSelection(selection))
  drawWhole(view.dom)
  view.dom.querySelector('.found.current')?.scrollIntoView({ block: 'center' })
}
