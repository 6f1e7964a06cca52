/** The tracked changes and comments of an OpenDocument file, as suggestions and threads. [DRAFT7] */
import { newId } from '#shared/text/blocks.ts'
import { reviewBounds, type SuggestionNote, type Thread } from '#shared/text/review.ts'
import type { Losses } from '../losses.ts'
import { momentOf } from '../word/changes.ts'
import { childOf, childrenOf, everyElement, type XmlElement } from '../xml.ts'

export type Change = {
  kind: 'insertion' | 'deletion'
  id: string
  /** What was deleted: it stands here and not in the text. */
  content: XmlElement[]
}

export class OpenReview {
  readonly notes: { [id: string]: SuggestionNote } = {}
  readonly threads: { [id: string]: Thread } = {}
  readonly #changes = new Map<string, Change>()
  readonly #regions = new Map<string, XmlElement>()
  readonly #open = new Set<Change>()
  readonly #ranges = new Map<string, string>()
  readonly #names = new Map<string, Thread>()
  /** Only a comment that ends somewhere is about words. */
  readonly #ends: ReadonlySet<string | undefined>
  readonly #losses: Losses
  #waiting: Thread[] = []

  constructor(text: XmlElement, losses: Losses) {
    this.#losses = losses
    this.#ends = new Set(
      [...everyElement(text)]
        .filter(({ name }) => name === 'office:annotation-end')
        .map(({ attributes }) => attributes['office:name']),
    )
    for (const region of childrenOf(childOf(text, 'text:tracked-changes'), 'text:changed-region')) {
      const id = region.attributes['text:id'] ?? region.attributes['xml:id']
      if (id) this.#regions.set(id, region)
    }
  }

  /** The insertions that are open where the text is being read. */
  get insertions(): Change[] {
    return [...this.#open]
  }

  get openThreads(): string[] {
    return [...this.#ranges.values()]
  }

  begin(id: string | undefined): void {
    const change = this.changeOf(id)
    if (change) this.#open.add(change)
  }

  end(id: string | undefined): void {
    const change = this.changeOf(id)
    if (change) this.#open.delete(change)
  }

  /** The change of that id; none for one of format, of which the file does not say what it was before. */
  changeOf(id: string | undefined): Change | null {
    const region = this.#regions.get(id ?? '')
    if (!id || !region) return null
    const known = this.#changes.get(id)
    if (known) return known
    const [element] = region.children
    const kind = element?.name === 'text:deletion' ? 'deletion' : 'insertion'
    if (!element || element.name === 'text:format-change') {
      this.#losses.add('tracked-formatting')
      this.#regions.delete(id)
      return null
    }
    const info = childOf(element, 'office:change-info')
    const content = element.children.filter(({ name }) => name !== 'office:change-info')
    const change = { kind, id: newId(), content } as const
    this.notes[change.id] = {
      author: wordsOf(childOf(info, 'dc:creator')).slice(0, reviewBounds.name),
      at: momentOf(wordsOf(childOf(info, 'dc:date')).slice(0, 40)),
      text: '',
    }
    this.#changes.set(id, change)
    return change
  }

  /** Words that are about to be read, under these changes. */
  quote(text: string, changes: readonly { id: string }[]): void {
    for (const { id } of changes) {
      const note = this.notes[id]
      if (note) note.text = `${note.text}${text}`.slice(0, reviewBounds.quotation)
    }
    for (const id of this.#ranges.values()) {
      const thread = this.threads[id]
      if (thread) thread.quotation = `${thread.quotation}${text}`.slice(0, reviewBounds.quotation)
    }
  }

  comment(annotation: XmlElement): void {
    const { attributes } = annotation
    const name = attributes['office:name']
    const reply = {
      author: wordsOf(childOf(annotation, 'dc:creator')).slice(0, reviewBounds.name),
      at: momentOf(wordsOf(childOf(annotation, 'dc:date')).slice(0, 40)),
      text: [...childrenOf(annotation, 'text:p'), ...childrenOf(annotation, 'text:list')]
        .map(wordsOf)
        .join('\n')
        .slice(0, reviewBounds.reply),
    }
    const parent = this.#names.get(attributes['loext:parent-name'] ?? '')
    if (parent) {
      if (parent.replies.length < reviewBounds.replies) parent.replies.push(reply)
      if (name) this.#names.set(name, parent)
      return
    }
    const id = newId()
    const resolved = attributes['loext:resolved'] === 'true'
    const thread = { quotation: '', block: null, resolved, replies: [reply] }
    this.threads[id] = thread
    this.#waiting.push(thread)
    if (name) {
      this.#names.set(name, thread)
      if (this.#ends.has(name)) this.#ranges.set(name, id)
    }
  }

  endComment(name: string | undefined): void {
    this.#ranges.delete(name ?? '')
  }

  settleOn(block: string): void {
    for (const thread of this.#waiting) thread.block = block
    this.#waiting = []
  }
}

export const wordsOf = (element: XmlElement | undefined): string =>
  element
    ? [...everyElement(element)].map(({ name, text }) => (name === '#text' ? text : '')).join('')
    : ''
