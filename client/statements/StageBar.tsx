/** Where a statement stands on its way from the draft to the published link. */
import { useWords } from '#client/i18n/words.ts'
import { type Stage, stages } from '#shared/statements.ts'
import styles from './StageBar.module.css'

export function StageBar({ stage }: { stage: Stage }) {
  const say = useWords()
  const reached = stages.indexOf(stage)
  return (
    <ol className={styles.stages} aria-label={say('statements.stage')}>
      {stages.map((one, at) => (
        <li
          key={one}
          className={at < reached ? styles.done : undefined}
          aria-current={at === reached ? 'step' : undefined}
        >
          {at < reached && <span aria-hidden="true">✓ </span>}
          {say(`stage.${one}`)}
        </li>
      ))}
    </ol>
  )
}
