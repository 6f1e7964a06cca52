import { expect, test } from 'vitest'
import { list, listed, listFamily, paragraph, run } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const graphic = (type: string, content = '') =>
  `<w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${type}">${content}</a:graphicData></a:graphic></w:drawing>`
const shape = (content: string) =>
  graphic('wordprocessingShape', `<wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp>`)
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const drawn = (...drawings: string[]) =>
  paragraph(`${run('до ')}<w:r>${drawings.join('')}</w:r>${run('после')}`)

test('[DRAFT7] pictures, charts, diagrams and embedded objects stay behind and are counted', () => {
  const text = read({
    body:
      drawn(
        graphic('picture', '<pic:pic/>'),
        '<w:pict><v:shape><v:imagedata/></v:shape></w:pict>',
      ) +
      drawn(graphic('chart'), graphic('diagram'), '<w:object><v:shape/></w:object>') +
      '<w:altChunk r:id="x"/>',
  })
  expect(outline(text)).toEqual(['до после', 'до после'])
  expect(lossesOf(text)).toEqual({ image: 2, chart: 1, 'embedded-object': 3 })
})

test('[DRAFT7] a line drawn across the page is no picture', () => {
  const text = read({ body: drawn('<w:pict><v:rect o:hr="t"/></w:pict>') })
  expect(lossesOf(text)).toEqual({ rule: 1 })
})

test('[DRAFT7] neither is an empty paragraph with a border, as Word makes of three hyphens', () => {
  const bordered = (edge: string, words = '') => paragraph(run(words), `<w:pBdr>${edge}</w:pBdr>`)
  const text = read({
    body: [
      paragraph('до'),
      bordered('<w:bottom w:val="single"/>'),
      bordered('<w:bottom w:val="nil"/><w:left w:val="single"/>'),
      bordered('<w:bottom w:val="single"/>', 'после'),
    ].join(''),
  })
  expect(outline(text)).toEqual(['до', 'после'])
  expect(lossesOf(text)).toEqual({ rule: 1 })
})

test('[DRAFT7] the words of a text box follow its paragraph, once, though Word stores them twice', () => {
  const words = paragraph('Байланыш үчүн:') + paragraph(run('Айгүл', '<w:b/>'))
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${shape(words)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(words)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  const text = read({ body: drawn(both) + paragraph('дальше') })
  expect(outline(text)).toEqual(['до после', 'Байланыш үчүн:', '{bold|Айгүл}', 'дальше'])
  expect(lossesOf(text)).toEqual({ 'text-box': 1 })
})

test('[DRAFT7] where the first of two ways is empty, the other is taken', () => {
  const fallback = `<w:pict><v:shape><v:textbox>${box(paragraph('слова'))}</v:textbox></v:shape></w:pict>`
  const text = read({
    body: drawn(
      `<mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`,
    ),
  })
  expect(outline(text)).toEqual(['до после', 'слова'])
})

test('[DRAFT7] boxes in boxes, lists, tables and pictures in them lose no words', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph('ячейка')}</w:tc></w:tr></w:tbl>`
  const inner = drawn(shape(paragraph('глубже')), graphic('picture', '<pic:pic/>'))
  const text = read({
    body: drawn(shape(listed(1, 0, 'пункт') + table + inner)),
    numbering: listFamily(1, ['decimal']) + list(1, 1),
  })
  expect(outline(text)).toEqual(['до после', '1. пункт', 'ячейка', 'до после', 'глубже'])
  expect(lossesOf(text)).toEqual({ 'text-box': 2, image: 1, 'nested-table': 1 })
})

test('[DRAFT7] headers are counted when they hold words or pictures, not for a page number', () => {
  const body = paragraph('Текст')
  const withHeader = (header: string) => lossesOf(read({ body, header }))
  expect(withHeader(paragraph('Коалиция мира'))).toEqual({ 'header-or-footer': 1 })
  expect(withHeader(drawn(graphic('picture', '<pic:pic/>')))).toEqual({ 'header-or-footer': 1 })
  expect(withHeader(paragraph('- 2 -'))).toEqual({})
})
