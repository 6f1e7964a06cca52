/** A release as one HTML file that opens from a memory stick: it fetches nothing, and the same release gives the same bytes. [PUB3] */
import type { Language } from '#shared/language/languages.ts'
import { citationMarkup } from './citation.ts'
import { documentOf, inTongue } from './document.ts'
import { fileFactsMarkup } from './facts.ts'
import { type Content, html, type Markup } from './html.ts'
import { releasePath } from './paths.ts'
import { fileProofMarkup } from './proof.ts'
import { isAuthentic, type PublishedRelease, textIn } from './published-release.ts'
import { signatoriesMarkup } from './signatories.ts'
import { textMarkup, titleMarkup } from './statement-text.ts'
import { fileStyle } from './style.ts'
import { symbolLine } from './symbol-line.ts'
import { wordsOf } from './words.ts'

/** A picture that the file carries in itself. */
export type EmbeddedPicture = { type: string; base64: string }

/** `asked` gives way to the main language where the release has no text in it. */
export function releaseFile(
  model: PublishedRelease,
  asked: Language,
  pictures: ReadonlyMap<string, EmbeddedPicture> = new Map(),
): string {
  const pictureData = (asset: string) => dataAddress(pictures.get(asset))
  const text = textIn(model.release, asked)
  const { language } = text
  return documentOf({
    language,
    title: `${text.title} — ${model.release.symbol}`,
    style: fileStyle,
    head: policy,
    body: html`<header class="top"><p>${inTongue(model.coalition, language)}</p></header>
<main>
${copyNote(model, language)}<div class="in">
${symbolLine(model, language, translationChip(model, language))}${titleMarkup(text, pictureData)}${fileFactsMarkup(model, language)}${textMarkup(text, pictureData)}${signatoriesMarkup(
  model.admitted,
  language,
)}${fileProofMarkup(model, language)}${citationMarkup(model, language)}</div>
</main>
`,
  })
}

/** Whatever the text holds, the file asks nothing of any network. [SAFE1] */
const policy = html`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${fileStyle.cspHash}'; img-src data:">
`

/** A picture within the file itself. */
const dataAddress = (picture: EmbeddedPicture | undefined): string =>
  picture ? `data:${picture.type};base64,${picture.base64}` : 'data:,'

function copyNote({ publicUrl, slug, number }: PublishedRelease, language: Language): Markup {
  const address = `${publicUrl}${releasePath(slug, number)}`
  return html`<p class="notice plain">${wordsOf(language)('copy-note')} <a href="${address}">${address}</a></p>
`
}

const translationChip = ({ release }: PublishedRelease, language: Language): Content =>
  !isAuthentic(release, language) &&
  html`<span class="chip old">${wordsOf(language)('translation')}</span>`
