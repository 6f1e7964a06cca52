/** The form of a text: how its clauses are numbered, from the draft to the page. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readText } from '#shared/text/draft.ts'
import { canonicalJson } from '#shared/text/fingerprint.ts'
import { chooseNumbering, formOf, numberingOf } from '#shared/text/form.ts'
import { textToHtml } from '#shared/text/html.ts'
import { block, draftOf, title } from './write.ts'

const draft = () =>
  draftOf([
    title('О воде'),
    block('operative', 'Просим:', { id: 'a' }),
    block('operative', 'вести журнал;', { id: 'b', level: 1 }),
  ])

const options = {
  words: { lostReference: 'нет', footnotes: 'Сноски', backToText: 'Назад' },
  assetAddress: (asset: string) => asset,
}

test('[DRAFT5] numbering by figures is chosen once, and the page numbers the same', () => {
  const doc = draft()
  chooseNumbering(doc, 'decimal')
  const { text } = readText(doc, 'ru')
  expect(text.numbering).toBe('decimal')
  expect(textToHtml(text, options)).toContain('<a class="number" href="#p-b">1.1</a>')
  expect(readText(doc, 'en').text.numbering).toBe('decimal')
})

test('[REL2] a text with the usual numbering has the bytes that it always had', () => {
  const before = canonicalJson(readText(draft(), 'ru').text)
  const doc = draft()
  chooseNumbering(doc, 'decimal')
  chooseNumbering(doc, 'letters')
  expect(canonicalJson(readText(doc, 'ru').text)).toBe(before)
  expect(before).not.toContain('numbering')
  expect(textToHtml(readText(doc, 'ru').text, options)).toContain('>а)</a>')
})

test('[DRAFT5] whatever else somebody writes into the form means the usual one', () => {
  for (const value of ['roman', 7, null, { decimal: true }, ['decimal'], new Y.Map()]) {
    const doc = draft()
    formOf(doc).set('numbering', value)
    expect(numberingOf(doc)).toBe('letters')
    expect(readText(doc, 'ru').text).not.toHaveProperty('numbering')
  }
})
