/** Words on screen and page: messages in ICU form by id, compiled when the program is built. */
import { type Messages, setupI18n } from '@lingui/core'
import type { Language } from '../language/languages.ts'

/** Says the message with this id; `values` fill its blanks. */
export type Speak<Id extends string> = (id: Id, values?: Record<string, unknown>) => string

/**
 * A speaker of one language over some catalogues. The types are those of the English one; a test
 * holds the other languages to the same ids and blanks.
 */
export function speaker<Catalogue extends Record<string, string>>(
  language: Language,
  catalogue: Catalogue,
): Speak<Extract<keyof Catalogue, string>> {
  // The build compiles the catalogue's strings, so that no parser of messages is shipped.
  const i18n = setupI18n({
    locale: language,
    messages: { [language]: catalogue as unknown as Messages },
  })
  return (id, values) => i18n._(id, values)
}
