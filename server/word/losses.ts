/** Counts what does not come over from a Word file as it was. */
import { type Loss, losses } from '#shared/text/losses.ts'
import { everyElement, type XmlElement } from './xml.ts'

/** The counts, in the order of the list of losses; what was never met is left out. */
export type LossCount = { what: Loss; count: number }

export class Losses {
  readonly #counts = new Map<Loss, number>()

  add(what: Loss, times = 1): void {
    this.#counts.set(what, this.count(what) + times)
  }

  count(what: Loss): number {
    return this.#counts.get(what) ?? 0
  }

  list(): LossCount[] {
    return losses
      .map((what) => ({ what, count: this.count(what) }))
      .filter(({ count }) => count > 0)
  }
}

/** Counts the comments and the tracked changes of formatting, which stand beside the words. */
export function countMarkup(root: XmlElement, found: Losses): void {
  const comments = new Set<string | undefined>()
  for (const { name, attributes } of everyElement(root)) {
    if (name === 'w:commentReference') comments.add(attributes['w:id'])
    if (name.endsWith('PrChange')) found.add('tracked-formatting')
  }
  found.add('comment', comments.size)
}

/** Counts the headers and footers that hold more than a page number. */
export function countMargins(margins: readonly XmlElement[], found: Losses): void {
  for (const margin of margins) {
    const elements = [...everyElement(margin)]
    const holds = elements.some(
      ({ name, text }) =>
        (name === 'w:t' && /\p{L}/u.test(text)) || name === 'w:drawing' || name === 'w:pict',
    )
    if (holds) found.add('header-or-footer')
  }
}
