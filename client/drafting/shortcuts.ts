/** Keyboard shortcuts: as this computer's keyboard writes them, and which of them was pressed. */

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

const signs: Record<string, string> = isApple
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Up: '↑', Down: '↓' }
  : { Mod: 'Ctrl', Up: '↑', Down: '↓' }

/** `Mod Shift X` as `Ctrl+Shift+X`, or as `⌘⇧X` on a Mac. */
export const keysOf = (keys: string): string =>
  keys
    .split(' ')
    .map((key) => signs[key] ?? key)
    .join(isApple ? '' : '+')

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>

/**
 * What was pressed, written as shortcuts are; null for what is typing. A letter is the one on the
 * keyboard where it is Latin, else the one that stands there on an English keyboard, so that the
 * shortcuts of Russian, Kyrgyz and Tajik layouts are where hands expect them. AltGr, by which
 * Kyrgyz and Tajik letters are typed, is no shortcut, though Windows calls it Ctrl and Alt.
 */
export function keysPressed(event: Pressed, apple = isApple): string | null {
  const mod = apple ? event.metaKey : event.ctrlKey
  const key = nameOf(event)
  const isFunction = /^F\d+$/.test(key)
  if (!mod && !event.altKey && !isFunction) return null
  if ((apple ? event.ctrlKey : event.metaKey) || event.getModifierState('AltGraph')) return null
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', key]
    .filter(Boolean)
    .join(' ')
}

const ofCode: Record<string, string> = {
  Period: '.',
  Comma: ',',
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

function nameOf({ key, code }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return ofCode[code] ?? code.match(/^(?:Key|Digit|Numpad)([A-Z\d])$/)?.[1] ?? key
}
