import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWordFile } from '#server/files/word/read-word-file.ts'
import { Refusal } from '#shared/refusals.ts'
import {
  document,
  field,
  list,
  listed,
  listFamily,
  paragraph,
  run,
  style,
  styled,
  type WordFileParts,
  wordFile,
} from '#test/support/word-file.ts'
import { checkText } from '#test/support/word-text.ts'

/** Something of everything. */
const parts = {
  body: [
    styled('Heading1', 'Заявление'),
    listed(1, 0, 'Просим:'),
    listed(1, 1, 'открыть переход;'),
    paragraph(
      `${run('Слова', '<w:b/>')}<w:r><w:footnoteReference w:id="1"/></w:r>${field('PAGE', run('1'))}`,
    ),
    `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('а')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
    paragraph(`<w:ins w:id="1">${run('да')}</w:ins><w:del w:id="2">${run('нет')}</w:del>`),
  ].join(''),
  styles: style('Heading1', 'heading 1', '<w:basedOn w:val="Normal"/>'),
  numbering: listFamily(1, ['decimal', 'russianLower']) + list(1, 1),
  footnotes: `<w:footnote w:id="1">${paragraph('Сноска')}</w:footnote>`,
} satisfies WordFileParts

const good = wordFile(parts)

/** Reads, and lets through nothing but a text that the schema takes, or a refusal; and neither late. */
function readHostile(bytes: Uint8Array): void {
  const began = performance.now()
  try {
    checkText(readWordFile(bytes))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  expect(performance.now() - began).toBeLessThan(2000)
}

test('[DRAFT7] random bytes are refused, not stumbled over', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), readHostile), { numRuns: 200 })
})

test('[DRAFT7] a file with flipped bits is read or refused', () => {
  const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(7)), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(flips, (bits) => {
      const bytes = good.slice()
      for (const [at, bit] of bits) bytes[at] = (bytes[at] as number) ^ (1 << bit)
      readHostile(bytes)
    }),
    { numRuns: 300 },
  )
})

test('[DRAFT7] parts with pieces cut out, doubled or moved are read or refused', () => {
  const place = fc.nat(10_000)
  const part = fc.constantFrom<keyof typeof parts>('body', 'styles', 'numbering', 'footnotes')
  fc.assert(
    fc.property(part, place, place, place, (name, one, two, to) => {
      const elements = parts[name].match(/<[^>]*>|[^<]+/g) ?? []
      const from = one % elements.length
      const piece = elements.splice(from, 1 + (two % 6))
      elements.splice(to % (elements.length + 1), 0, ...piece, ...(to % 2 === 0 ? piece : []))
      readHostile(wordFile({ ...parts, [name]: elements.join('') }))
    }),
    { numRuns: 300 },
  )
})

const names = [
  ...['p', 'r', 't', 'pPr', 'rPr', 'numPr', 'tbl', 'tr', 'tc', 'tcPr', 'trPr', 'sdt', 'ins', 'del'],
  ...['hyperlink', 'fldSimple', 'fldChar', 'instrText', 'footnoteReference', 'drawing', 'pict'],
  ...['txbxContent', 'br', 'sym', 'pStyle', 'ilvl', 'numId', 'gridSpan', 'vMerge', 'gridBefore'],
  ...['outlineLvl', 'b', 'vertAlign', 'vanish', 'constructor', '__proto__', 'toString'],
]
const attributes = ['val', 'id', 'instr', 'fldCharType', 'char', 'font', 'type', 'anchor']
const values = [
  '1',
  '0',
  '-1',
  '99999999999',
  'begin',
  'separate',
  'end',
  'restart',
  'TOC',
  'Heading1',
]

const { xml } = fc.letrec<{ xml: string; children: string }>((tie) => ({
  children: fc.array(tie('xml'), { maxLength: 5 }).map((all) => all.join('')),
  xml: fc.oneof(
    { maxDepth: 12, depthSize: 'large' },
    fc.constantFrom('<w:t>мир</w:t>', '<w:p><w:r><w:t>ҷанг не</w:t></w:r></w:p>', '<w:tr/>'),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom(...attributes),
        fc.constantFrom(...values),
        tie('children'),
      )
      .map(([name, key, value, inner]) => `<w:${name} w:${key}="${value}">${inner}</w:${name}>`),
  ),
}))

test('[DRAFT7] any elements in any order are read or refused', () => {
  fc.assert(
    fc.property(fc.array(xml, { maxLength: 12 }), (all) => {
      const files = { 'word/document.xml': document(all.join('')) }
      readHostile(wordFile({ ...parts, files }))
    }),
    { numRuns: 300 },
  )
})
