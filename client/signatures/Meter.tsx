/** The answers as one bar, and the same in words below it. */
import { useWords } from '#client/i18n/words.ts'
import type { Answer } from '#shared/signatures.ts'
import { type AnswerGroup, inGroup } from './answer-groups.ts'
import styles from './Meter.module.css'

/** From what is certain to what is not. */
const order: readonly AnswerGroup[] = [
  'admitted',
  'waiting',
  'again',
  'silent',
  'declined',
  'refused',
]

export function Meter({ answers }: { answers: readonly Answer[] }) {
  const say = useWords()
  const parts = order
    .map((group) => ({ group, count: inGroup(answers, group).length }))
    .filter(({ count }) => count > 0)
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ group, count }) => (
          <span key={group} data-group={group} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(({ group, count }) => (
          <li key={group}>
            <span data-group={group} aria-hidden="true" />
            {say(`signatures.group.${group}`)} {count}
          </li>
        ))}
      </ul>
    </div>
  )
}
