/**
 * Holds one editor and one fragment of Yjs together. What is typed here is written to Yjs as the
 * least change; what arrives is applied as small steps. Nothing is ever written because it was read:
 * what the schema does not know stays in Yjs untouched.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { carries } from '#shared/text/carried.ts'
import { mend, needsMending } from '#shared/text/mend.ts'
import { isOrdered, linesOf } from '#shared/text/y-children.ts'
import type { YNode } from '#shared/text/y-nodes.ts'
import { applyEntries, type Delta, type Deltas } from './apply-to-editor.ts'
import { describeAgain } from './describe-again.ts'
import {
  type Entry,
  entriesByType,
  lineOf,
  positionOf,
  readEntries,
  textAt,
  withNodes,
} from './mirror.ts'
import { type Change, writeChildren } from './write-to-yjs.ts'

/** What the binding needs of an editor's view. */
export type View = {
  readonly state: EditorState
  /** Who may only read writes nothing, not even to mend. */
  readonly editable?: boolean
  dispatch(tr: Transaction): void
}

/** Marks the transactions that show what was not typed here. */
export const bindingKey = new PluginKey<Change | null>('binding')

export const isFromElsewhere = (tr: Transaction): boolean => tr.getMeta(bindingKey) === 'elsewhere'

type TextEvents = readonly Y.YEvent<Y.XmlText | Y.XmlElement>[]

export class Binding {
  readonly fragment: Y.XmlFragment
  readonly #view: View
  #entries: Entry[]
  #doc: Node

  /** The editor shows the fragment already: its document was made from it. */
  constructor(fragment: Y.XmlFragment, view: View) {
    this.fragment = fragment
    this.#view = view
    this.#doc = view.state.doc
    const entries = readEntries(fragment, 'doc', view.state.schema)
    this.#entries = withNodes(entries, this.#doc.children)
    fragment.observeDeep(this.#observe)
  }

  destroy(): void {
    this.fragment.unobserveDeep(this.#observe)
  }

  /** The document as Yjs has it: what the editor shows beyond it was not written yet. */
  get doc(): Node {
    return this.#doc
  }

  /** Writes what the editor shows to Yjs. */
  write(change: Change): void {
    this.#doc = this.#view.state.doc
    const before = new Set(this.#entries)
    this.fragment.doc?.transact(() => {
      const { children } = this.#doc
      this.#entries = writeChildren(this.fragment, this.#entries, children, change)
    }, this)
    this.#showWhatCameOut(this.#entries.filter((entry) => !before.has(entry)))
  }

  /** Of two cells for one column an empty one is not shown, until what was written here leaves it alone, or hides it. */
  #showWhatCameOut(written: readonly Entry[]) {
    const types = new Set([...entriesByType(written.filter(isShownOtherwise)).keys()])
    if (types.size === 0) return
    const { tr } = this.#view.state
    this.#showIn(tr, (type) => types.has(type), new Map())
    this.#doc = tr.doc
    this.#view.dispatch(asFromElsewhere(tr))
  }

  /** Adds to `tr` what the editor lacks of the types that are changed. */
  #showIn(tr: Transaction, isChanged: (type: YNode) => boolean, deltas: Deltas) {
    const known = entriesByType(this.#entries)
    const next = readEntries(this.fragment, 'doc', this.#view.state.schema, known, isChanged)
    applyEntries(tr, 0, this.#entries, next, deltas)
    this.#entries = withNodes(next, tr.doc.children)
    return { known, next }
  }

  /** A place in the text that stays with its letters, whatever is typed around it; null between blocks. */
  relative(pos: number): Y.RelativePosition | null {
    const place = textAt(this.#entries, pos)
    return place && Y.createRelativePositionFromTypeIndex(place.text, place.index, -1)
  }

  /** Where such a place is now; null when it is not in this text. */
  absolute(place: Y.RelativePosition): number | null {
    const { doc } = this.fragment
    const found = doc && Y.createAbsolutePositionFromRelativePosition(place, doc)
    return found ? positionOf(this.#entries, found.type, found.index) : null
  }

  #observe = (events: TextEvents, { origin }: Y.Transaction) => {
    if (origin === this) return
    const { selection, tr } = this.#view.state
    const changed = changedTypes(events, this.fragment)
    const before = this.#entries
    const { known, next } = this.#showIn(tr, (type) => changed.has(type), deltasOf(events))
    if (tr.docChanged) {
      const isUndo = origin instanceof Y.UndoManager
      if (isUndo) goToChange(tr)
      else if (selection instanceof TextSelection) {
        keepCaret(tr, selection, (pos) => placeIfMoved(tr, before, this.#entries, pos))
      } else keepSelection(tr, selection.anchor)
      this.#doc = tr.doc
      this.#view.dispatch(asFromElsewhere(isUndo ? tr.scrollIntoView() : tr))
    }
    // Who may only read writes nothing.
    if (this.#view.editable === false) return
    describeAgain(this.fragment, known, this.#entries)
    const types = [...entriesByType(next).keys()]
    const isNew = types.some((type) => !known.has(type) && carries(type))
    if (isNew || events.some(needsMending)) mend(this.fragment)
  }
}

const asFromElsewhere = (tr: Transaction): Transaction =>
  tr.setMeta(bindingKey, 'elsewhere').setMeta('addToHistory', false)

/** Whether Yjs shows other rows in this table, or other cells in a row, than the editor does. */
function isShownOtherwise({ type, children }: Entry): boolean {
  if (!(type instanceof Y.XmlElement) || !isOrdered(type)) return false
  const shown = linesOf(type)
  const isSame =
    shown.length === children.length && shown.every((one, at) => one.type === children[at]?.type)
  return !isSame || children.some(isShownOtherwise)
}

/**
 * What somebody else types right at the caret goes behind it: otherwise the letters of two people
 * who type at the same place would mix. When the row it stands in was moved, it moves with it.
 */
function keepCaret(
  tr: Transaction,
  { anchor, head }: TextSelection,
  ifMoved: (pos: number) => number | null,
) {
  const now = (pos: number) => tr.doc.resolve(ifMoved(pos) ?? tr.mapping.map(pos, -1))
  tr.setSelection(TextSelection.between(now(anchor), now(head)))
}

/** A block that somebody else moves, or joins to another, takes the carets in it along, and so does a row of a table. */
function placeIfMoved(
  tr: Transaction,
  before: readonly Entry[],
  after: readonly Entry[],
  pos: number,
): number | null {
  const stood = textAt(before, pos)
  const line = stood && lineOf(before, stood.text)
  if (!stood || !line) return null
  const isElsewhere = lineOf(after, stood.text)?.entry.type !== line.entry.type
  if (!isElsewhere && !tr.mapping.mapResult(line.start - 1).deletedAfter) return null
  return positionOf(after, stood.text, stood.index)
}

/** A selection of cells may have lost its table, or the table its shape: then a caret is left. */
function keepSelection(tr: Transaction, anchor: number) {
  try {
    tr.selection.ranges.map(({ $from, $to }) => tr.doc.slice($from.pos, $to.pos))
  } catch {
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(anchor))))
  }
}

/** After an undo the caret stands where something came back or went. */
function goToChange(tr: Transaction) {
  let end: number | null = null
  tr.mapping.maps.forEach((map, at) => {
    map.forEach((_from, _to, _newFrom, newTo) => {
      end = tr.mapping.slice(at + 1).map(newTo)
    })
  })
  if (end !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
}

/** The types that an event names, and all that they stand in. */
function changedTypes(events: TextEvents, root: Y.XmlFragment): Set<YNode> {
  const changed = new Set<unknown>()
  for (const { target } of events) {
    for (let type: unknown = target; type && type !== root; type = (type as Y.XmlText).parent) {
      changed.add(type)
    }
  }
  return changed as Set<YNode>
}

const deltasOf = (events: TextEvents): Map<YNode, Delta> =>
  new Map(
    events.flatMap(({ target, delta }) =>
      target instanceof Y.XmlText ? [[target, delta as Delta] as const] : [],
    ),
  )
