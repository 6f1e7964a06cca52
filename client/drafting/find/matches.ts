/** Where words stand in a text, as a reader would look for them: ё is е, a quotation mark or a dash is one of any kind. */
import { anchorCharacter } from '#shared/text/blocks.ts'

export type SearchOptions = {
  /** Capital letters count. */
  cased: boolean
  /** Only where the words are not part of longer ones. */
  whole: boolean
}

/** The first place of a match in the text, and the one behind its last. Anchors within it are no part of the words. */
export type Match = { from: number; to: number }

/** Every place at which `query` stands; none for one without letters or signs. Matches never overlap. */
export function matchesIn(text: string, query: string, options: SearchOptions): Match[] {
  const sought = folded(query, options.cased).text
  if (sought.trim() === '') return []
  const { text: searched, starts } = folded(text, options.cased)
  const matches: Match[] = []
  let at = searched.indexOf(sought)
  while (at !== -1) {
    const end = at + sought.length
    const fits = !splits(starts, at, end) && (!options.whole || isWhole(searched, at, end))
    if (fits) matches.push({ from: starts[at] as number, to: endOf(starts, end, text) })
    at = searched.indexOf(sought, fits ? end : at + 1)
  }
  return matches
}

const alike: Record<string, string> = {
  ...{ ё: 'е', Ё: 'Е', '\u00a0': ' ', '\u202f': ' ', '\n': ' ', '‑': '-', '–': '-', '—': '-' },
  ...{ '«': '"', '»': '"', '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'", ʼ: "'" },
}

/** The text to look in, and where each unit of it stands in the original. */
function folded(text: string, cased: boolean): { text: string; starts: number[] } {
  let out = ''
  const starts: number[] = []
  // A letter with its accents is one, in whatever form it was written.
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    if (cluster.startsWith(anchorCharacter) || cluster === '\u00ad') continue
    const composed = cluster.normalize('NFC')
    const plain = alike[composed] ?? composed
    const found = cased ? plain : plain.toLowerCase()
    out += found
    for (let unit = 0; unit < found.length; unit++) starts.push(index)
  }
  return { text: out, starts }
}

/** Whether a match begins or ends within a letter. */
const splits = (starts: readonly number[], at: number, end: number): boolean =>
  (at > 0 && starts[at] === starts[at - 1]) || (end > 0 && starts[end] === starts[end - 1])

/** Behind the last letter, before anything that stands between it and the next. */
function endOf(starts: readonly number[], end: number, text: string): number {
  const last = starts[end - 1] as number
  const [letter = ''] = text.slice(last).match(/^(?:\P{M}\p{M}*|\p{M}+)/u) ?? []
  return last + letter.length
}

const isWhole = (text: string, at: number, end: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(at - 2, 0), at)) &&
  !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
