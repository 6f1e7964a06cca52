/** The list of a statement's published releases; each stays where it is. [PUB1] */
import { inLanguage, type Language, type Localised } from '#shared/language/languages.ts'
import { documentOf, inTongue } from './document.ts'
import { html } from './html.ts'
import { allReleasesPath, publishedStatementsPath, releasePath } from './paths.ts'
import { datedMarkup, publicationDay } from './publication-day.ts'
import type { Publication } from './published-release.ts'
import { inlineStyle } from './style.ts'
import { wordsOf } from './words.ts'

export type StatementReleases = {
  publicUrl: string
  slug: string
  symbol: string
  coalition: Localised
  /** As the newest release has them. */
  titles: Localised
  /** The published releases, the newest first. */
  all: readonly Publication[]
}

export function allReleasesPage(statement: StatementReleases, language: Language): string {
  const { publicUrl, slug, symbol, coalition, titles, all } = statement
  const say = wordsOf(language)
  const item = ({ number, publishedAt }: Publication, at: number) => {
    const sentence = say('release-of-day', { number, day: publicationDay(publishedAt, language) })
    const path = releasePath(slug, number)
    return html`<li><p class="symbol"><strong>${datedMarkup(sentence, publishedAt)}</strong>${
      at === 0 && html` <span class="chip">${say('newest')}</span>`
    }</p>
<a href="${path}">${publicUrl}${path}</a></li>
`
  }
  return documentOf({
    language,
    title: `${inLanguage(titles, language)} — ${symbol}`,
    style: inlineStyle,
    head: html`<link rel="canonical" href="${publicUrl}${allReleasesPath(slug)}">\n`,
    body: html`<header class="top"><p>${inTongue(coalition, language)}</p></header>
<main class="in">
<p class="symbol"><strong>${symbol}</strong> <span>${say('about-statement')}</span></p>
<h1 class="plain-title">${inTongue(titles, language)}</h1>
<ol class="list">
${all.map(item)}</ol>
</main>
<footer><a href="${publishedStatementsPath}">${say('all-statements')}</a></footer>
`,
  })
}
