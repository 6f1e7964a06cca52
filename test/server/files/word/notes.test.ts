import { expect, test } from 'vitest'
import { paragraph, run, style } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const reference = (id: number, kind = 'footnote') =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`
const note = (id: number, content: string, kind = 'footnote') =>
  `<w:${kind} w:id="${id}">${content}</w:${kind}>`
const sign = '<w:r><w:footnoteRef/></w:r>'

test('[DRAFT7] footnotes come over with their links, each at its place in the words', () => {
  const text = read({
    body: paragraph(run('Погибли дети') + reference(2) + run('.') + reference(3)),
    footnotes:
      `<w:footnote w:type="separator" w:id="0">${paragraph('черта')}</w:footnote>` +
      note(
        2,
        paragraph(`${sign}${run(' См. ')}<w:hyperlink r:id="a">${run('здесь')}</w:hyperlink>`),
      ) +
      note(3, paragraph('Первый абзац') + paragraph('Второй')),
    footnoteLinks: { a: 'https://example.kg/' },
    links: { a: 'https://wrong.example/' },
  })
  expect(outline(text)).toEqual([
    'Погибли дети[^См. {link https://example.kg/|здесь}].[^Первый абзац / Второй]',
  ])
  expect(text.losses).toEqual([])
})

test('[DRAFT7] the anchor of a footnote carries that mark alone', () => {
  const text = read({ body: paragraph(reference(1)), footnotes: note(1, paragraph('Эзоҳ')) })
  const [id] = Object.keys(text.footnotes)
  expect(text.blocks[0]?.content).toEqual([
    { type: 'text', text: '\ufffc', marks: [{ type: 'footnote', attrs: { id } }] },
  ])
})

test('[DRAFT7] endnotes come over as footnotes and are counted', () => {
  const text = read({
    body: paragraph(run('Мир') + reference(1, 'endnote') + reference(1)),
    endnotes: note(1, paragraph('в конце'), 'endnote'),
    footnotes: note(1, paragraph('внизу')),
  })
  expect(outline(text)).toEqual(['Мир[^в конце][^внизу]'])
  expect(lossesOf(text)).toEqual({ endnote: 1 })
})

test('[DRAFT7] a note that is missing, empty, or the line above the notes leaves no anchor', () => {
  const text = read({
    body: paragraph(run('Мир') + reference(0) + reference(1) + reference(9)),
    footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('черта')}</w:footnote>${note(1, paragraph(sign))}`,
  })
  expect(outline(text)).toEqual(['Мир'])
  expect(text.footnotes).toEqual({})
})

test('[DRAFT7] a note that refers to itself is read once', () => {
  const text = read({
    body: paragraph(run('а') + reference(1) + run('б') + reference(1)),
    footnotes: note(1, paragraph(run('сам') + reference(1))),
  })
  expect(outline(text)).toEqual(['а[^сам]б[^сам]'])
  expect(Object.keys(text.footnotes)).toHaveLength(1)
})

test('[DRAFT7] a note with a sign of its own is numbered like the others', () => {
  const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
  const text = read({ body: paragraph(run('Мир') + own), footnotes: note(1, paragraph('прим.')) })
  expect(outline(text)).toEqual(['Мир[^прим.]'])
})

test('[DRAFT7] a note holds plain paragraphs: no headings, no tables', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph('ячейка')}</w:tc></w:tr></w:tbl>`
  const heading = paragraph('Заголовок', '<w:pStyle w:val="h"/>')
  const text = read({
    body: paragraph(run('Мир') + reference(1)),
    styles: style('h', 'heading 1'),
    footnotes: note(1, heading + table),
  })
  expect(outline(text)).toEqual(['Мир[^Заголовок / ячейка]'])
  expect(lossesOf(text)).toEqual({ 'nested-table': 1 })
})
