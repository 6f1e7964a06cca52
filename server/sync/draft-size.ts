/** How long a draft is, as bytes and as the pieces it consists of, and whether it becomes too long. */
import * as Y from 'yjs'
import { limits } from '#shared/sync/messages.ts'

/**
 * What any text may consist of; a hundred pages that were much worked on are a tenth. Whoever opens a
 * text takes in as many, and the worst of so many take half a second.
 */
const mostPieces = 200_000

export class DraftSize {
  /** At least as much as the document would take when written as one update, and as many pieces as it has. */
  #bytes = 0
  #pieces = 0

  /** The document was built anew, from updates of so many bytes. */
  restart(doc: Y.Doc, bytes: number): void {
    this.#bytes = bytes
    this.#pieces = piecesOf(doc)
  }

  grow(bytes: number, pieces: number): void {
    this.#bytes += bytes
    this.#pieces += pieces
  }

  /** Whether the document would become too long with so much more. */
  wouldBeTooLong(doc: Y.Doc, bytes: number, pieces: number): boolean {
    if (this.#pieces + pieces > mostPieces) this.#pieces = piecesOf(doc)
    if (this.#pieces + pieces > mostPieces) return true
    if (this.#bytes + bytes <= limits.draftBytes) return false
    this.#bytes = Y.encodeStateAsUpdate(doc).length
    return this.#bytes + bytes > limits.draftBytes
  }
}

function piecesOf({ store }: Y.Doc): number {
  let pieces = 0
  for (const structs of store.clients.values()) pieces += structs.length
  return pieces
}
