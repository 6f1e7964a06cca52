/** How to cite a release: coalition, title, kind, symbol, number, day, permalink. */
import { inLanguage, type Language } from '#shared/language/languages.ts'
import { html, type Markup } from './html.ts'
import { releasePath } from './paths.ts'
import { publicationDay } from './publication-day.ts'
import { type PublishedRelease, textIn } from './published-release.ts'
import { wordsOf } from './words.ts'

export const citationMarkup = (model: PublishedRelease, language: Language): Markup =>
  html`<section class="part" aria-labelledby="cite">
<h2 id="cite">${wordsOf(language)('cite')}</h2>
<p class="cite">${citationOf(model, language)}</p>
</section>
`

function citationOf(model: PublishedRelease, language: Language): string {
  const { publicUrl, slug, number, coalition, release, publishedAt } = model
  const say = wordsOf(language)
  const numbered = say('this-release-number', {
    number,
    day: publicationDay(publishedAt, language),
  })
  const parts = [
    inLanguage(coalition, language),
    textIn(release, language).title,
    `${say(`kind.${release.kind}`)} ${release.symbol}, ${numbered}`,
  ]
  return `${parts.map(sentence).join(' ')} ${publicUrl}${releasePath(slug, number)}`
}

const sentence = (part: string): string => (/[.!?…]$/.test(part) ? part : `${part}.`)
