/** An invented statement in four languages, with everything that a text may hold. */
import { type Language, languages } from '#shared/language/languages.ts'
import { type CanonicalRelease, releaseFormat } from '#shared/releases.ts'
import type { BlockKind } from '#shared/text/blocks.ts'
import type { Block, CanonicalText, Run, TextBlock } from '#shared/text/canonical.ts'
import { type BorderCrossingWords, borderCrossingWords } from './border-crossing-words.ts'

export const borderCrossing = (): CanonicalRelease => ({
  format: releaseFormat,
  symbol: 'KG-TJ/2026/3',
  kind: 'joint-statement',
  addressees: {
    en: ['The governments’ commissions of the two countries', 'The heads of the districts'],
    ky: ['Эки өлкөнүн өкмөттүк комиссиялары', 'Райондордун башчылары'],
    ru: ['Правительственные комиссии двух стран', 'Главы районов'],
    tg: ['Комиссияҳои ҳукуматии ду кишвар', 'Раисони ноҳияҳо'],
  },
  authentic: ['ky', 'ru', 'tg'],
  prevailing: null,
  texts: languages.map((language) => textOf(language, borderCrossingWords[language])),
})

const levels = [0, 0, 1, 1, 2, 2, 1, 0]

function textOf(language: Language, words: BorderCrossingWords): CanonicalText {
  const blocks: Block[] = [
    block('t', 'heading', words.title, 1),
    ...words.preamble.map((line, at) => block(`p${at}`, 'preamble', line)),
    block('h', 'heading', words.demands, 2),
    ...words.clauses.map((line, at) => block(`b${at}`, 'operative', line, levels[at])),
    block('w', 'plain', words.wish),
    table('tb', words.table),
    ...words.list.map((line, at) => block(`l${at}`, at < 2 ? 'bullet' : 'numbered', line)),
    block('q', 'quotation', words.quotation),
    block('e', 'plain', words.end),
  ]
  const footnotes = words.notes.map((line, at) => ({
    id: 'ab'.charAt(at),
    blocks: [block(`n${at}`, 'plain', line)],
  }))
  return { language, title: words.title, blocks, footnotes }
}

const block = (id: string, kind: BlockKind, line: string, level = 0): TextBlock => ({
  id,
  kind,
  ...(level > 0 && { level }),
  runs: runsOf(line),
})

const table = (id: string, rows: string[][]): Block => ({
  id,
  kind: 'table',
  rows: rows.map((cells, row) =>
    cells.map((cell, at) => ({
      ...(row === 0 && { header: true as const }),
      blocks: [block(`${id}-${row}-${at}`, 'plain', cell)],
    })),
  ),
})

function runsOf(line: string): Run[] {
  return line
    .split(/(\^\w|@\w+|https:\S+)/)
    .filter((piece) => piece !== '')
    .map((piece): Run => {
      if (piece.startsWith('^')) return { footnote: piece.slice(1) }
      if (piece.startsWith('@')) return { reference: piece.slice(1) }
      return piece.startsWith('https:') ? { text: piece, link: piece } : { text: piece }
    })
}
