/** A link that is shown once, with how long it works and how it should travel. */
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { LinkBox } from '#client/ui/LinkBox.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { momentInWords } from '#shared/language/dates.ts'
import type { Link } from '#shared/people.ts'
import styles from './HandOver.module.css'

export function HandOver({
  link: { link, expiresAt },
  label,
  message,
  children,
}: {
  link: Link
  label: string
  /** Words that go with the link; without names, since messengers keep them. */
  message?: string
  /** How to hand this one over. */
  children: string
}) {
  const say = useWords()
  const language = useLanguage()
  const until = momentInWords(new Date(expiresAt), language, readersZone())
  return (
    <div className={styles.over}>
      <LinkBox link={link} label={label} {...(message && { message })} />
      <p>{say('people.link.once', { until })}</p>
      <Notice kind="wait">{children}</Notice>
    </div>
  )
}
