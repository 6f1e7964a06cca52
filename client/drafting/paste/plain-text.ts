/** Pasted text without structure: its paragraphs, with the lines joined that a PDF or a letter has broken, and its lists. */
import type { BlockKind } from '#shared/text/blocks.ts'

export type Paragraph = { kind: BlockKind; level: number; words: string }

/** `plain` keeps every line as it is, a paragraph each. */
export function paragraphsOf(text: string, plain: boolean): Paragraph[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\f/g, '\n').split('\n')
  if (plain) return lines.filter((line) => line.trim()).map((words) => paragraph(words))
  const width = wrapWidth(lines)
  const joined: Paragraph[] = []
  let before = ''
  for (const raw of lines) {
    const line = raw.replace(/[\t ]+/g, ' ').trim()
    const item = line ? itemOf(line) : null
    const last = joined.at(-1)
    if (line && last && !item && before && goesOn(before, line, width)) {
      last.words = join(last.words, line)
    } else if (line) joined.push(item ?? paragraph(line))
    before = line
  }
  return joined
}

const paragraph = (words: string): Paragraph => ({ kind: 'plain', level: 0, words })

const items: readonly { find: RegExp; kind: BlockKind; level: number }[] = [
  { find: /^[•·▪●◦‣*]\s+/u, kind: 'bullet', level: 0 },
  { find: /^[-–—]\s+/u, kind: 'bullet', level: 0 },
  { find: /^\d{1,3}[.)]\s+(?=\D)/u, kind: 'operative', level: 0 },
  { find: /^\(?[a-zа-я]\)\s+/iu, kind: 'operative', level: 1 },
]

function itemOf(line: string): Paragraph | null {
  const { find, kind, level } = items.find((one) => one.find.test(line)) ?? {}
  return find && kind && level !== undefined ? { kind, level, words: line.replace(find, '') } : null
}

/** How long full lines are where a text was broken to a width; null where each line is a paragraph. */
function wrapWidth(lines: readonly string[]): number | null {
  const said = lines.map((line) => line.trim())
  const longest = Math.max(0, ...said.map(({ length }) => length))
  if (longest < 35 || longest > 120) return null
  const broken = said.filter((line, at) => {
    const next = said[at + 1] ?? ''
    return line.length > longest * 0.75 && !/[.!?:;]$/.test(line) && /^[\p{Ll}\d(«„“"]/u.test(next)
  })
  return broken.length >= 2 || (broken.length === 1 && said.length <= 3) ? longest : null
}

/** A line goes on in the next when it was full, and did not end what it said. */
function goesOn(before: string, line: string, width: number | null): boolean {
  if (width === null) return false
  const isFull = before.length > width * 0.75
  const [first = ''] = line
  const continues = first.toLowerCase() === first || !/[.!?:;…»”]$/.test(before)
  return isFull && continues
}

/** A word that was divided at the end of a line is one again. */
function join(before: string, line: string): string {
  if (/\p{L}-$/u.test(before) && /^\p{Lu}/u.test(line)) return before + line
  const divided = /\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line)
  return divided ? before.slice(0, -1) + line : `${before} ${line}`
}
