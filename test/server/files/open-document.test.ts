import { expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { openDocument } from '#test/support/open-document.ts'
import { checkText, lossesOf, outline } from '#test/support/word-text.ts'

const read = (...parts: Parameters<typeof openDocument>) => {
  const text = readFile(openDocument(...parts), 'odt')
  checkText(text)
  return text
}

test('[DRAFT7] an OpenDocument text comes in with its lists, notes, links, tables and review', () => {
  const text = read()
  expect(outline(text)).toEqual([
    'heading 1: О воде',
    'Мы, {bold|организации}, обращаемся к {insertion|обоим правительствам}{deletion|властям}.[^Замеры 2026  года.]',
    'operative: раз',
    'operative 1: глубже',
    'operative@5: пять',
    'bullet: точка',
    '{comment|это место} и {link https://example.org/|ссылка}',
    '|# 2x1 шапка',
    '| а | б',
  ])
  expect(Object.values(text.suggestions)).toEqual([
    { author: 'Айгүл', at: '2026-03-02T10:00:00', text: 'обоим правительствам' },
    { author: 'Айгүл', at: '2026-03-02T10:00:00', text: 'властям' },
  ])
  expect(Object.values(text.comments)).toMatchObject([
    { quotation: 'это место', replies: [{ author: 'Фирӯз', text: 'точнее?' }] },
  ])
  expect(lossesOf(text)).toEqual({})
})

test('[DRAFT7] a deletion over several paragraphs leaves each of them to be settled', () => {
  const body = `<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info/><text:p> конец</text:p><text:p>начало </text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>раз<text:change text:change-id="c"/>два</text:p>`
  const text = read({ body })
  expect(outline(text)).toEqual(['раз{deletion| конец}', '{deletion|начало }два'])
  expect(text.blocks.map(({ attrs }) => attrs?.review?.kind)).toEqual(['deletion', undefined])
})

test('[DRAFT7] what an OpenDocument text holds beyond ours is named', () => {
  const body = `<text:p>Слово<draw:frame><draw:image xlink:href="http://example.org/x.png"/></draw:frame> <text:date>2 марта</text:date></text:p><text:table-of-content><text:index-body><text:p>Глава 1</text:p></text:index-body></text:table-of-content><text:p text:style-name="Horizontal_20_Line"/>`
  const styles = '<style:style style:name="Horizontal_20_Line" style:family="paragraph"/>'
  const text = read({ body, styles })
  expect(outline(text)).toEqual(['Слово 2 марта'])
  expect(lossesOf(text)).toEqual({ image: 1, rule: 1, field: 2 })
})

test('[DRAFT7] one with a password or without a text is refused', () => {
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
  expect(() => read({ manifest })).toThrow(expect.objectContaining({ code: 'file-encrypted' }))
  expect(() => read({ body: '<text:p> </text:p>' })).toThrow(
    expect.objectContaining({ code: 'file-empty' }),
  )
})
