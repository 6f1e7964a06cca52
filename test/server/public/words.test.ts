/** The catalogues of the public pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '#shared/language/languages.ts'

const folder = join(import.meta.dirname, '../../../server/public/words')
const wordsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))

/** The blanks of a message: `{count, plural, …}` and `{day}`, but not the words that a plural chooses from. */
const blanksOf = (message: string) =>
  [
    ...new Set(
      [...message.matchAll(/(?<!(?:one|few|many|other) )\{(\w+)[,}]/g)].map(([, name]) => name),
    ),
  ].sort()

test.each(languages)(
  '[PUB2] %s has the same messages with the same blanks as English',
  (language) => {
    const english = wordsIn('en')
    const own = wordsIn(language)
    expect(Object.keys(own)).toEqual(Object.keys(english))
    for (const [id, message] of Object.entries(own)) {
      expect(blanksOf(message), id).toEqual(blanksOf(english[id] as string))
    }
  },
)

test.each(['ky', 'tg'])('[PUB2] %s leaves nouns in the singular after numbers', (language) => {
  for (const message of Object.values(wordsIn(language))) {
    expect(message).not.toMatch(/plural,.*(one|few|many) \{/)
  }
})
