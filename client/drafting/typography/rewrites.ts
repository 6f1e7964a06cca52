/** What typing becomes in good typesetting, by the language of the text: dashes, quotation marks, spaces that do not break. */
import type { Language } from '#shared/language/languages.ts'
import { quoteAfter, singleQuoteAfter } from './quotes.ts'

/** Some letters to be put in place of others; positions count within the text it was found in. */
export type Rewrite = {
  from: number
  to: number
  text: string
  /** Changes nothing that is seen while typing: a space that no longer breaks. */
  silent?: true
}

type Rule = {
  /** Where it was found, the part that is replaced is the group `at`. */
  find: RegExp
  put: (language: Language, before: string, found: string) => string | null
  silent?: true
  only?: Language
}

const nbsp = '\u00a0'

/**
 * Units, after a figure. What a number counts is a unit only when it is short: a long word may well
 * go to the next line.
 */
const units =
  'кг|г|мг|т|км|м|см|мм|га|л|мл|ч|мин|сек|гг?|вв?|руб|коп|сом|сомони|тыс|млн|млрд|кВт|МВт|миң|ҳазор|kg|g|km|m|cm|mm|ha|l|h|min|am|pm|th|mln|bn|USD|EUR|KGS|TJS|%|°C'

/** Words that must not stay behind at the end of a line. */
const clinging = 'в|к|с|о|у|и|а|я|во|ко|со|об|от|до|из|на|по|за|не|ни'

const dashOf = (language: Language) => (language === 'en' ? '–' : '—')

/** Each looks at the end of what was written, up to and with the letter that was typed last. */
const rules: readonly Rule[] = [
  { find: /(?<at>")$/, put: (language, before) => quoteAfter(before, language) },
  { find: /(?<at>')$/, put: (language, before) => singleQuoteAfter(before, language) },
  { find: /(?<=(?:^|\s))(?<at>‘)\d$/, put: () => '’', only: 'en' },
  { find: /(?<=\S)(?<at> [-–—]) $/, put: (language) => nbsp + dashOf(language) },
  { find: /(?<![-–—])(?<at>--)$/, put: () => '–' },
  { find: /(?<at>–-)$/, put: () => '—' },
  { find: /(?<!\.)(?<at>\.\.\.)$/, put: () => '…' },
  { find: /(?<![\p{L}\d])(?<at>\([cс]\)) (?=(?:19|20)\d\d$)/iu, put: () => '©' },
  { find: /(?<at>\((?:tm|тм)\))$/i, put: () => '™' },
  { find: /(?<at>\(r\))$/i, put: () => '®', only: 'en' },
  { find: /(?<![\d\p{L}/.–-])\d{4}(?<at>-)\d{4}[^\d\p{L}/-]$/u, put: () => '–' },
  { find: /[№§](?<at> )$/, put: () => nbsp, silent: true },
  { find: /(?<![\p{L}.])\p{Lu}\.(?<at> )$/u, put: () => nbsp, silent: true },
  {
    find: new RegExp(`\\d(?<at> )(?:${units})[^\\p{L}\\d]$`, 'u'),
    put: () => nbsp,
    silent: true,
  },
  {
    find: new RegExp(`(?<![\\p{L}\\d-])(?:${clinging})(?<at> )$`, 'iu'),
    put: () => nbsp,
    silent: true,
    only: 'ru',
  },
]

/** No rule looks further back than this, but for what quotation marks are open. */
const furthest = 60

/** What the last letter of `before` brings about; null when nothing. */
export function rewriteAsTyped(before: string, language: Language): Rewrite | null {
  const start = Math.max(before.length - furthest, 0)
  const tail = before.slice(start)
  if (isAddress(before)) return null
  for (const { find, put, silent, only } of rules) {
    if (only && only !== language) continue
    const found = find.exec(tail)
    const at = found?.groups?.at
    if (!found || at === undefined) continue
    const from = start + found.index + found[0].indexOf(at)
    const text = put(language, before.slice(0, from), at)
    if (text === null || text === at) continue
    return { from, to: from + at.length, text, ...(silent && { silent }) }
  }
  return null
}

/** Whether the word at the end is part of an address, in which every sign means itself. */
const isAddress = (before: string): boolean =>
  /(?:\w:\/\/|www\.|\S@|\w\.\w+\/)\S*$/u.test(before.slice(-300))
