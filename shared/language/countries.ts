/** The countries an organisation may belong to, and what they are called. */
import * as v from 'valibot'
import type { Language } from './languages.ts'

const names = {
  KG: { en: 'Kyrgyzstan', ky: 'Кыргызстан', ru: 'Кыргызстан', tg: 'Қирғизистон' },
  TJ: { en: 'Tajikistan', ky: 'Тажикстан', ru: 'Таджикистан', tg: 'Тоҷикистон' },
  KZ: { en: 'Kazakhstan', ky: 'Казакстан', ru: 'Казахстан', tg: 'Қазоқистон' },
  UZ: { en: 'Uzbekistan', ky: 'Өзбекстан', ru: 'Узбекистан', tg: 'Ӯзбекистон' },
  TM: { en: 'Turkmenistan', ky: 'Түркмөнстан', ru: 'Туркменистан', tg: 'Туркманистон' },
  AF: { en: 'Afghanistan', ky: 'Афганистан', ru: 'Афганистан', tg: 'Афғонистон' },
  AM: { en: 'Armenia', ky: 'Армения', ru: 'Армения', tg: 'Арманистон' },
  AZ: { en: 'Azerbaijan', ky: 'Азербайжан', ru: 'Азербайджан', tg: 'Озарбойҷон' },
  BY: { en: 'Belarus', ky: 'Беларусь', ru: 'Беларусь', tg: 'Беларус' },
  GE: { en: 'Georgia', ky: 'Грузия', ru: 'Грузия', tg: 'Гурҷистон' },
  MD: { en: 'Moldova', ky: 'Молдова', ru: 'Молдова', tg: 'Молдова' },
  MN: { en: 'Mongolia', ky: 'Монголия', ru: 'Монголия', tg: 'Муғулистон' },
  RU: { en: 'Russia', ky: 'Россия', ru: 'Россия', tg: 'Русия' },
  UA: { en: 'Ukraine', ky: 'Украина', ru: 'Украина', tg: 'Украина' },
  INT: { en: 'International', ky: 'Эл аралык', ru: 'Международная', tg: 'Байналмилалӣ' },
} satisfies Record<string, Record<Language, string>>

/** An ISO 3166-1 code, or `INT` for an organisation of no single country. */
export type Country = keyof typeof names

export const countries = Object.keys(names) as Country[]

export const countrySchema = v.picklist(countries)

export const countryName = (country: Country, language: Language): string =>
  names[country][language]

/** The language that an organisation of this country most likely has its own name in. */
export const ownLanguage: Partial<Record<Country, Language>> = { KG: 'ky', TJ: 'tg' }
