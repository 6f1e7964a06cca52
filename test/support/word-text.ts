/** Shows what was read from a Word file in one line a block, so that a test can be read. */
import type { FileText } from '#server/files/file-text.ts'
import { readWordFile } from '#server/files/word/read-word-file.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { schema } from '#shared/text/schema.ts'
import { type WordFileParts, wordFile } from './word-file.ts'

/** Reads a file of these parts, and makes sure that our schema takes what comes out. */
export function read(parts: WordFileParts): FileText {
  const text = readWordFile(wordFile(parts))
  checkText(text)
  return text
}

/** Throws unless every body is one that our schema takes. */
export function checkText({ blocks, footnotes }: FileText): void {
  for (const content of [blocks, ...Object.values(footnotes)]) {
    schema.nodeFromJSON({ type: 'doc', content }).check()
  }
}

/**
 * `kind level@start: words`, where level and start are left out when they say nothing; `{bold|words}`,
 * `[^the note]`, `⏎` for a break. A row of a table is `| cell | cell`, with `2x1` for its spans.
 */
export function outline({ blocks, footnotes }: FileText): string[] {
  const inline = ({ type, text, marks = [] }: Inline): string => {
    if (type === 'break') return '⏎'
    const note = marks.find((mark) => mark.type === 'footnote')?.attrs?.id
    if (note) return `[^${(footnotes[note] ?? []).flatMap(lines).join(' / ')}]`
    const names = marks.map(({ type, attrs }) => (attrs?.href ? `${type} ${attrs.href}` : type))
    return names.length > 0 ? `{${names.join(' ')}|${text}}` : text
  }
  const lines = ({ type, attrs = {}, content = [] }: NodeJson): string[] => {
    if (type === 'table') return content.map((row) => (row.content ?? []).map(cell).join(' '))
    if (type === 'image') return [`(${attrs.alt}) ${content.map(({ text }) => text).join('')}`]
    const level = attrs.level ? ` ${attrs.level}` : ''
    const start = attrs.start === null ? '' : `@${attrs.start}`
    const words = (content as unknown as Inline[]).map(inline).join('')
    return [`${attrs.kind === 'plain' ? '' : `${attrs.kind}${level}${start}: `}${words}`]
  }
  const cell = ({ attrs = {}, content = [] }: NodeJson): string => {
    const spans = attrs.colspan * attrs.rowspan > 1 ? ` ${attrs.colspan}x${attrs.rowspan}` : ''
    return `|${attrs.header ? '#' : ''}${spans} ${content.flatMap(lines).join(' / ')}`
  }
  return blocks.flatMap(lines)
}

/** What was lost, as `{ image: 2 }`. */
export const lossesOf = ({ losses }: FileText): { [what: string]: number } =>
  Object.fromEntries(losses.map(({ what, count }) => [what, count]))

type Inline = {
  type: string
  text: string
  marks?: { type: string; attrs?: { id?: string; href?: string } }[]
}
