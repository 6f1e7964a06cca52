/** One button of the toolbar, and what a menu's button in it is drawn with. */
import { Toolbar } from '@base-ui/react/toolbar'
import type { ComponentProps, ReactNode } from 'react'
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
    <Toolbar.Button
      className={styles.tool}
      aria-label={label}
      title={keys ? `${label} (${keysOf(keys)})` : label}
      aria-pressed={pressed}
      disabled={disabled}
      // The caret stays where it is: a press must not take the focus from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {icon}
    </Toolbar.Button>
  )
}

/** A menu's button that the arrow keys reach like every other tool. */
export const ToolTrigger = (props: ComponentProps<'button'>) => <Toolbar.Button {...props} />
