import { expect, test } from 'vitest'
import { paragraph } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const row = (cells: string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const begins = '<w:vMerge w:val="restart"/>'
const goesOn = '<w:vMerge/>'
const rest = paragraph('конец')

/** The outline without the last paragraph, which keeps the file from being empty. */
const tableOf = (xml: string) => outline(read({ body: xml + rest })).slice(0, -1)

test('[DRAFT7] a table comes over with its head and its paragraphs', () => {
  const xml = table(
    row([cell('Айыл'), cell('Үй-бүлө')], '<w:tblHeader/>'),
    row([cell('Ак-Сай'), cell(paragraph('412') + paragraph('') + paragraph('(2026)'))]),
    row([cell('Ворух'), cell('')]),
  )
  expect(tableOf(xml)).toEqual(['|# Айыл |# Үй-бүлө', '| Ак-Сай | 412 / (2026)', '| Ворух | '])
})

test('[DRAFT7] every block and every table gets an id of its own', () => {
  const text = read({ body: table(row([cell('а'), cell('')])) + paragraph('б') })
  const ids = [...JSON.stringify(text.blocks).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(4)
})

test('[DRAFT7] cells merged across and down stay merged', () => {
  const xml = table(
    row([cell('Пункт', begins), cell('Жители', across(2))]),
    row([cell('', goesOn), cell('дети'), cell('взрослые')]),
    row([cell('Кулунду'), cell('1'), cell('2')]),
  )
  expect(tableOf(xml)).toEqual([
    '| 1x2 Пункт | 2x1 Жители',
    '| дети | взрослые',
    '| Кулунду | 1 | 2',
  ])
})

test('[DRAFT7] words under a merged cell are kept, and a cell that goes on from nothing is a cell', () => {
  const hidden = table(row([cell('а', begins), cell('б')]), row([cell('под', goesOn), cell('в')]))
  expect(tableOf(hidden)).toEqual(['| 1x2 а / под | б', '| в'])
  const orphan = table(row([cell('а'), cell('б')]), row([cell('в', goesOn), cell('г')]))
  expect(tableOf(orphan)).toEqual(['| а | б', '| в | г'])
  const wider = table(row([cell('а', begins), cell('б')]), row([cell('в', goesOn + across(2))]))
  expect(tableOf(wider)).toEqual(['| а | б', '| 2x1 в'])
})

test('[DRAFT7] a row that is wholly merged into the one above goes', () => {
  const xml = table(row([cell('а', begins)]), row([cell('', goesOn)]), row([cell('б')]))
  expect(tableOf(xml)).toEqual(['| а', '| б'])
})

test('[DRAFT7] all rows are equally wide', () => {
  const xml = table(
    row([cell('а'), cell('б'), cell('в')]),
    row([cell('г')]),
    row([cell('д')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
  )
  expect(tableOf(xml)).toEqual(['| а | б | в', '| г | 2x1 ', '|  | д | '])
})

test('[DRAFT7] a table in a cell comes over as its paragraphs, and is counted', () => {
  const inner = table(row([cell('внутри 1'), cell('внутри 2')]))
  const text = read({ body: table(row([cell(paragraph('до') + inner + paragraph('после'))])) })
  expect(outline(text)).toEqual(['| до / внутри 1 / внутри 2 / после'])
  expect(lossesOf(text)).toEqual({ 'nested-table': 1 })
})

test('[DRAFT7] rows and cells in content controls are found', () => {
  const xml = table(
    `<w:sdt><w:sdtContent>${row([`<w:sdt><w:sdtContent>${cell('а')}</w:sdtContent></w:sdt>`, cell('б')])}</w:sdtContent></w:sdt>`,
  )
  expect(tableOf(xml)).toEqual(['| а | б'])
})

test('[DRAFT7] a table of no rows leaves nothing', () => {
  expect(tableOf(table())).toEqual([])
})
