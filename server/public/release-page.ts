/** The public page of one release in one language: complete, plain HTML that needs no script. [PUB1] [PUB2] */
import type { Language } from '#shared/language/languages.ts'
import { languageOwnNames } from '#shared/language/languages.ts'
import { picturePath } from '#shared/pictures.ts'
import { citationMarkup } from './citation.ts'
import { documentOf, inTongue } from './document.ts'
import { downloadsMarkup } from './downloads.ts'
import { factsMarkup } from './facts.ts'
import { type Content, html, joined, type Markup } from './html.ts'
import {
  allReleasesPath,
  latestPath,
  publicKeyPath,
  publishedStatementsPath,
  releasePath,
} from './paths.ts'
import { proofMarkup } from './proof.ts'
import { publicationDay } from './publication-day.ts'
import {
  isAuthentic,
  languagesOf,
  neighbours,
  type PublishedRelease,
  textIn,
} from './published-release.ts'
import { releaseHead } from './release-head.ts'
import { signatoriesMarkup } from './signatories.ts'
import { textMarkup, titleMarkup } from './statement-text.ts'
import { inlineStyle } from './style.ts'
import { symbolLine } from './symbol-line.ts'
import { wordsOf } from './words.ts'

/** `asked` gives way to the main language where the release has no text in it. */
export function releasePage(model: PublishedRelease, asked: Language): string {
  const text = textIn(model.release, asked)
  const { language } = text
  return documentOf({
    language,
    title: `${text.title} — ${model.release.symbol}`,
    style: inlineStyle,
    head: releaseHead(model, language),
    body: html`<header class="top">
<p>${inTongue(model.coalition, language)}</p>
${languageLinks(model, language)}</header>
<main>
${newerNotice(model, language)}${translationNotice(model, language)}<div class="in">
${symbolLine(model, language, stateChip(model, language))}${titleMarkup(text, picturePath)}${factsMarkup(model, language)}${textMarkup(text, picturePath)}${signatoriesMarkup(
  model.admitted,
  language,
)}${proofMarkup(model, language)}${downloadsMarkup(model, language)}${citationMarkup(model, language)}</div>
</main>
${footer(model, language)}`,
  })
}

function languageLinks({ slug, number, release }: PublishedRelease, language: Language): Markup {
  const say = wordsOf(language)
  const item = (held: Language) => {
    const current = held === language && html` aria-current="page"`
    const mark = !isAuthentic(release, held) && html` <small>(${say('translation')})</small>`
    return html`<li><a href="${releasePath(slug, number, held)}" lang="${held}" hreflang="${held}"${current}>${languageOwnNames[held]}</a>${mark}</li>\n`
  }
  return html`<nav aria-label="${say('languages-of-text')}"><ul class="tongues">
${languagesOf(release).map(item)}</ul></nav>
`
}

/** Told whenever the page is made, never stored: what stands behind a permalink does not change. [PUB1] */
function newerNotice(model: PublishedRelease, language: Language): Content {
  const { newer } = neighbours(model)
  if (!newer) return null
  const say = wordsOf(language)
  const day = publicationDay(newer.publishedAt, language)
  return html`<p class="notice"><strong>${say('newer-release')}</strong> <a href="${latestPath(model.slug, language)}">${say('read-newer', { number: newer.number, day })}</a></p>
`
}

/** [REL4] */
function translationNotice({ slug, number, release }: PublishedRelease, language: Language) {
  if (isAuthentic(release, language)) return null
  const say = wordsOf(language)
  const links = languagesOf(release)
    .filter((held) => isAuthentic(release, held))
    .map(
      (held) =>
        html`<a href="${releasePath(slug, number, held)}" hreflang="${held}">${say(`language.${held}`)}</a>`,
    )
  return html`<p class="notice plain">${say('you-read-translation')} ${joined(links, ', ')}.</p>
`
}

const stateChip = (model: PublishedRelease, language: Language): Markup =>
  neighbours(model).newer
    ? html`<span class="chip old">${wordsOf(language)('superseded')}</span>`
    : html`<span class="chip">✓ ${wordsOf(language)('published')}</span>`

function footer({ slug }: PublishedRelease, language: Language): Markup {
  const say = wordsOf(language)
  return html`<footer>
<a href="${allReleasesPath(slug)}">${say('about-statement')}</a>
<a href="${publishedStatementsPath}">${say('all-statements')}</a>
<a href="${publicKeyPath(slug)}">${say('public-key')}</a>
</footer>
`
}
