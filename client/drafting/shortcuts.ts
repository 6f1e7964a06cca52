/** Keyboard shortcuts as this computer's keyboard writes them. */

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** `Mod Shift X` as `Ctrl+Shift+X`, or as `⌘⇧X` on a Mac. */
export const keysOf = (keys: string): string =>
  isApple
    ? keys
        .split(' ')
        .map((key) => ({ Mod: '⌘', Shift: '⇧', Alt: '⌥' })[key] ?? key)
        .join('')
    : keys.replace('Mod', 'Ctrl').replaceAll(' ', '+')
