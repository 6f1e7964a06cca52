/** Quotation marks as each language of a text has them, and which one stands where. */
import type { Language } from '#shared/language/languages.ts'

type Quotes = { open: string; close: string; innerOpen: string; innerClose: string }

/** Russian, Kyrgyz and Tajik typesetting share one pair of pairs. */
const cyrillic: Quotes = { open: '«', close: '»', innerOpen: '„', innerClose: '“' }
const quotes: Record<Language, Quotes> = {
  ru: cyrillic,
  ky: cyrillic,
  tg: cyrillic,
  en: { open: '“', close: '”', innerOpen: '‘', innerClose: '’' },
}

/** Behind these, and at the beginning, a quotation opens. */
const opens = /(?:^|[\s([{«„“‘—–/-])$/u

/** The mark in place of a straight double quotation mark that stands behind `before`. */
export function quoteAfter(before: string, language: Language): string {
  const { open, close, innerOpen, innerClose } = quotes[language]
  const { outer, inner } = openIn(before, quotes[language])
  // Right behind the one that has opened, it is still the beginning of something.
  if (opens.test(before)) return outer ? innerOpen : open
  return inner ? innerClose : close
}

/** The same for a straight single one: in English a quotation or an apostrophe, elsewhere an apostrophe behind a letter. */
export function singleQuoteAfter(before: string, language: Language): string {
  if (/\p{L}$/u.test(before)) return '’'
  if (language !== 'en') return "'"
  return opens.test(before) ? '‘' : '’'
}

/** What was opened and not closed yet. */
function openIn(before: string, { open, close, innerOpen, innerClose }: Quotes) {
  let [outer, inner] = [false, false]
  for (const sign of before) {
    if (sign === open) outer = true
    else if (sign === close) outer = inner = false
    else if (sign === innerOpen) inner = true
    else if (sign === innerClose) inner = false
  }
  return { outer, inner }
}
