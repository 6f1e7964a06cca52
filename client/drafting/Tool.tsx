/** One button of the toolbar. */
import type { ReactNode } from 'react'
import { useWords, type WordId } from '#client/i18n/words.ts'
import { keysOf } from './shortcuts.ts'
import styles from './Toolbar.module.css'

export function Tool({
  name,
  icon,
  keys,
  pressed,
  disabled = false,
  onPress,
}: {
  name: WordId
  icon: ReactNode
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
}) {
  const say = useWords()
  const label = say(name)
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={keys ? `${label} (${keysOf(keys)})` : label}
      aria-pressed={pressed}
      // It stays within reach: whoever took the last step back still stands on the button.
      aria-disabled={disabled || undefined}
      // The caret stays where it is: a press must not take the focus from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onPress}
    >
      {icon}
    </button>
  )
}
