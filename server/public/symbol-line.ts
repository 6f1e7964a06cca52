/** The line above a title: symbol, a mark, kind, number and day. */
import type { Language } from '#shared/language/languages.ts'
import type { StatementKind } from '#shared/statements.ts'
import { type Content, html, type Markup } from './html.ts'
import { datedMarkup, publicationDay } from './publication-day.ts'
import { wordsOf } from './words.ts'

export function symbolLine(
  {
    release: { symbol, kind },
    number,
    publishedAt,
  }: { release: { symbol: string; kind: StatementKind }; number: number; publishedAt: Date },
  language: Language,
  mark: Content,
): Markup {
  const say = wordsOf(language)
  const day = publicationDay(publishedAt, language)
  return html`<p class="symbol"><strong>${symbol}</strong> ${mark} <span>${say(`kind.${kind}`)}</span> ${datedMarkup(
    say('release-of-day', { number, day }),
    publishedAt,
  )}</p>
`
}
