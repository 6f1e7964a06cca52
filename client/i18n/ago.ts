/** How long ago something was, in words: minutes and hours of today, yesterday, then the day. */
import { dayAsNumber, dayInWords, type TimeZone } from '#shared/language/dates.ts'
import type { Language } from '#shared/language/languages.ts'
import type { Say } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A moment that a slow clock puts into the future counts as now. */
export function ago(
  say: Say,
  moment: Date,
  now: Date,
  { language, zone }: { language: Language; zone: TimeZone },
): string {
  const passed = now.getTime() - moment.getTime()
  if (passed < minute) return say('ui.ago.now')
  if (passed < hour) return say('ui.ago.minutes', { count: Math.floor(passed / minute) })
  const then = dayAsNumber(moment, zone)
  if (then === dayAsNumber(now, zone)) {
    return say('ui.ago.hours', { count: Math.floor(passed / hour) })
  }
  const yesterday = new Date(now.getTime() - day)
  return then === dayAsNumber(yesterday, zone)
    ? say('ui.ago.yesterday')
    : dayInWords(moment, language, zone)
}
