/** What stands where nothing was ever published, in all languages at once: nobody knows what the reader reads. */
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import { documentOf } from './document.ts'
import { html } from './html.ts'
import { publishedStatementsPath } from './paths.ts'
import { inlineStyle } from './style.ts'
import { wordsOf } from './words.ts'

/** `language` comes first. */
export function notFoundPage(language: Language): string {
  const order = [language, ...languagesOnScreen.filter((other) => other !== language)]
  const section = (one: Language) => {
    const say = wordsOf(one)
    return html`<section lang="${one}">
<h1>${say('not-found-title')}</h1>
<p>${say('not-found-advice')}</p>
<p><a href="${publishedStatementsPath}">${say('all-statements')}</a></p>
</section>
`
  }
  return documentOf({
    language,
    title: wordsOf(language)('not-found-title'),
    style: inlineStyle,
    head: html`<meta name="robots" content="noindex">\n`,
    body: html`<main class="in absent">
${order.map(section)}</main>
`,
  })
}
