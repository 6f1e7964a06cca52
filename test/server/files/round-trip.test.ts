/** What we write we read again: random texts as files of each kind, and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import { formOf, withoutIdleStarts } from '#test/support/file-forms.ts'
import { anyText } from '#test/support/file-texts.ts'

const times = { numRuns: 100 }

describe('[DRAFT7] a text that is written is read again as it was', () => {
  test('as a Word file, whole', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyText(), (drawn) => {
        const text = withoutIdleStarts(drawn)
        const read = readFile(writeFile(text, 'docx', 'ru').bytes, 'docx')
        expect(read.losses).toEqual([])
        expect(formOf(read)).toEqual(formOf(text))
      }),
      times,
    )
  })

  test('as a Word file whose clauses are numbered by figures', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyText(), (drawn) => {
        const text = { ...withoutIdleStarts(drawn), numbering: 'decimal' as const }
        const read = readFile(writeFile(text, 'docx', 'tg').bytes, 'docx')
        expect(read.losses).toEqual([])
        expect(read.numbering).not.toBe('letters')
        expect(formOf(read)).toEqual(formOf(text))
      }),
      times,
    )
  })

  test('as Markdown, but for what Markdown has no place for', { timeout: 60_000 }, () => {
    const held = anyText({
      ...{ numbered: false, preamble: false, mergedCells: false },
      ...{ levels: false, starts: false, references: false },
    })
    fc.assert(
      fc.property(held, (text) => {
        const read = readFile(writeFile(text, 'md', 'ru').bytes, 'md')
        expect(read.losses).toEqual([])
        expect(formOf(read)).toEqual(formOf(text))
      }),
      times,
    )
  })
})

test('[PUB3] the same text is the same bytes, whenever it is written', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyText(), fc.constantFrom('docx', 'md', 'txt' as const), (text, format) => {
      const [one, two] = [0, 1].map(() => writeFile(structuredClone(text), format, 'ky').bytes)
      expect(one).toEqual(two)
    }),
    { numRuns: 20 },
  )
})
