/** What is found in the text and its notes, in the order in which they are read, and the way through it. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { drawWhole } from '../editor/draw-near.ts'
import { endUndoPiece } from '../editor/together.ts'
import { footnoteOrder } from '../editor/what-is-numbered.ts'
import type { EditingPlace } from '../insertions.ts'
import { foundIn, type Sought, seek, standAt } from './found.ts'
import { replaceMatches } from './replace.ts'

type Spot = { editor: Editor; at: number }

/** `listed` tells whether a list of what is found lies over the text. */
export function useFound(place: EditingPlace, sought: Sought, listed: boolean) {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  /** Where somebody has gone; null as long as the caret alone says which one is meant. */
  const [gone, setGone] = useState<number | null>(null)
  const editors = editorsOf(place)
  const spots = spotsOf(place)

  const current =
    spots.length === 0 ? null : Math.min(gone ?? nearest(spots, place.editor), spots.length - 1)

  useEffect(() => {
    const meant = current === null ? undefined : spots[current]
    for (const editor of editors) {
      const at = meant?.editor === editor ? meant.at : null
      if (foundIn(editor.state).current !== at) editor.view.dispatch(standAt(editor.state, at))
    }
  })

  useEffect(() => {
    const all = editorsOf(place)
    for (const editor of all) {
      editor.view.dispatch(seek(editor.state, sought.query ? sought : null))
      editor.on('transaction', redraw)
    }
    setGone(null)
    // The caret stays: with each letter the nearest one is looked for from there again.
    const found = spotsOf(place)
    const near = found[nearest(found, place.editor)]
    if (near) stand(near)
    redraw()
    return () => {
      for (const editor of all) {
        editor.off('transaction', redraw)
        if (!editor.isDestroyed) editor.view.dispatch(seek(editor.state, null))
      }
    }
  }, [place, sought])

  // What one stands at comes out from under a list that opens.
  useEffect(() => {
    if (!listed) return
    for (const { view } of editorsOf(place)) currentIn(view)?.scrollIntoView({ block: 'nearest' })
  }, [place, listed])

  const go = useCallback(
    (index: number, all: readonly Spot[]) => {
      const spot = all[index]
      for (const { state, view } of editorsOf(place)) view.dispatch(standAt(state, null))
      setGone(spot ? index : null)
      if (spot) show(spot)
    },
    [place],
  )

  /** The next one, or the one before. */
  function step(by: 1 | -1) {
    // Enter may come before what was typed is drawn.
    const all = spotsOf(place)
    if (all.length === 0) return
    go(((gone ?? nearest(all, place.editor)) + by + all.length) % all.length, all)
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
    setGone(null)
    return spots.length
  }

  /** Puts the caret to where one stands, for whoever goes back to the text. */
  function rest() {
    const spot = current === null ? undefined : spots[current]
    if (spot) show(spot)
    ;(spot?.editor ?? place.editor).view.focus()
  }

  return { count: spots.length, current, step, replaceOne, replaceAll, rest }
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
  view.dispatch(state.tr.setSelection(selection))
  stand({ editor, at })
}

/** Marks a match as the one that is stood at, and brings it into view. */
function stand({ editor: { state, view }, at }: Spot) {
  view.dispatch(standAt(state, at))
  drawWhole(view.dom)
  currentIn(view)?.scrollIntoView({ block: 'center' })
}

const currentIn = ({ dom }: EditorView) => dom.querySelector('.found.current')
