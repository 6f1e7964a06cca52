/** HTML by template: whatever is put into it is escaped, unless it is markup already. */
import { escapeHtml } from '#shared/text/html.ts'

/** A piece of HTML that is safe to write as it stands; only this file and the text's own writer make one. */
export class Markup {
  readonly #html: string

  constructor(html: string) {
    this.#html = html
  }

  toString(): string {
    return this.#html
  }
}

export type Content = Markup | string | number | null | false | readonly Content[]

/** The template with its blanks filled: text escaped, markup kept, lists joined, `null` and `false` left out. */
export const html = (pieces: TemplateStringsArray, ...blanks: Content[]): Markup =>
  new Markup(
    pieces.map((piece, at) => piece + (at < blanks.length ? written(blanks[at]) : '')).join(''),
  )

/** The items with `separator` between them. */
export const joined = (items: readonly Content[], separator: string): Content[] =>
  items.flatMap((item, at) => (at === 0 ? [item] : [separator, item]))

function written(content: Content | undefined): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Markup) return content.toString()
  if (typeof content === 'object') return content.map(written).join('')
  return escapeHtml(String(content))
}
