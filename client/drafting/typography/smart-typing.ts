/** Whether quotation marks, dashes and spaces are set while somebody types: their choice, kept on this device. */
import { useSyncExternalStore } from 'react'

const key = 'smart-typing'
const listeners = new Set<() => void>()
let current = kept()

export const typesSmartly = (): boolean => current

export function chooseSmartTyping(smart: boolean): void {
  current = smart
  try {
    localStorage.setItem(key, smart ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing still heeds the choice until the page is left.
  }
  for (const listener of listeners) listener()
}

export const useSmartTyping = (): boolean => useSyncExternalStore(subscribe, typesSmartly)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
