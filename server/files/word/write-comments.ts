/** Writes comments: where each begins and ends in the text, and the threads themselves. */
import type { NodeJson } from '#shared/text/draft.ts'
import type { Reply, Thread } from '#shared/text/review.ts'
import { type Piece, piecesOf } from '../inline-nodes.ts'
import { escaped, tag, xmlFile } from '../markup.ts'
import { namespaces } from './write-names.ts'

type Placed = { thread: Thread; first: number; paragraphs: number[] }

/** Only threads that are about something in this text are written. */
export class CommentWriter {
  readonly #placed = new Map<string, Placed>()
  readonly #first = new Map<string, Piece>()
  readonly #last = new Map<string, Piece>()
  readonly #pointed = new Map<string, string[]>()
  #replies = 0

  /** `pieces` are those of the whole body, in order; `blocks` the ids that comments may hang on. */
  constructor(
    threads: { [id: string]: Thread },
    pieces: readonly Piece[],
    notes: readonly NodeJson[],
    blocks: ReadonlySet<string>,
  ) {
    for (const piece of pieces) {
      for (const id of piece.threads) {
        if (!this.#first.has(id)) this.#first.set(id, piece)
        this.#last.set(id, piece)
      }
    }
    // Word has no comments in notes: they stand where the note is.
    const inNotes = new Set(
      notes.flatMap(({ content }) => piecesOf(content)).flatMap((piece) => piece.threads),
    )
    for (const [id, thread] of Object.entries(threads)) {
      if (thread.replies.length > 0) this.#add(id, thread, blocks, inNotes)
    }
  }

  get isEmpty(): boolean {
    return this.#placed.size === 0
  }

  around(piece: Piece): { before: string; after: string } {
    const beginning = piece.threads.filter((id) => this.#first.get(id) === piece)
    const ending = piece.threads.filter((id) => this.#last.get(id) === piece)
    return {
      before: beginning.flatMap((id) => this.#each(id, rangeStart)).join(''),
      after: ending.flatMap((id) => this.#each(id, (n) => rangeEnd(n) + reference(n))).join(''),
    }
  }

  /** The comments that hang on a block as a whole. */
  at(block: string): string {
    const ids = this.#pointed.get(block) ?? []
    return ids.flatMap((id) => this.#each(id, reference)).join('')
  }

  file(): string {
    const all = [...this.#placed.values()].flatMap(({ thread, first, paragraphs }) =>
      thread.replies.map((reply, at) => writeReply(reply, first + at, paragraphs[at] as number)),
    )
    return xmlFile(tag('w:comments', namespaces, ...all))
  }

  /** Which comment answers which, and which are done. */
  extendedFile(): string {
    const all = [...this.#placed.values()].flatMap(({ thread, paragraphs }) =>
      paragraphs.map((paragraph, at) =>
        tag('w15:commentEx', {
          'w15:paraId': idOf(paragraph),
          'w15:paraIdParent': at === 0 ? null : idOf(paragraphs[0] as number),
          'w15:done': thread.resolved ? 1 : 0,
        }),
      ),
    )
    return xmlFile(tag('w15:commentsEx', namespaces, ...all))
  }

  /** A thread about words is placed there, another at its block, and one about a note at the beginning. */
  #add(id: string, thread: Thread, blocks: ReadonlySet<string>, inNotes: ReadonlySet<string>) {
    if (this.#first.has(id)) return this.#place(id, thread)
    const [anyBlock] = blocks
    const block = thread.block !== null && blocks.has(thread.block) ? thread.block : null
    const place = block ?? (inNotes.has(id) ? anyBlock : null)
    if (!place) return
    this.#place(id, thread)
    this.#pointed.set(place, [...(this.#pointed.get(place) ?? []), id])
  }

  #place(id: string, thread: Thread) {
    const first = this.#replies
    this.#replies += thread.replies.length
    this.#placed.set(id, {
      thread,
      first,
      paragraphs: thread.replies.map((_, at) => first + at + 1),
    })
  }

  #each(id: string, write: (number: number) => string): string[] {
    const placed = this.#placed.get(id)
    return placed ? placed.thread.replies.map((_, at) => write(placed.first + at)) : []
  }
}

const rangeStart = (number: number) => tag('w:commentRangeStart', { 'w:id': number })
const rangeEnd = (number: number) => tag('w:commentRangeEnd', { 'w:id': number })
const reference = (number: number) => tag('w:r', {}, tag('w:commentReference', { 'w:id': number }))

/** Word wants eight figures of which the first is less than eight. */
const idOf = (paragraph: number) => (0x10000000 + paragraph).toString(16).toUpperCase()

function writeReply({ author, at, text }: Reply, number: number, paragraph: number): string {
  const lines = text.split('\n')
  const paragraphs = lines.map((line, place) =>
    tag(
      'w:p',
      { 'w14:paraId': place === lines.length - 1 ? idOf(paragraph) : null },
      tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, escaped(line))),
    ),
  )
  return tag('w:comment', { 'w:id': number, 'w:author': author, 'w:date': at }, ...paragraphs)
}
