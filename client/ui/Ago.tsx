/** When something was, in words that keep up with the clock; the exact moment on asking. */
import { useEffect, useState } from 'react'
import { ago } from '#client/i18n/ago.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { momentInWords } from '#shared/language/dates.ts'

/** `moment` is ISO 8601, as the API writes it. */
export function Ago({ moment }: { moment: string }) {
  const say = useWords()
  const language = useLanguage()
  const now = useMinute()
  const zone = readersZone()
  const then = new Date(moment)
  return (
    <time dateTime={moment} title={momentInWords(then, language, zone)}>
      {ago(say, then, now, { language, zone })}
    </time>
  )
}

function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
