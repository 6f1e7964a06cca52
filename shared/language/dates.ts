/** Dates in the four languages. Chromium has no Kyrgyz or Tajik dates, so the words are ours, on both sides. */
import type { Language } from './languages.ts'

/** The time zones that dates are shown in; a deadline is never without one. */
export const timeZones = ['Asia/Bishkek', 'Asia/Dushanbe'] as const
export type TimeZone = (typeof timeZones)[number]

const cities: Record<TimeZone, Record<Language, string>> = {
  'Asia/Bishkek': { en: 'Bishkek', ky: 'Бишкек', ru: 'Бишкек', tg: 'Бишкек' },
  'Asia/Dushanbe': { en: 'Dushanbe', ky: 'Душанбе', ru: 'Душанбе', tg: 'Душанбе' },
}

const months: Record<Language, string[]> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  // Kyrgyz says "the 14th November-its"; the ending follows the vowels of the month.
  ky: 'январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  tg: 'январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри'.split(
    ' ',
  ),
}

type Parts = { year: number; month: number; day: number; hour: string; minute: string }

function partsOf(moment: Date, zone: TimeZone): Parts {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const found = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, value]),
  )
  return {
    year: Number(found.year),
    month: Number(found.month) - 1,
    day: Number(found.day),
    hour: found.hour ?? '',
    minute: found.minute ?? '',
  }
}

/** The day in words: «14 ноября 2026 г.», «2026-жылдын 14-ноябры», «14 ноябри 2026», “14 November 2026”. */
export function dayInWords(moment: Date, language: Language, zone: TimeZone): string {
  const { year, month, day } = partsOf(moment, zone)
  const name = months[language][month] as string
  const space = '\u00a0'
  switch (language) {
    case 'ky':
      return `${year}-жылдын ${day}-${name}`
    case 'ru':
      return `${day}${space}${name} ${year}${space}г.`
    default:
      return `${day}${space}${name} ${year}`
  }
}

/** Day and clock time with the city of the zone: “14 November 2026, 11:40 (Bishkek)”. */
export function momentInWords(moment: Date, language: Language, zone: TimeZone): string {
  const { hour, minute } = partsOf(moment, zone)
  return `${dayInWords(moment, language, zone)}, ${hour}:${minute} (${cities[zone][language]})`
}

/** The day as ISO 8601, `2026-11-14`, as seen in the zone. */
export function dayAsNumber(moment: Date, zone: TimeZone): string {
  const { year, month, day } = partsOf(moment, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month + 1)}-${two(day)}`
}
