/** How long ago something was, in words. */
import { expect, test } from 'vitest'
import { ago } from '#client/i18n/ago.ts'
import type { Say } from '#client/i18n/words.ts'

/** Says the id of the message, and how many. */
const say: Say = (id, values) => [id, values?.count].filter((part) => part !== undefined).join(' ')

const now = new Date('2026-11-21T03:00:00Z')
const inBishkek = (moment: string) =>
  ago(say, new Date(moment), now, { language: 'en', zone: 'Asia/Bishkek' })

test('the last minute is now, and so is what a slow clock puts into the future', () => {
  expect(inBishkek('2026-11-21T02:59:01Z')).toBe('ui.ago.now')
  expect(inBishkek('2026-11-21T03:05:00Z')).toBe('ui.ago.now')
})

test('minutes are told within the hour, also across midnight', () => {
  expect(inBishkek('2026-11-21T02:59:00Z')).toBe('ui.ago.minutes 1')
  expect(inBishkek('2026-11-21T02:00:01Z')).toBe('ui.ago.minutes 59')
})

test('hours are told within the day, as the zone has it', () => {
  expect(inBishkek('2026-11-21T02:00:00Z')).toBe('ui.ago.hours 1')
  // It is nine in the morning in Bishkek, and eight in Dushanbe.
  expect(inBishkek('2026-11-20T18:00:00Z')).toBe('ui.ago.hours 9')
  expect(
    ago(say, new Date('2026-11-20T18:30:00Z'), now, { language: 'en', zone: 'Asia/Dushanbe' }),
  ).toBe('ui.ago.yesterday')
})

test('the day before is yesterday, and anything earlier is its date', () => {
  expect(inBishkek('2026-11-20T17:59:00Z')).toBe('ui.ago.yesterday')
  expect(inBishkek('2026-11-19T18:00:00Z')).toBe('ui.ago.yesterday')
  expect(inBishkek('2026-11-19T17:59:00Z')).toBe('19\u00a0November 2026')
})
