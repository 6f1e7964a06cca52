/** The time zone in which this reader is shown days and hours. */
import { type TimeZone, timeZones } from '#shared/language/dates.ts'

/** To ask for it takes longer than to draw a screen, and it does not change while the page stands. */
let known: TimeZone | null = null

/** The device's own zone where our dates know it, else that of Bishkek: a date is never shown without a zone. */
export function readersZone(): TimeZone {
  known ??= zoneOfDevice()
  return known
}

function zoneOfDevice(): TimeZone {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return timeZones.find((zone) => zone === here) ?? 'Asia/Bishkek'
}
