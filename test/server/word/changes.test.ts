import { expect, test } from 'vitest'
import { list, listed, listFamily, paragraph, run } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const who = 'w:id="1" w:author="Айгүл" w:date="2026-03-02T10:00:00Z"'
const inserted = (text: string) => `<w:ins ${who}>${run(text)}</w:ins>`
const deleted = (text: string) => `<w:del ${who}><w:r><w:delText>${text}</w:delText></w:r></w:del>`

test('[DRAFT7] tracked insertions come over as text, deletions do not; each is counted', () => {
  const text = read({
    body: paragraph(run('Биз ') + inserted('суранабыз') + deleted('талап кылабыз') + inserted('.')),
  })
  expect(outline(text)).toEqual(['Биз суранабыз.'])
  expect(lossesOf(text)).toEqual({ 'tracked-insertion': 2, 'tracked-deletion': 1 })
})

test('[DRAFT7] what was moved stands where it was moved to', () => {
  const moved = (name: string) => `<w:${name} ${who}>${run('Об ба ҳама мерасад.')}</w:${name}>`
  const text = read({
    body: paragraph(moved('moveFrom')) + paragraph('Ҳамсоягӣ.') + paragraph(moved('moveTo')),
  })
  expect(outline(text)).toEqual(['Ҳамсоягӣ.', 'Об ба ҳама мерасад.'])
  expect(lossesOf(text)).toEqual({ 'tracked-insertion': 1, 'tracked-deletion': 1 })
})

test('[DRAFT7] a paragraph whose end was deleted goes on in the next', () => {
  const end = (name: string) => `<w:rPr><w:${name} ${who}/></w:rPr>`
  const text = read({
    body: paragraph('Первая половина, ', end('del')) + paragraph('вторая половина.'),
  })
  expect(outline(text)).toEqual(['Первая половина, вторая половина.'])
  expect(lossesOf(text)).toEqual({ 'tracked-deletion': 1 })
  const last = read({ body: paragraph('Последние слова', end('del')) })
  expect(outline(last)).toEqual(['Последние слова'])
  const table = `<w:tbl><w:tr><w:tc>${paragraph('ячейка')}</w:tc></w:tr></w:tbl>`
  const before = read({ body: paragraph('Перед таблицей', end('del')) + table })
  expect(outline(before)).toEqual(['Перед таблицей', '| ячейка'])
  const split = read({ body: paragraph('раз', end('ins')) + paragraph('два') })
  expect(outline(split)).toEqual(['раз', 'два'])
  expect(lossesOf(split)).toEqual({ 'tracked-insertion': 1 })
})

test('[DRAFT7] a clause deleted with its end is gone, and not counted', () => {
  const gone = '<w:rPr><w:del w:id="1" w:author="А"/></w:rPr>'
  const text = read({
    body: listed(1, 0, 'раз') + listed(1, 0, deleted('снято'), gone) + listed(1, 0, 'два'),
    numbering: listFamily(1, ['decimal']) + list(1, 1),
  })
  expect(outline(text)).toEqual(['operative: раз', 'operative: два'])
  expect(lossesOf(text)).toEqual({ 'tracked-deletion': 1 })
})

test('[DRAFT7] tracked formatting is counted, and shown as it became', () => {
  const text = read({
    body: paragraph(
      run('слово', '<w:b/><w:rPrChange w:id="1" w:author="А"><w:rPr><w:i/></w:rPr></w:rPrChange>'),
      '<w:pPrChange w:id="2" w:author="А"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>',
    ),
  })
  expect(outline(text)).toEqual(['{bold|слово}'])
  expect(lossesOf(text)).toEqual({ 'tracked-formatting': 2 })
})

test('[DRAFT7] comments are counted, each once', () => {
  const mark = (id: number) =>
    `<w:commentRangeStart w:id="${id}"/>${run('место ')}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  const text = read({ body: paragraph(mark(0) + mark(1) + mark(1)) })
  expect(outline(text)).toEqual(['место место место'])
  expect(lossesOf(text)).toEqual({ comment: 2 })
})
