/** Plain text, in and out: a line is a paragraph; numbers and signs at its beginning say what it is. [DRAFT7] */
import type { Attrs } from '@tiptap/pm/model'
import type { Language } from '#shared/language/languages.ts'
import { Refusal } from '#shared/refusals.ts'
import { type BlockKind, newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { most, within } from './bounds.ts'
import { decodeText } from './decode-text.ts'
import type { FileText, TextNodes } from './file-text.ts'
import { tidied, words } from './inline.ts'
import { piecesOf } from './inline-nodes.ts'
import { settleStarts } from './settle.ts'
import {
  countsOf,
  factsOf,
  notesIn,
  pictureWords,
  type Reference,
  referencesOf,
} from './text-blocks.ts'

/** Throws `unreadable-file`, `file-too-large` or `file-empty`. */
export function readPlainText(bytes: Uint8Array): FileText {
  const text = decodeText(bytes)
  within(text.length <= most.characters)
  const numbers = new Map<Attrs, number>()
  const blocks = text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => readLine(line, numbers))
  settleStarts(blocks, numbers)
  if (blocks.length === 0) throw new Refusal('file-empty')
  return {
    ...{ blocks, numbering: null, footnotes: {} },
    ...{ pictures: {}, suggestions: {}, comments: {}, losses: [] },
  }
}

function readLine(line: string, numbers: Map<Attrs, number>): NodeJson[] {
  const [, number] = line.match(/^\s*(\d{1,3})[.)]\s+\S/) ?? []
  if (number) {
    const [block] = blockOf('operative', line.replace(/^\s*\d+[.)]\s+/, ''))
    if (block?.attrs) numbers.set(block.attrs, Number(number))
    return block ? [block] : []
  }
  const [sign] = line.match(/^\s*[•–*-]\s+(?=\S)/) ?? []
  return sign ? blockOf('bullet', line.slice(sign.length)) : blockOf('plain', line)
}

function blockOf(kind: BlockKind, line: string): NodeJson[] {
  const content = tidied([words(line)])
  const attrs = { id: newId(), kind, level: 0, start: null }
  return content.length > 0 ? [{ type: 'block', attrs, content }] : []
}

/**
 * With the numbers that the text shows, notes at the end, a tab between the cells of a row. What is
 * suggested to go is left out.
 */
export function writePlainText(
  text: TextNodes,
  { language }: { language: Language },
): Uint8Array<ArrayBuffer> {
  const style = text.numbering ?? 'letters'
  const counts = countsOf(text.blocks, language, style)
  const references = referencesOf(text.blocks, language, style)
  const notes = notesIn(text.blocks, text)
  const lineOf = (block: NodeJson): string => {
    const { level } = factsOf(block)
    const label = counts.get(block)?.label
    const indent = label ? '   '.repeat(level) : ''
    return `${indent}${label ? `${label} ` : ''}${inLine(block.content, references, notes)}`
  }
  const parts = text.blocks.map((block) =>
    block.type === 'table'
      ? tableLines(block, lineOf)
      : block.type === 'image'
        ? [pictureWords(block.attrs), lineOf(block)].filter(Boolean).join('\n')
        : lineOf(block),
  )
  const last = notes.map((id, at) => {
    const lines = (text.footnotes[id] ?? []).map(({ content }) => inLine(content, references, []))
    return `[${at + 1}] ${lines.join('\n    ')}`
  })
  const all = [...parts, ...(last.length > 0 ? ['—', ...last] : [])].filter((part) => part !== '')
  return new TextEncoder().encode(`${all.join('\n\n')}\n`)
}

const tableLines = (table: NodeJson, lineOf: (block: NodeJson) => string): string =>
  (table.content ?? [])
    .map(({ content = [] }) =>
      content.map((cell) => (cell.content ?? []).map(lineOf).join(' / ')).join('\t'),
    )
    .join('\n')

const inLine = (
  content: readonly NodeJson[] | undefined,
  references: ReadonlyMap<string, Reference>,
  notes: readonly string[],
): string =>
  piecesOf(content)
    .filter(({ deletion }) => deletion === null)
    .map((piece) => {
      if ('text' in piece) return piece.text.replace(/[\r\n\t]/g, ' ')
      if ('break' in piece) return '\n'
      if ('footnote' in piece) {
        const place = notes.indexOf(piece.footnote)
        return place === -1 ? '' : `[${place + 1}]`
      }
      return references.get(piece.reference)?.label ?? '[?]'
    })
    .join('')
    .trim()
