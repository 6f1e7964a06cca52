/** What a reader needs to know of a release before reading it: to whom, which texts count, who signed, where it stands. */
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import { type Content, html, type Markup } from './html.ts'
import { allReleasesPath, latestPath, releasePath } from './paths.ts'
import {
  isAuthentic,
  languagesOf,
  mainLanguage,
  type PublishedRelease,
} from './published-release.ts'
import { rosterSummary } from './signatories.ts'
import { wordsOf } from './words.ts'

/** For the page. */
export const factsMarkup = (model: PublishedRelease, language: Language): Markup =>
  facts(model, language, addresses(model, language))

/** For the file that stands alone: no address but the permalink. */
export const fileFactsMarkup = (model: PublishedRelease, language: Language): Markup =>
  facts(model, language, permalink(model))

const facts = ({ release, admitted }: PublishedRelease, language: Language, where: Content) => {
  const say = wordsOf(language)
  return html`<dl class="facts">
${addressees(release, language)}${authenticTexts(release, language)}${row(
  say('signed-by'),
  rosterSummary(admitted, language),
)}${row(say('permanent-link'), where)}</dl>
`
}

const row = (name: string, content: Content): Markup => html`<dt>${name}</dt><dd>${content}</dd>\n`

function addressees(release: CanonicalRelease, language: Language): Content {
  const shown = release.addressees[language] ? language : mainLanguage(release)
  const names = (release.addressees[shown] ?? []).join('; ')
  if (names === '') return null
  const marked = shown === language ? names : html`<span lang="${shown}">${names}</span>`
  return row(wordsOf(language)('addressed-to'), marked)
}

/** Which texts count, which prevails, and which are translations. [REL4] */
function authenticTexts(release: CanonicalRelease, language: Language): Content {
  const say = wordsOf(language)
  const names = (list: Language[]) => list.map((one) => say(`language.${one}`)).join(', ')
  const held = languagesOf(release)
  const authentic = held.filter((one) => isAuthentic(release, one))
  const translations = held.filter((one) => !isAuthentic(release, one))
  const { prevailing } = release
  const weight = prevailing
    ? say('prevails', { language: say(`language.${prevailing}`) })
    : say('equal-force')
  return [
    row(
      say('authentic-texts'),
      authentic.length > 1 ? `${names(authentic)}; ${weight}` : names(authentic),
    ),
    translations.length > 0 &&
      row(say('translations', { count: translations.length }), names(translations)),
  ]
}

function permalink({ publicUrl, slug, number }: PublishedRelease): Markup {
  const path = releasePath(slug, number)
  return html`<a href="${publicUrl}${path}">${publicUrl}${path}</a>`
}

function addresses(model: PublishedRelease, language: Language): Markup {
  const { slug } = model
  const say = wordsOf(language)
  return html`${permalink(model)}<br>
<span class="screen"><a href="${latestPath(slug, language)}">${say('latest-release')}</a> · <a href="${allReleasesPath(slug)}">${say('all-releases')}</a></span>`
}
