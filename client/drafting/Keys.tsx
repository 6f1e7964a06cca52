/** A shortcut as it stands at the end of a menu's row. */
import styles from './Keys.module.css'
import { keysOf } from './shortcuts.ts'

/** Not read out: a row's name is what it does. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className={styles.keys} aria-hidden="true">
    {keysOf(keys)}
  </span>
)
