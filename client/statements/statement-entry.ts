/** What is typed about a statement, and what is sent of it. */
import type { SentBodyOf } from '#shared/api/endpoint.ts'
import type { changeStatement } from '#shared/api/statements.ts'
import { type Language, type Localised, languagesOnScreen } from '#shared/language/languages.ts'
import type { Statement, StatementKind } from '#shared/statements.ts'

export type StatementEntry = {
  symbol: string
  kind: StatementKind
  languages: readonly Language[]
  titles: Localised
  /** One addressee a line. */
  addressees: Localised
}

export const newEntry = (symbol: string, languages: readonly Language[]): StatementEntry => ({
  symbol,
  kind: 'joint-statement',
  languages,
  titles: {},
  addressees: {},
})

export const entryOf = (statement: Statement): StatementEntry => ({
  ...statement,
  addressees: Object.fromEntries(
    Object.entries(statement.addressees).map(([language, lines]) => [language, lines.join('\n')]),
  ),
})

/** What both starting and changing send: without words in languages that were not chosen. */
export function fieldsOf(entry: StatementEntry): SentBodyOf<typeof changeStatement> {
  const { symbol, kind } = entry
  const languages = languagesOnScreen.filter((language) => entry.languages.includes(language))
  const addressees = Object.fromEntries(
    languages.map((language) => [language, linesOf(entry.addressees[language])]),
  ) as Record<Language, string[]>
  return { symbol, kind, languages, addressees }
}

export const titlesOf = ({ titles, languages }: StatementEntry) =>
  Object.fromEntries(
    languages.map((language) => [language, titles[language]?.trim() ?? '']),
  ) as Record<Language, string>

export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
