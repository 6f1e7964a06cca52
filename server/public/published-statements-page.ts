/** The list of everything that is published here. */
import type { Language, Localised } from '#shared/language/languages.ts'
import type { StatementKind } from '#shared/statements.ts'
import { documentOf, inTongue } from './document.ts'
import { html } from './html.ts'
import { latestPath } from './paths.ts'
import { inlineStyle } from './style.ts'
import { symbolLine } from './symbol-line.ts'
import { wordsOf } from './words.ts'

/** A statement by its newest published release. */
export type PublishedStatement = {
  slug: string
  symbol: string
  kind: StatementKind
  titles: Localised
  coalition: Localised
  number: number
  publishedAt: Date
}

/** In the order in which they are given. */
export function publishedStatementsPage(
  statements: readonly PublishedStatement[],
  language: Language,
): string {
  const say = wordsOf(language)
  const item = (statement: PublishedStatement) => html`<li>${symbolLine(
    { ...statement, release: statement },
    language,
    null,
  )}<h2><a href="${latestPath(statement.slug, language)}">${inTongue(statement.titles, language)}</a></h2>
<p>${inTongue(statement.coalition, language)}</p></li>
`
  return documentOf({
    language,
    title: say('published-statements'),
    style: inlineStyle,
    body: html`<main class="in">
<h1 class="plain-title">${say('published-statements')}</h1>
${
  statements.length > 0
    ? html`<ul class="list">\n${statements.map(item)}</ul>\n`
    : html`<p>${say('nothing-published')}</p>\n`
}</main>
`,
  })
}
