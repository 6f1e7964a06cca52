/** What comes over from a file, and what does not. [DRAFT7] */
import { useWords } from '#client/i18n/words.ts'
import { Notice } from '#client/ui/Notice.tsx'
import type { Loss } from '#shared/text/losses.ts'
import styles from './ImportDialog.module.css'

export type Outcome = {
  suggestions: number
  comments: number
  losses: { what: Loss; count: number }[]
}

export function ImportOutcome({ suggestions, comments, losses }: Outcome) {
  const say = useWords()
  const isWhole = suggestions + comments + losses.length === 0
  return (
    <>
      {isWhole && <Notice kind="done">{say('files.import.all')}</Notice>}
      {suggestions + comments > 0 && (
        <Notice kind="done">
          <p>{say('files.import.kept')}</p>
          <ul className={styles.list}>
            {suggestions > 0 && <li>{say('files.import.suggestions', { count: suggestions })}</li>}
            {comments > 0 && <li>{say('files.import.comments', { count: comments })}</li>}
          </ul>
        </Notice>
      )}
      {losses.length > 0 && (
        <Notice kind="wait">
          <p>{say('files.import.losses')}</p>
          <ul className={styles.list}>
            {losses.map(({ what, count }) => (
              <li key={what}>{say(`drafting.loss.${what}`, { count })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
