/** The files of a release, each with its signature. [PUB3] [PUB4] */
import type { Language } from '#shared/language/languages.ts'
import { html, type Markup } from './html.ts'
import { canonicalFileName, filePath, pageFileName, signatureNameOf } from './paths.ts'
import type { PublishedRelease } from './published-release.ts'
import { wordsOf } from './words.ts'

export function downloadsMarkup({ slug, number }: PublishedRelease, language: Language): Markup {
  const say = wordsOf(language)
  const item = (file: string, name: string, about: string) => {
    const signature = signatureNameOf(file)
    return html`<li><p><a href="${filePath(slug, number, file)}" download="${file}">${name}</a><small>${about}</small></p>
<a class="signature" href="${filePath(slug, number, signature)}" download="${signature}" aria-label="${say('signature-of-file')}: ${name}">${say('signature-of-file')}</a></li>
`
  }
  return html`<section class="part screen" aria-labelledby="download">
<h2 id="download">${say('download-title')}</h2>
<ul class="files">
${item(pageFileName(slug, number, language), say('file-page'), say('file-page-about'))}${item(
  canonicalFileName(slug, number),
  say('file-canonical'),
  say('file-canonical-about'),
)}</ul>
</section>
`
}
