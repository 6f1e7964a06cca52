/** What a template leaves to be written is found, wherever it stands. [DRAFT6] */
import { describe, expect, test } from 'vitest'
import { languages } from '#shared/language/languages.ts'
import { statementKinds } from '#shared/statements.ts'
import { loadTemplate } from '#shared/templates/template.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import { firstGapIn, gapsIn } from '#shared/text/gaps.ts'

const text = (...words: string[]): CanonicalText => ({
  language: 'ru',
  title: '',
  blocks: words.map((one, at) => ({ id: `b${at}`, kind: 'plain', runs: [{ text: one }] })),
  footnotes: [],
})

describe('[DRAFT6] words in square brackets', () => {
  test('are gaps where there is a letter in them', () => {
    expect(
      gapsIn(text('Мы, [кто], просим [кого].', 'Нет [1], […] и []; [', 'до [дата 2]')),
    ).toEqual([
      { words: '[кто]', block: 'b0' },
      { words: '[кого]', block: 'b0' },
      { words: '[дата 2]', block: 'b2' },
    ])
    expect(firstGapIn('до [1] и [даты]')).toEqual({ start: 9, length: 6 })
    expect(firstGapIn('до [1]')).toBeNull()
  })

  test('are found across formats, in cells, captions and notes', () => {
    const bold = { text: 'кто]', formats: ['bold' as const] }
    const line = [{ text: 'а [б' }, { break: true as const }, { text: 'в] г' }]
    const block = (id: string, words: string) => ({
      id,
      kind: 'plain' as const,
      runs: [{ text: words }],
    })
    expect(
      gapsIn({
        ...text(),
        blocks: [
          { id: 'one', kind: 'plain', runs: [{ text: 'Мы, [' }, bold] },
          { id: 'table', kind: 'table', rows: [[{ blocks: [block('cell', '[год]')] }]] },
          {
            id: 'picture',
            kind: 'image',
            asset: 'x',
            alt: '[не здесь]',
            caption: [{ text: '[где]' }],
          },
          { id: 'lines', kind: 'plain', runs: line },
        ],
        footnotes: [{ id: 'note', blocks: [block('in', '[откуда]')] }],
      }),
    ).toEqual([
      { words: '[кто]', block: 'one' },
      { words: '[год]', block: 'table' },
      { words: '[где]', block: 'picture' },
      { words: '[б в]', block: 'lines' },
      { words: '[откуда]' },
    ])
  })

  test.each(languages)(
    'stand in each template in %s, and not in the finished example',
    async (language) => {
      for (const name of [...statementKinds, 'example'] as const) {
        const blocks = await loadTemplate(language, name)
        const found = gapsIn(text(...blocks.map(({ words }) => words)))
        expect(found.length > 3).toBe(name !== 'example')
      }
    },
  )
})
