/** Somebody as two letters on their colour. */
import { initials, personColour } from '#shared/people.ts'
import styles from './Face.module.css'

export function Face({ id, name }: { id: string; name: string }) {
  return (
    <span
      className={styles.face}
      style={{ background: personColour(id) }}
      title={name}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  )
}

/** The first few faces in a row, and how many more there are; their names for whoever hears the screen. */
export function Faces({
  people,
  label,
  most = 4,
}: {
  people: readonly { id: string; name: string }[]
  label: string
  most?: number
}) {
  const more = people.length - most
  return (
    <span className={styles.faces} role="img" aria-label={label}>
      {people.slice(0, most).map(({ id, name }) => (
        <Face key={id} id={id} name={name} />
      ))}
      {more > 0 && <span className={`${styles.face} ${styles.more}`}>+{more}</span>}
    </span>
  )
}
