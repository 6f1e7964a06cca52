/** The comments of a Word file: their threads, and the words that each is about. [DRAFT7] [REV3] */
import { newId } from '#shared/text/blocks.ts'
import { type Reply, reviewBounds, type Thread } from '#shared/text/review.ts'
import { within } from '../bounds.ts'
import { childrenOf, everyElement, type XmlElement } from '../xml.ts'
import { momentOf } from './changes.ts'

type Remark = Reply & { paragraph: string | undefined }

/** No text has more threads over one word. */
const mostOverlapping = 50

export class Comments {
  /** The threads that the text has referred to so far, by our id. */
  readonly threads: { [id: string]: Thread } = {}
  readonly #remarks: Map<string | undefined, Remark>
  /** The paragraph of the remark that another answers, and whether a thread is done. */
  readonly #links: Map<string | undefined, { parent: string | undefined; done: boolean }>
  readonly #ids = new Map<string, string>()
  readonly #open = new Map<string, string>()
  #waiting: string[] = []

  constructor(root: XmlElement | undefined, extended: XmlElement | undefined) {
    this.#remarks = new Map(
      childrenOf(root, 'w:comment').map((comment) => [
        comment.attributes['w:id'],
        readRemark(comment),
      ]),
    )
    this.#links = new Map(
      childrenOf(extended, 'w15:commentEx').map(({ attributes }) => [
        attributes['w15:paraId'],
        {
          parent: attributes['w15:paraIdParent'],
          done: ['1', 'true', 'on'].includes(attributes['w15:done'] ?? ''),
        },
      ]),
    )
  }

  /** The threads that are about what is met now. */
  get open(): string[] {
    return [...this.#open.values()]
  }

  begin(file: string | undefined): void {
    const id = this.#threadOf(file)
    if (file === undefined || !id) return
    this.#open.set(file, id)
    within(this.#open.size <= mostOverlapping)
  }

  end(file: string | undefined): void {
    this.#open.delete(file ?? '')
  }

  /** The place that a comment hangs on: it belongs to the block that is being read. */
  refer(file: string | undefined): void {
    this.end(file)
    const id = this.#threadOf(file)
    if (id) this.#waiting.push(id)
  }

  settleOn(block: string): void {
    for (const id of this.#waiting) {
      const thread = this.threads[id]
      if (thread) thread.block ??= block
    }
    this.#waiting = []
  }

  quote(text: string): void {
    for (const id of this.#open.values()) {
      const thread = this.threads[id]
      if (thread) {
        thread.quotation = `${thread.quotation}${text}`.slice(0, reviewBounds.quotation)
      }
    }
  }

  /** Our id for the thread of a comment; none for an answer, which is in the thread of what it answers. */
  #threadOf(file: string | undefined): string | null {
    const remark = this.#remarks.get(file)
    if (file === undefined || !remark || this.#parentOf(remark)) return null
    const known = this.#ids.get(file)
    if (known) return known
    const id = newId()
    this.#ids.set(file, id)
    const replies = [remark, ...this.#answersTo(remark)].map(({ author, at, text }) => ({
      ...{ author, at, text },
    }))
    const resolved = this.#links.get(remark.paragraph)?.done ?? false
    this.threads[id] = { quotation: '', block: null, resolved, replies }
    return id
  }

  /** Word knows a thread and its answers, and no answers to answers. */
  #answersTo({ paragraph }: Remark): Remark[] {
    if (paragraph === undefined) return []
    return [...this.#remarks.values()]
      .filter((other) => this.#links.get(other.paragraph)?.parent === paragraph)
      .slice(0, reviewBounds.replies - 1)
  }

  #parentOf({ paragraph }: Remark): boolean {
    const parent = paragraph === undefined ? undefined : this.#links.get(paragraph)?.parent
    return (
      parent !== undefined &&
      [...this.#remarks.values()].some((one) => one.paragraph === parent) &&
      this.#links.get(parent)?.parent === undefined
    )
  }
}

function readRemark(comment: XmlElement): Remark {
  const { 'w:author': author = '', 'w:date': date = '' } = comment.attributes
  const paragraphs = [...everyElement(comment)].filter(({ name }) => name === 'w:p')
  const lines = paragraphs.map((paragraph) =>
    [...everyElement(paragraph)].map(wordsOf).join('').trim(),
  )
  return {
    author: author.slice(0, reviewBounds.name),
    at: momentOf(date),
    text: lines.join('\n').trim().slice(0, reviewBounds.reply),
    paragraph: paragraphs.at(-1)?.attributes['w14:paraId'],
  }
}

const wordsOf = ({ name, text }: XmlElement): string =>
  name === 'w:t' ? text : name === 'w:tab' ? ' ' : name === 'w:br' ? '\n' : ''
