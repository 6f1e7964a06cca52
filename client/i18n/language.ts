/** The language of the screens: the reader's choice, kept on this device; otherwise what the browser asks for. */
import { useSyncExternalStore } from 'react'
import { isLanguage, type Language, languageOwnNames } from '#shared/language/languages.ts'

const key = 'language'
const listeners = new Set<() => void>()
let current = kept() ?? asked()

export const currentLanguage = (): Language => current

export function chooseLanguage(language: Language): void {
  current = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // A browser that keeps nothing still shows the language until the page is left.
  }
  for (const listener of listeners) listener()
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept(): Language | null {
  try {
    const value = localStorage.getItem(key)
    return isLanguage(value) ? value : null
  } catch {
    return null
  }
}

function asked(): Language {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0])
  return wanted.find(isLanguage) ?? 'ru'
}

export const ownName = (language: Language): string => languageOwnNames[language]
