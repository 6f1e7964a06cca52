/** A text in the reader's language, or else in one that it has, and marked as such for hyphenation and voices. */
import type { ReactNode } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { inLanguage, type Localised, languages } from '#shared/language/languages.ts'

export function InLanguage({ text, otherwise }: { text: Localised; otherwise?: ReactNode }) {
  const language = useLanguage()
  const words = inLanguage(text, language)
  if (!words) return otherwise
  const spoken = [language, ...languages].find((one) => text[one] === words)
  return <span lang={spoken}>{words}</span>
}
