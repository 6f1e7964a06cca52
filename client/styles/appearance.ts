/** Light or dark: the reader's choice, kept on this device; otherwise as the device has it. */
import { useSyncExternalStore } from 'react'

export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const key = 'appearance'
const listeners = new Set<() => void>()
let current = kept()

/** Puts the choice on the page. Called before anything is drawn, so that nothing flashes. */
export function applyAppearance(): void {
  if (current === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current
}

export function chooseAppearance(appearance: Appearance): void {
  current = appearance
  try {
    localStorage.setItem(key, appearance)
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  applyAppearance()
  for (const listener of listeners) listener()
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept(): Appearance {
  try {
    const value = localStorage.getItem(key)
    return appearances.find((one) => one === value) ?? 'system'
  } catch {
    return 'system'
  }
}
