/** The texts to begin with: the same skeleton in each language, in its own letters. */
import { expect, test } from 'vitest'
import { languages } from '#shared/language/languages.ts'
import { statementKinds } from '#shared/statements.ts'
import { loadTemplate, type TemplateName } from '#shared/templates/template.ts'

const names: readonly TemplateName[] = [...statementKinds, 'example']

test.each(names)('%s has the same blocks in every language', async (name) => {
  const all = await Promise.all(languages.map((language) => loadTemplate(language, name)))
  const shape = (at: number) => all[at]?.map(({ kind, level }) => `${kind} ${level}`)
  for (const at of languages.keys())
    expect([languages[at], shape(at)]).toEqual([languages[at], shape(0)])
  expect(shape(0)?.[0]).toBe('heading 1')
})

test.each(names)('%s is written in the letters of its language', async (name) => {
  for (const language of languages) {
    const words = (await loadTemplate(language, name)).map((block) => block.words).join('\n')
    const foreign = language === 'en' ? /[а-яё]/i : /[a-z]/i
    expect([language, words.match(foreign)?.[0]]).toEqual([language, undefined])
    const own = { en: null, ru: /[ңөүғӣқӯҳҷ]/i, ky: /[ғӣқӯҳҷ]/i, tg: /[ңөүыщц]/i }[language]
    expect([language, own && words.match(own)?.[0]]).toEqual([language, own ? undefined : null])
    // What is to be filled in stands in brackets; the example has nothing to fill in.
    expect(words.includes('[')).toBe(name !== 'example')
    expect(words.split('[').length).toBe(words.split(']').length)
  }
})
