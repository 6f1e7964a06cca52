/** The tracked changes of a Word file as suggestions: whose they are, and which belong together. [DRAFT7] */
import { newId } from '#shared/text/blocks.ts'
import { reviewBounds, type SuggestionNote } from '#shared/text/review.ts'
import type { XmlElement } from '../xml.ts'

export type ChangeKind = 'insertion' | 'deletion' | 'modification'

/**
 * Word cuts one change into a piece for each run and paragraph; pieces of one kind, person and minute
 * with nothing unchanged between them are one suggestion. The ids of the file are not to be relied on.
 */
export class Changes {
  readonly notes: { [id: string]: SuggestionNote } = {}
  #going = new Map<ChangeKind, { key: string; id: string }>()

  /** The id of the suggestion that this element is a piece of. */
  idOf(kind: ChangeKind, { attributes }: XmlElement): string {
    const { 'w:author': author = '', 'w:date': date = '' } = attributes
    const key = `${author}\n${date}`
    const going = this.#going.get(kind)
    if (going?.key === key) return going.id
    const id = newId()
    this.#going.set(kind, { key, id })
    this.notes[id] = { author: author.slice(0, reviewBounds.name), at: momentOf(date), text: '' }
    return id
  }

  /** Something unchanged was met. */
  interrupt(): void {
    this.#going.clear()
  }

  /** Adds to the words that a suggestion is about. */
  quote(id: string, text: string): void {
    const note = this.notes[id]
    if (note) note.text = `${note.text}${text}`.slice(0, reviewBounds.quotation)
  }
}

/** Word writes the time of its own clock, and calls it Greenwich's. */
export const momentOf = (date: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(date) ? date : null
