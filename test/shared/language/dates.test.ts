/** Days and moments in four languages and both zones. */
import { describe, expect, test } from 'vitest'
import {
  dayAsNumber,
  dayInWords,
  momentInWords,
  type TimeZone,
  timeZones,
} from '#shared/language/dates.ts'
import { type Language, languages } from '#shared/language/languages.ts'

/** With spaces that do not break as `~`. */
const words = (moment: string, language: Language, zone: TimeZone) =>
  dayInWords(new Date(moment), language, zone).replaceAll('\u00a0', '~')

describe('a day in words', () => {
  test.each<[Language, string]>([
    ['en', '14~November 2026'],
    ['ky', '2026-жылдын 14-ноябры'],
    ['ru', '14~ноября 2026~г.'],
    ['tg', '14~ноябри 2026'],
  ])('%s', (language, expected) => {
    expect(words('2026-11-14T06:00:00Z', language, 'Asia/Bishkek')).toBe(expected)
  })

  test.each<[Language, string]>([
    ['en', 'January February March April May June July August September October November December'],
    ['ky', 'январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры'],
    ['ru', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
    ['tg', 'январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри'],
  ])('has each month by its own name: %s', (language, names) => {
    const found = Array.from({ length: 12 }, (_, month) => {
      const day = words(
        new Date(Date.UTC(2026, month, 15)).toISOString(),
        language,
        'Asia/Dushanbe',
      )
      return day.match(/[\p{L}]{3,}(?!-)(?=\b|~| |$)/gu)?.find((word) => names.includes(word))
    })
    expect(found.join(' ')).toBe(names)
  })
})

describe('[SIGN9] around midnight each zone has its own day', () => {
  test.each<[moment: string, bishkek: string, dushanbe: string]>([
    ['2026-11-14T17:59:59Z', '2026-11-14', '2026-11-14'],
    ['2026-11-14T18:00:00Z', '2026-11-15', '2026-11-14'],
    ['2026-11-14T18:59:59Z', '2026-11-15', '2026-11-14'],
    ['2026-11-14T19:00:00Z', '2026-11-15', '2026-11-15'],
    ['2026-12-31T18:30:00Z', '2027-01-01', '2026-12-31'],
    ['2028-02-28T18:30:00Z', '2028-02-29', '2028-02-28'],
  ])('%s', (moment, bishkek, dushanbe) => {
    expect(dayAsNumber(new Date(moment), 'Asia/Bishkek')).toBe(bishkek)
    expect(dayAsNumber(new Date(moment), 'Asia/Dushanbe')).toBe(dushanbe)
    for (const language of languages) {
      const day = (zone: TimeZone) => words(moment, language, zone)
      expect(day('Asia/Bishkek') === day('Asia/Dushanbe')).toBe(bishkek === dushanbe)
    }
  })
})

describe('[SIGN9] a moment names the city of its zone', () => {
  test.each<[Language, TimeZone, string]>([
    ['en', 'Asia/Bishkek', '14\u00a0November 2026, 11:40 (Bishkek)'],
    ['ky', 'Asia/Bishkek', '2026-жылдын 14-ноябры, 11:40 (Бишкек)'],
    ['ru', 'Asia/Dushanbe', '14\u00a0ноября 2026\u00a0г., 10:40 (Душанбе)'],
    ['tg', 'Asia/Dushanbe', '14\u00a0ноябри 2026, 10:40 (Душанбе)'],
  ])('%s, %s', (language, zone, expected) => {
    expect(momentInWords(new Date('2026-11-14T05:40:00Z'), language, zone)).toBe(expected)
  })

  test.each([
    ['2026-11-14T18:00:00Z', '15\u00a0November 2026, 00:00 (Bishkek)'],
    ['2026-11-14T17:59:00Z', '14\u00a0November 2026, 23:59 (Bishkek)'],
    ['2026-11-14T03:05:00Z', '14\u00a0November 2026, 09:05 (Bishkek)'],
  ])(
    'the clock has 24 hours of two figures, and midnight is 00:00 of the new day: %s',
    (moment, expected) => {
      expect(momentInWords(new Date(moment), 'en', 'Asia/Bishkek')).toBe(expected)
    },
  )
})

test('the day as a number is that of ISO 8601, whatever the month', () => {
  for (const zone of timeZones) {
    expect(dayAsNumber(new Date('2026-01-05T12:00:00Z'), zone)).toBe('2026-01-05')
  }
})
