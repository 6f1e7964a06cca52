/** The bookmarks of a Word file, and the cross-references that lead to them. [DRAFT5] */
import type { Attrs } from '@tiptap/pm/model'
import { anchorCharacter } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { Losses } from '../losses.ts'
import type { MarkJson } from './formats.ts'

/** What our own bookmarks begin with: a reference to one is a reference whatever it leads to. */
export const ourBookmark = '_Clause_'

export const isOurs = (name: string): boolean => name.startsWith(ourBookmark)

/** Bookmarks are met before the block that they stand in is made, references often before their bookmark. */
export class Places {
  readonly #blocks = new Map<string, Attrs>()
  readonly #names: string[] = []
  #waiting: string[] = []

  /** Meets the beginning of a bookmark. */
  meet(name: string | undefined): void {
    if (name) this.#waiting.push(name)
  }

  /** All that was met since the block before stands in this one. */
  settleOn(attrs: Attrs): void {
    for (const name of this.#waiting) if (!this.#blocks.has(name)) this.#blocks.set(name, attrs)
    this.#waiting = []
  }

  /** A number for a reference to the bookmark of that name. */
  refer(name: string): number {
    return this.#names.push(name) - 1
  }

  /** The words that a reference showed become its anchor, or stay words when it leads to no clause. */
  settle(blocks: readonly NodeJson[], losses: Losses): void {
    for (const block of blocks) {
      if (block.type === 'block') {
        if (block.content?.some(isPending)) block.content = this.#settled(block.content, losses)
      } else this.settle(block.content ?? [], losses)
    }
  }

  #settled(content: readonly NodeJson[], losses: Losses): NodeJson[] {
    let last: unknown
    return content.flatMap((inline) => {
      const field = pendingOf(inline)?.attrs?.field
      const isNew = field !== last
      last = field
      if (field === undefined) return [inline]
      const marks = (inline.marks as MarkJson[]).filter((mark) => !isPendingMark(mark))
      const target = this.#targetOf(Number(field))
      if (target === null) {
        if (isNew) losses.add('field')
        return [{ ...inline, marks }]
      }
      const mark = { type: 'reference', attrs: { target } }
      return isNew ? [{ type: 'text', text: anchorCharacter, marks: [mark, ...marks] }] : []
    })
  }

  #targetOf(field: number): string | null {
    const name = this.#names[field] ?? ''
    const attrs = this.#blocks.get(name)
    return attrs && (attrs.kind === 'operative' || isOurs(name)) ? String(attrs.id) : null
  }
}

/** The mark that words carry until it is known where their reference leads. */
export const pendingReference = (field: number): MarkJson => ({
  type: 'reference',
  attrs: { field },
})

const isPendingMark = ({ type, attrs }: MarkJson) =>
  type === 'reference' && attrs?.field !== undefined

const pendingOf = (inline: NodeJson) =>
  (inline.marks as MarkJson[] | undefined)?.find(isPendingMark)

const isPending = (inline: NodeJson) => pendingOf(inline) !== undefined
