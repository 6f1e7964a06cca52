/** Which language a reader gets when the wanted one is missing, and what countries and languages are called. */
import { describe, expect, test } from 'vitest'
import { countries, countryName, ownLanguage } from '#shared/language/countries.ts'
import {
  inLanguage,
  isLanguage,
  type Localised,
  languageOwnNames,
  languages,
  languagesOnScreen,
} from '#shared/language/languages.ts'
import { organisationName } from '#shared/organisations.ts'

describe('a text in some of the languages', () => {
  const all: Localised = { en: 'Water', ky: 'Суу', ru: 'Вода', tg: 'Об' }

  test('is shown in the reader’s', () => {
    for (const language of languages) expect(inLanguage(all, language)).toBe(all[language])
  })

  test.each<[what: string, text: Localised, preferred: ('en' | 'ky' | 'tg')[], shown: string]>([
    ['in a preferred one before Russian', { ky: 'Суу', ru: 'Вода', en: 'Water' }, ['ky'], 'Суу'],
    [
      'in the first preferred one that there is',
      { ky: 'Суу', en: 'Water' },
      ['tg', 'en', 'ky'],
      'Water',
    ],
    ['in Russian before English', { en: 'Water', ru: 'Вода', ky: 'Суу' }, [], 'Вода'],
    ['in English before the others', { en: 'Water', ky: 'Суу' }, [], 'Water'],
    ['in whatever there is', { ky: 'Суу' }, [], 'Суу'],
    ['an empty one being as good as none', { tg: '', ru: '', ky: 'Суу' }, [], 'Суу'],
    ['as nothing when there is none', {}, ['ky'], ''],
  ])('is otherwise shown %s', (_, text, preferred, shown) => {
    expect(inLanguage(text, 'tg', preferred)).toBe(shown)
  })
})

describe('an organisation is called', () => {
  test.each([
    ['by its name in the reader’s language', { ky: 'Суу', en: 'Water' }, 'KG', 'en', 'Water'],
    [
      'by what it calls itself in Kyrgyzstan',
      { ky: 'Суу', ru: 'Вода', en: 'Water' },
      'KG',
      'tg',
      'Суу',
    ],
    [
      'by what it calls itself in Tajikistan',
      { tg: 'Об', ru: 'Вода', en: 'Water' },
      'TJ',
      'ky',
      'Об',
    ],
    [
      'in Russian where its own language is none of ours',
      { ru: 'Вода', en: 'Water' },
      'KZ',
      'tg',
      'Вода',
    ],
    ['by any name it has', { tg: 'Об' }, 'INT', 'en', 'Об'],
  ] as const)('%s', (_, names, country, language, called) => {
    expect(organisationName({ names, country }, language)).toBe(called)
  })
})

describe('names of languages and countries', () => {
  test('every country has a name in every language, and none is there twice', () => {
    for (const language of languages) {
      const names = countries.map((country) => countryName(country, language))
      expect(names.filter((name) => name.trim() === '')).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('Cyrillic names have no Latin letter in them, English ones no Cyrillic', () => {
    for (const country of countries) {
      for (const language of languages) {
        const foreign = language === 'en' ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u
        expect(countryName(country, language)).not.toMatch(foreign)
      }
    }
  })

  test('both states of the region come first, and have their language', () => {
    expect(countries.slice(0, 2)).toEqual(['KG', 'TJ'])
    expect(ownLanguage).toEqual({ KG: 'ky', TJ: 'tg' })
  })

  test('screens offer every language once, by what it calls itself', () => {
    expect([...languagesOnScreen].sort()).toEqual([...languages])
    expect(languages.map((language) => languageOwnNames[language])).toEqual([
      'English',
      'Кыргызча',
      'Русский',
      'Тоҷикӣ',
    ])
  })

  test.each(['de', 'EN', '', null, undefined, 0, ['ru'], 'constructor'])(
    '%j is no language of ours',
    (value) => {
      expect(isLanguage(value)).toBe(false)
    },
  )
})
