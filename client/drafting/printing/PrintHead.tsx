/** Stands above a draft on paper alone: what it is, that it is a draft, and of which day. */
import { useEffect, useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { momentInWords } from '#shared/language/dates.ts'
import styles from './PrintHead.module.css'

export function PrintHead({ symbol }: { symbol: string }) {
  const say = useWords()
  const reader = useLanguage()
  const [moment, setMoment] = useState(() => new Date())
  useEffect(() => {
    const now = () => setMoment(new Date())
    window.addEventListener('beforeprint', now)
    return () => window.removeEventListener('beforeprint', now)
  }, [])
  return (
    <p className={styles.head} lang={reader}>
      <strong>{say('typing.draft')}</strong> · {symbol} ·{' '}
      {momentInWords(moment, reader, readersZone())}
    </p>
  )
}
