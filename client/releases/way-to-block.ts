/** The way from a release that is being made to a place in the draft. */
import type { Language } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'

/** The screen of the text, in that language, at that block. */
export const wayToBlock = (statement: string, language: Language, block: string | undefined) =>
  `${screenPath('statement', { statement })}?language=${language}${block ? `#p-${block}` : ''}`
