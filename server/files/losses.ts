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

/** Counts the tracked changes of tables and pages, which our text has no place for. */
export function countMarkup(root: XmlElement, found: Losses): void {
  for (const { name } of everyElement(root)) if (untaken.test(name)) found.add('tracked-formatting')
}

const untaken =
  /^w:((tbl|tr|tc|sect|tblPrEx)PrChange|tblGridChange|numberingChange|cell(Ins|Del|Merge))$/

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
