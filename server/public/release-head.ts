/** What the head of a release's page tells programs: its addresses, its languages, its neighbours, its preview. [PUB2] */
import { inLanguage, type Language } from '#shared/language/languages.ts'
import { html, type Markup } from './html.ts'
import { allReleasesPath, fontPath, latestPath, releasePath } from './paths.ts'
import { languagesOf, neighbours, type PublishedRelease, textIn } from './published-release.ts'
import { firstWords } from './statement-text.ts'

export function releaseHead(model: PublishedRelease, language: Language): Markup {
  const { publicUrl, slug, number, release } = model
  const address = (held?: Language) => `${publicUrl}${releasePath(slug, number, held)}`
  return html`<meta name="description" content="${firstWords(textIn(release, language))}">
<link rel="canonical" href="${address(language)}">
${languagesOf(release).map(
  (held) => html`<link rel="alternate" hreflang="${held}" href="${address(held)}">\n`,
)}<link rel="alternate" hreflang="x-default" href="${address()}">
${versionLinks(model, language)}${preview(model, language)}${preloads(language)}`
}

/** RFC 5829. */
function versionLinks(model: PublishedRelease, language: Language): Markup {
  const { publicUrl, slug } = model
  const { previous, next } = neighbours(model)
  const link = (relation: string, path: string) =>
    html`<link rel="${relation}" href="${publicUrl}${path}">\n`
  return html`${link('latest-version', latestPath(slug, language))}${link(
    'version-history',
    allReleasesPath(slug),
  )}${previous && link('predecessor-version', releasePath(slug, previous.number))}${
    next && link('successor-version', releasePath(slug, next.number))
  }`
}

const locales: Record<Language, string> = { en: 'en_GB', ky: 'ky_KG', ru: 'ru_RU', tg: 'tg_TJ' }

/** OpenGraph, which messengers show with a link. */
function preview(model: PublishedRelease, language: Language): Markup {
  const { publicUrl, slug, number, coalition, release, publishedAt } = model
  const text = textIn(release, language)
  const others = languagesOf(release).filter((held) => held !== language)
  const tags: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', text.title],
    ['og:description', firstWords(text)],
    ['og:url', `${publicUrl}${releasePath(slug, number, language)}`],
    ['og:site_name', inLanguage(coalition, language)],
    ['og:locale', locales[language]],
    ...others.map((held): [string, string] => ['og:locale:alternate', locales[held]]),
    ['article:published_time', publishedAt.toISOString()],
  ]
  return html`${tags.map(([name, content]) => html`<meta property="${name}" content="${content}">\n`)}`
}

/** Kyrgyz and Tajik letters are in a file of their own, which would come last and re-set the text under the reader's eyes. */
const preloads = (language: Language) =>
  (language === 'ky' || language === 'tg') &&
  html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${fontPath('source-serif-4-cyrillic-ext-wght-normal.woff2')}">\n`
