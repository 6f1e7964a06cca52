/** The rules of form, against names that were made to deceive. */

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  fingerprintSchema,
  idSchema,
  languageListSchema,
  line,
  localised,
  tokenSchema,
  webAddressSchema,
} from '#shared/forms.ts'
import { addresseesSchema, symbolSchema } from '#shared/statements.ts'

/** What a schema makes of a value: the value, or the rule that it breaks. */
function outcome(schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value, { abortEarly: true })
  return result.success ? { value: result.output } : result.issues[0].message
}

describe('a line', () => {
  const name = (text: unknown) => outcome(line(80), text)

  test.each([
    ['Айгүл О.', 'Айгүл О.'],
    ['  Фирӯз \t  Раҳимов ', 'Фирӯз Раҳимов'],
    ['\nИмя\n', 'Имя'],
    ['Саи\u0306д', 'Сайд'],
    ['Фиру\u0304з', 'Фирӯз'],
    ['نور', 'نور'],
    ['نمی\u200cخواهم', 'نمی\u200cخواهم'],
    ['👩\u200d⚖️ Право', '👩\u200d⚖️ Право'],
    ['«Суу» & <жер>', '«Суу» & <жер>'],
    ['№ 7', '№ 7'],
  ])('%j is a name', (text, clean) => {
    expect(name(text)).toEqual({ value: clean })
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\n\u00a0\u2003 '],
    ['nothing but joiners', '\u200d\u200c'],
    ['nothing but an accent', '\u0301'],
  ])('%s is empty', (_, text) => {
    expect(name(text)).toBe('form.empty')
  })

  test.each([
    ['a line end', 'Имя\nФамилия'],
    ['a control character', 'Имя\u0007'],
    ['a zero byte', 'Им\u0000я'],
    ['a separator of lines', 'Имя\u2028Фамилия'],
    ['a separator of paragraphs', 'Имя\u2029Фамилия'],
    ['a direction turned', 'abc\u202egnp.exe'],
    ['a direction isolated', '\u2066Имя\u2069'],
    ['a direction mark', 'Имя\u200f'],
    ['an Arabic letter mark', 'Имя\u061c'],
    ['a byte-order mark inside', 'Им\ufeffя'],
    ['a blank of no width', 'Ай\u200bгүл'],
    ['a joiner of words', 'Ай\u2060гүл'],
    ['a soft hyphen', 'Ай\u00adгүл'],
    ['letters made of tags', 'Айгүл\u{e0041}'],
    ['an object’s stand-in', 'Имя\ufffc'],
    ['half a pair', 'Имя\ud83d'],
    ['the other half', '\ude00Имя'],
  ])('%s cannot be seen, so it is no part of a name', (_, text) => {
    expect(name(text)).toBe('form.characters')
  })

  test('its length is counted in characters, not in the halves of pairs', () => {
    expect(name('😀'.repeat(80))).toEqual({ value: '😀'.repeat(80) })
    expect(name('😀'.repeat(81))).toBe('form.too-long:80')
    expect(name('я'.repeat(80))).toEqual({ value: 'я'.repeat(80) })
    expect(name('я'.repeat(81))).toBe('form.too-long:80')
  })

  test('its length is counted after it was composed and trimmed', () => {
    expect(name('и\u0306'.repeat(80))).toEqual({ value: 'й'.repeat(80) })
    expect(name(` ${'я'.repeat(80)} `)).toEqual({ value: 'я'.repeat(80) })
  })

  test.each([10_000, 10_000_000])('%i characters are refused at once', (length) => {
    expect(name('я'.repeat(length))).toBe('form.too-long:80')
  })

  test.each([[7], [null], [undefined], [{}], [['Имя']]])('%j is no text', (value) => {
    expect(name(value)).toBe('form.text')
  })
})

describe('a line in several languages', () => {
  const names = (value: unknown) => outcome(localised(20), value)

  test('keeps those that are filled in', () => {
    expect(names({ ru: ' Вода ', tg: '', en: 'Water' })).toEqual({
      value: { ru: 'Вода', en: 'Water' },
    })
  })

  test.each([
    [{}, 'form.empty'],
    [{ ru: '', ky: '' }, 'form.empty'],
    [{ ru: '  ', ky: '\u200d' }, 'form.empty'],
    [{ ru: 'я'.repeat(21) }, 'form.too-long:20'],
    [{ ru: 'а\u202eб' }, 'form.characters'],
    [{ de: 'Wasser' }, 'form.choice'],
    [{ ru: 7 }, 'form.text'],
  ])('%j is refused: %s', (value, rule) => {
    expect(names(value)).toBe(rule)
  })
})

describe('a list of languages', () => {
  test.each([
    [['ru'], { value: ['ru'] }],
    [['tg', 'ky', 'en', 'ru'], { value: ['tg', 'ky', 'en', 'ru'] }],
    [[], 'form.empty'],
    [['ru', 'ru'], 'form.choice'],
    [['de'], 'form.choice'],
    ['ru', 'form.choice'],
  ])('%j', (value, expected) => {
    expect(outcome(languageListSchema, value)).toEqual(expected)
  })
})

describe('a symbol', () => {
  test.each(['KG-TJ/2026/3', 'А/1', 'Р №7 (бис)', '2026.1', 'Ҷ-1', 'x'.repeat(40)])(
    '%s',
    (symbol) => {
      expect(outcome(symbolSchema, symbol)).toEqual({ value: symbol })
    },
  )

  test.each([
    ['/1', 'form.symbol'],
    ['№7', 'form.symbol'],
    ['KG_TJ', 'form.symbol'],
    ['KG?1', 'form.symbol'],
    ['KG#1', 'form.symbol'],
    ['<b>', 'form.symbol'],
    ['😀', 'form.symbol'],
    ['', 'form.empty'],
    ['x'.repeat(41), 'form.too-long:40'],
  ])('%s is none: %s', (symbol, rule) => {
    expect(outcome(symbolSchema, symbol)).toBe(rule)
  })
})

describe('a web address', () => {
  test.each([
    'https://example.org',
    'http://example.org/a?b#c',
    'https://мисол.тҷ/саҳифа',
    'https://localhost:8080',
  ])('%s', (address) => {
    expect(outcome(webAddressSchema, address)).toEqual({ value: address })
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'https://user:secret@example.org',
    'https://user@example.org',
    'example.org',
    'https://',
    '//example.org',
    'mailto:a@example.org',
  ])('%s is none', (address) => {
    expect(outcome(webAddressSchema, address)).toBe('form.address')
  })

  test('is at most 300 characters', () => {
    expect(outcome(webAddressSchema, `https://example.org/${'a'.repeat(281)}`)).toBe(
      'form.too-long:300',
    )
  })
})

describe('what machines write', () => {
  const id = '018f8e2c-4a3b-7c1d-9e2f-0a1b2c3d4e5f'
  const token = `${'Ab_-'.repeat(10)}xyz`
  const fingerprint = 'a0'.repeat(32)
  test.each<[what: string, value: unknown, schema: v.GenericSchema, expected: unknown]>([
    ['an id', id, idSchema, { value: id }],
    ['a path is no id', '../../etc/passwd', idSchema, 'form.id'],
    ['nothing is no id', null, idSchema, 'form.text'],
    ['a token', token, tokenSchema, { value: token }],
    ['a token cut short is none', token.slice(1), tokenSchema, 'form.token'],
    ['padding is no part of a token', `${token.slice(1)}=`, tokenSchema, 'form.token'],
    ['a line end is no part of a token', `${token}\n`, tokenSchema, 'form.token'],
    ['a fingerprint', fingerprint, fingerprintSchema, { value: fingerprint }],
    ['a fingerprint is in small letters', 'A0'.repeat(32), fingerprintSchema, 'form.fingerprint'],
    ['a fingerprint is whole', fingerprint.slice(2), fingerprintSchema, 'form.fingerprint'],
  ])('%s', (_, value, schema, expected) => {
    expect(outcome(schema, value)).toEqual(expected)
  })
})

test('addressees are at most twenty lines in each language', () => {
  const list = (length: number) => Array.from({ length }, (_, at) => `Адресат ${at}`)
  expect(outcome(addresseesSchema, { ru: list(20), ky: [] })).toEqual({
    value: { ru: list(20), ky: [] },
  })
  expect(outcome(addresseesSchema, { ru: list(21) })).toBe('form.too-many:20')
  expect(outcome(addresseesSchema, { ru: ['а\u202eб'] })).toBe('form.characters')
})
