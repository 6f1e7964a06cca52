import { expect, test } from 'vitest'
import { field, fieldPart, paragraph, run, style } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const underlined = '<w:u w:val="single"/>'

test('[DRAFT7] a link comes over without its underlining', () => {
  const body = paragraph(
    `${run('см. ')}<w:hyperlink r:id="a" w:anchor="p2">${run('отчёт', underlined)}</w:hyperlink>`,
  )
  const text = read({ body, links: { a: 'https://example.kg/report' } })
  expect(outline(text)).toEqual(['см. {link https://example.kg/report#p2|отчёт}'])
  expect(text.losses).toEqual([])
})

test('[DRAFT7] a link that nobody should follow comes over as words, and is counted', () => {
  const link = (id: string, words: string) =>
    `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`
  const text = read({
    body: paragraph(link('a', 'раз ') + link('b', 'два ') + link('c', 'три')),
    links: { a: 'javascript:alert(1)', b: 'file:///etc/passwd', c: '\\\\server\\share' },
  })
  expect(outline(text)).toEqual(['раз два три'])
  expect(lossesOf(text)).toEqual({ 'unsafe-link': 3 })
})

test('[DRAFT7] a link to a place in the document, or to nothing, comes over as words', () => {
  const body = paragraph(
    `<w:hyperlink w:anchor="_Toc1">${run('глава ')}</w:hyperlink><w:hyperlink r:id="none">${run('нигде')}</w:hyperlink>`,
  )
  const text = read({ body })
  expect(outline(text)).toEqual(['глава нигде'])
  expect(lossesOf(text)).toEqual({ field: 2 })
})

test('[DRAFT7] a link may be a field, in the short and in the long form', () => {
  const body =
    paragraph(
      `<w:fldSimple w:instr=' HYPERLINK "mailto:mir@example.tj" '>${run('почта')}</w:fldSimple>`,
    ) +
    paragraph(
      field(
        'HYPERLINK "https://example.tj/a" \\l "b" \\o "подсказка"',
        run('сомона', underlined) + run('и мо', underlined),
      ) + run(' дальше'),
    )
  expect(outline(read({ body }))).toEqual([
    '{link mailto:mir@example.tj|почта}',
    '{link https://example.tj/a#b|сомонаи мо} дальше',
  ])
})

test('[DRAFT7] an instruction may be cut into several runs', () => {
  const code = (text: string) =>
    `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
  const body = paragraph(
    `${fieldPart('begin')}${code(' HYPER')}${code('LINK "https://exam')}${code('ple.kg" ')}${fieldPart('separate')}${run('шилтеме')}${fieldPart('end')}`,
  )
  expect(outline(read({ body }))).toEqual(['{link https://example.kg/|шилтеме}'])
})

test('[DRAFT7] the result of other fields is kept, and counted when it would go stale', () => {
  const body =
    paragraph(run('стр. ') + field('PAGE', run('7')) + field('XE "мир"', '')) +
    paragraph(`${run('Таблица ')}<w:fldSimple w:instr="SEQ Таблица">${run('1')}</w:fldSimple>`) +
    paragraph(field('QUOTE "слово"', run('слово')))
  const text = read({ body })
  expect(outline(text)).toEqual(['стр. 7', 'Таблица 1', 'слово'])
  expect(lossesOf(text)).toEqual({ field: 2 })
})

test('[DRAFT7] a table of contents is left out and counted once, with all that is in it', () => {
  const entry = `<w:hyperlink w:anchor="_Toc1">${run('Глава')}${field('PAGEREF _Toc1', run('3'))}</w:hyperlink>`
  const body =
    paragraph(
      `${fieldPart('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${fieldPart('separate')}${entry}`,
    ) +
    paragraph(entry) +
    paragraph(fieldPart('end')) +
    paragraph('Сам текст')
  const text = read({ body })
  expect(outline(text)).toEqual(['Сам текст'])
  expect(lossesOf(text)).toEqual({ field: 1 })
})

test('[DRAFT7] a table of contents in a content control goes with its heading', () => {
  const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
  const body = `<w:sdt><w:sdtPr>${gallery}</w:sdtPr><w:sdtContent>${paragraph('Мазмуну')}${paragraph(field('TOC', run('Глава 3')))}</w:sdtContent></w:sdt>${paragraph('Текст')}`
  const text = read({ body })
  expect(outline(text)).toEqual(['Текст'])
  expect(lossesOf(text)).toEqual({ field: 1 })
})

test('[DRAFT7] a field that never ends swallows nothing', () => {
  const open = `${fieldPart('begin')}<w:r><w:instrText> TOC </w:instrText></w:r>`
  const contents = paragraph(`${open}${fieldPart('separate')}${run('Глава')}`) + paragraph('Текст')
  expect(outline(read({ body: contents }))).toEqual(['Глава', 'Текст'])
  const code = paragraph(run('до') + open) + paragraph('после')
  expect(outline(read({ body: code }))).toEqual(['до', 'после'])

  const ended = paragraph(`<w:del w:id="1" w:author="А">${fieldPart('end')}</w:del>`)
  expect(outline(read({ body: contents + ended }))).toEqual(['Глава', 'Текст'])
})

test('[DRAFT7] the look of a link without an address is not an underlining of ours', () => {
  const styles = style('a1', 'Hyperlink', `<w:rPr>${underlined}</w:rPr>`, 'character')
  const body = paragraph(
    run('www.example.kg ', '<w:rStyle w:val="a1"/>') +
      run('важно', `<w:rStyle w:val="a1"/>${underlined}`),
  )
  expect(outline(read({ body, styles }))).toEqual(['www.example.kg {underline|важно}'])
})
