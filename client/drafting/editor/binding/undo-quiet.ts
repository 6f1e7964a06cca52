/** What the undo of Yjs has to know of letters that were carried from one text into another. */
import * as Y from 'yjs'
import { isMemory } from '#shared/text/carried.ts'
import { isJoin } from '#shared/text/joined.ts'
import { carryDeleted } from './deleted-letters.ts'
import { leaveQuiet } from './pieces.ts'
import type { Piece } from './quiet.ts'

/**
 * Lets an undo leave what was done quietly, and find what was typed wherever it stands now; returns how to end
 * that. `early` are transactions from before, in their order.
 */
export function undoWhereItStands(
  manager: Y.UndoManager,
  early: readonly Y.Transaction[] = [],
): () => void {
  const { doc } = manager
  const lookAt = (tr: Y.Transaction) => {
    const pieces = [...manager.undoStack, ...manager.redoStack]
    if (pieces.length === 0) return
    for (const piece of pieces) leaveQuiet(tr, piece)
    const items = newItems(tr)
    if (tr.origin !== manager) for (const item of items) succeedJoin(tr, item, pieces)
    const texts = items.flatMap(rememberingText)
    if (texts.length > 0) carryDeleted(pieces, texts)
  }
  for (const tr of early) lookAt(tr)
  // The undo, which listens since before, has its own piece ready by then.
  doc.on('afterTransaction', lookAt)
  return () => doc.off('afterTransaction', lookAt)
}

function newItems({ afterState, beforeState, doc }: Y.Transaction): Y.Item[] {
  return [...afterState].flatMap(([client, end]) => {
    const start = beforeState.get(client) ?? 0
    if (end <= start) return []
    const structs = doc.store.clients.get(client) ?? []
    return structs
      .slice(Y.findIndexSS(structs, start))
      .filter((struct): struct is Y.Item => struct instanceof Y.Item)
  })
}

const rememberingText = ({ parent, parentSub }: Y.Item): Y.XmlText[] =>
  isMemory(parentSub) && parent instanceof Y.XmlText ? [parent] : []

/**
 * A text that was joined may come to read on from another, by Enter in the line or because it is mended: that
 * is the same join, written anew, and who takes it back means that too.
 */
function succeedJoin(tr: Y.Transaction, { id, left, parentSub }: Y.Item, pieces: readonly Piece[]) {
  if (!isJoin(parentSub) || !left || left.redone) return
  const isMine = pieces.some(({ insertions }) => Y.isDeleted(insertions, id))
  if (!isMine && Y.isDeleted(tr.deleteSet, left.id)) left.redone = id
}
