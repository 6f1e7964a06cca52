/** Numbers of clauses by figures, in and out: `1.` `1.1` `1.1.1`. */
import { expect, test } from 'vitest'
import type { TextNodes } from '#server/files/file-text.ts'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import { block, reference } from '../../shared/text/write.ts'
import { list, listed, paragraph, styled } from '../../support/word-file.ts'
import { lossesOf, read } from '../../support/word-text.ts'

/** A family of lists whose levels are `1.`, `1.1.`, `1.1.1.`. */
const figures = (id: number) =>
  `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2]
    .map((level) => {
      const text = Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.')
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}."/></w:lvl>`
    })
    .join('')}</w:abstractNum>`

const numbering = figures(1) + list(1, 1)

test('[DRAFT5] [DRAFT7] a list of 1., 1.1., 1.1.1. in Word is our numbering by figures', () => {
  const text = read({
    numbering,
    body: [
      styled('Heading1', 'О воде'),
      ...[0, 1, 2, 1, 0].map((level) => listed(1, level, 'Пункт.')),
    ].join(''),
  })
  expect(text.numbering).toBe('decimal')
  expect(text.blocks.map(({ attrs }) => attrs?.level)).toEqual([1, 0, 1, 2, 1, 0])
  expect(lossesOf(text)).toEqual({})
})

test('[DRAFT7] clauses whose figures begin with that of a heading are named as numbered otherwise', () => {
  const text = read({
    numbering,
    body: [
      listed(1, 0, 'Общее', '<w:outlineLvl w:val="0"/>'),
      listed(1, 1, 'Первое.'),
      listed(1, 1, 'Второе.'),
      paragraph('Конец.'),
    ].join(''),
  })
  expect(text.numbering).toBe(null)
  expect(lossesOf(text)).toEqual({ numbering: 2 })
})

const clause = (id: string, level: number) => block('operative', 'Пункт.', { id, level })
const text: TextNodes = {
  blocks: [
    block('heading', 'О воде', { id: 'title' }),
    ...[clause('a', 0), clause('b', 1), clause('c', 2), clause('d', 1), clause('e', 3)],
    clause('f', 0),
    block('plain', ['См. пункт ', reference('c'), '.'], { id: 'p' }),
  ],
  numbering: 'decimal',
  ...{ footnotes: {}, pictures: {}, suggestions: {}, comments: {} },
}

test('[DRAFT5] plain text has the figures that the screen shows', () => {
  const written = new TextDecoder().decode(writeFile(text, 'txt', 'ru').bytes)
  const labels = [...written.matchAll(/^ *([\d.]+) Пункт/gm)].map(([, label]) => label)
  expect(labels).toEqual(['1.', '1.1', '1.1.1', '1.2', '1.2.1', '2.'])
  expect(written).toContain('См. пункт 1.1.1.')
})

test('[DRAFT7] a level that was left out is left out in a Word file too', () => {
  const back = readFile(writeFile(text, 'docx', 'ru').bytes, 'docx')
  expect(back.numbering).toBe('decimal')
  expect(lossesOf(back)).toEqual({})
  expect(back.blocks.map(({ attrs }) => attrs?.level)).toEqual([1, 0, 1, 2, 1, 3, 0, 0])
})
