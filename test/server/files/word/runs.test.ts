import { expect, test } from 'vitest'
import { paragraph, run, style, styled } from '#test/support/word-file.ts'
import { lossesOf, outline, read } from '#test/support/word-text.ts'

const inOne = (...runs: string[]) => outline(read({ body: paragraph(runs.join('')) }))[0]

test('[DRAFT7] bold, italic, underline, strike, sub- and superscript come over', () => {
  expect(
    inOne(
      run('ж', '<w:b/>'),
      run('к', '<w:i w:val="true"/>'),
      run('п', '<w:u w:val="single"/>'),
      run('з', '<w:strike/>'),
      run('2', '<w:vertAlign w:val="subscript"/>'),
      run('3', '<w:b/><w:dstrike/><w:vertAlign w:val="superscript"/>'),
    ),
  ).toBe('{bold|ж}{italic|к}{underline|п}{strike|з}{subscript|2}{bold strike superscript|3}')
})

test('[DRAFT7] a format that is switched off is off', () => {
  expect(
    inOne(
      run('а', '<w:b w:val="false"/><w:i w:val="0"/>'),
      run('б', '<w:u w:val="none"/><w:strike w:val="off"/>'),
    ),
  ).toBe('аб')
})

test('[DRAFT7] formats come from character styles, not from the style of a paragraph', () => {
  const styles =
    style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character') +
    style('Both', 'Оба', '<w:basedOn w:val="Strong"/><w:rPr><w:i/></w:rPr>', 'character') +
    style('Loud', 'Громко', '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>')
  const body = styled(
    'Loud',
    run('сильно ', '<w:rStyle w:val="Strong"/>') +
      run('оба ', '<w:rStyle w:val="Both"/>') +
      run('снято ', '<w:rStyle w:val="Both"/><w:b w:val="0"/>') +
      run('просто'),
  )
  expect(outline(read({ body, styles }))).toEqual([
    '{bold|сильно }{bold italic|оба }{italic|снято }просто',
  ])
})

test('[DRAFT7] runs of one format are joined, in Unicode form NFC, without blanks at the ends', () => {
  expect(inOne(run('  Кыргызча: и'), run('\u0306 '), run('тоҷикӣ\t '))).toBe('Кыргызча: й тоҷикӣ')
})

test('[DRAFT7] tabs, breaks and special hyphens come over as characters', () => {
  const body = paragraph(
    '<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:cr/><w:t>г</w:t><w:noBreakHyphen/><w:t>д</w:t><w:softHyphen/><w:t>е</w:t><w:br w:type="page"/><w:t>ж</w:t><w:br/></w:r>',
  )
  expect(outline(read({ body }))).toEqual(['а б⏎в⏎г\u2011д\u00adе ж'])
})

test('[DRAFT7] characters of symbol fonts come over as what they look like', () => {
  const sign = (font: string, code: string) => `<w:sym w:font="${font}" w:char="${code}"/>`
  const signs = [
    sign('Symbol', 'F0B7'),
    sign('Symbol', 'F061'),
    sign('Wingdings', 'F0FC'),
    sign('Wingdings 2', 'F0FF'),
    sign('Arial', '2116'),
    sign('Arial', 'F041'),
    sign('Arial', 'нет'),
    sign('Arial', 'D800'),
  ]
  expect(inOne(`<w:r>${signs.join('')}</w:r>`)).toBe('•α✓□№A□□')
})

test('[DRAFT7] empty paragraphs are left out, and the anchor of footnotes is never in the words', () => {
  const body = `${paragraph('') + paragraph(' ') + paragraph(run('мир\ufffc'))}<w:p/>`
  expect(outline(read({ body }))).toEqual(['мир'])
})

test('[DRAFT7] content controls and other wrappings are looked through', () => {
  const body =
    `<w:sdt><w:sdtPr><w:alias w:val="нет"/></w:sdtPr><w:sdtContent>${paragraph('раз')}</w:sdtContent></w:sdt>` +
    `<w:customXml>${paragraph(
      `<w:smartTag>${run('два ')}</w:smartTag><w:sdt><w:sdtContent>${run('три')}</w:sdtContent></w:sdt>`,
    )}</w:customXml>`
  expect(outline(read({ body }))).toEqual(['раз', 'два три'])
})

test('[DRAFT7] hidden text stays behind and is counted', () => {
  const text = read({ body: paragraph(run('видно') + run(' тайное имя', '<w:vanish/>')) })
  expect(outline(text)).toEqual(['видно'])
  expect(lossesOf(text)).toEqual({ 'hidden-text': 1 })
})

test('[DRAFT7] an equation comes over as its plain text and is counted', () => {
  const part = (name: string, text: string) =>
    `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`
  const equation = `<m:oMath><m:f>${part('num', '1')}${part('den', '2')}</m:f>${part('e', '+x')}${part('sup', '2')}</m:oMath>`
  const text = read({ body: paragraph(run('Доля ') + equation) })
  expect(outline(text)).toEqual(['Доля 1/2+x{superscript|2}'])
  expect(lossesOf(text)).toEqual({ equation: 1 })
})
