/** What a paragraph is by its style: a title, a heading, a quotation, a preamble, or none of these. */

import { settingOf, wholeNumber, type XmlElement } from '../xml.ts'
import type { Style } from './styles.ts'

/** The level of a heading as Word counts it; a document's title has level 0. */
export type Role =
  | { kind: 'heading'; level: number }
  | { kind: 'quotation' | 'preamble' | 'numbered' }
  | null

/** The role of a paragraph with these properties of its own and these styles, the nearest first. */
export function roleOf(properties: XmlElement | undefined, styles: readonly Style[]): Role {
  const level = headingLevel(properties, styles)
  if (level !== null) return { kind: 'heading', level }
  for (const { name } of styles) {
    const kind = quotations.has(name) ? 'quotation' : ours.get(name)
    if (kind) return { kind }
  }
  return null
}

/** As Word, LibreOffice and pandoc name them, in English and in Russian. */
const quotations = new Set([
  'quote',
  'intensequote',
  'blocktext',
  'blockquote',
  'blockquotation',
  'quotations',
  'цитата',
  'цитата2',
  'выделеннаяцитата',
  'блочнаяцитата',
])
/** Kinds that Word has no style for: those of the files that we write ourselves. */
const ours = new Map<string, 'preamble' | 'numbered'>([
  ['preamble', 'preamble'],
  ['преамбула', 'preamble'],
  ['numberedlist', 'numbered'],
])
const titles = new Set(['title', 'название', 'заглавие'])
/** Based on the title in some templates, but not one. */
const subtitles = new Set(['subtitle', 'подзаголовок'])
const heading = /^(?:heading|заголовок)([1-9])$/

/** The outline level that says: this is running text. */
const runningText = 9

/** What the paragraph says itself comes first, then what its nearest style says. */
function headingLevel(properties: XmlElement | undefined, styles: readonly Style[]): number | null {
  const own = outlineLevel(properties)
  if (own !== undefined) return own
  for (const style of styles) {
    const level = levelOfStyle(style)
    if (level !== undefined) return level
  }
  return null
}

function levelOfStyle({ name, paragraph }: Style): number | null | undefined {
  if (subtitles.has(name)) return null
  if (titles.has(name)) return 0
  const named = heading.exec(name)
  return named ? Number(named[1]) : outlineLevel(paragraph)
}

function outlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const level = wholeNumber(settingOf(properties, 'w:outlineLvl'), runningText)
  return level === undefined ? undefined : level === runningText ? null : level + 1
}
