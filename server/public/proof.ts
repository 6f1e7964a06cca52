/** How a reader makes sure that a copy is the real text, in three plain steps. [PUB4] */
import type { Language } from '#shared/language/languages.ts'
import { fingerprintForPeople } from '#shared/text/fingerprint.ts'
import { type Content, html, type Markup } from './html.ts'
import { publicKeyText } from './minisign.ts'
import { canonicalFileName, filePath, pageFileName, signatureNameOf } from './paths.ts'
import type { PublishedRelease } from './published-release.ts'
import { wordsOf } from './words.ts'

/** For the page: the file with the fingerprint, from the server. */
export function proofMarkup(model: PublishedRelease, language: Language): Markup {
  const { slug, number } = model
  const file = canonicalFileName(slug, number)
  const link = (name: string) => html`<a href="${filePath(slug, number, name)}">${name}</a>`
  const fetching = html`${wordsOf(language)('step-download')} ${link(file)}, ${link(signatureNameOf(file))}`
  return proof(model, language, file, fetching)
}

/** For the file that stands alone: it is itself what is checked. */
export function fileProofMarkup(model: PublishedRelease, language: Language): Markup {
  const file = pageFileName(model.slug, model.number, language)
  const say = wordsOf(language)
  const signature = signatureNameOf(file)
  return proof(model, language, file, say('step-file-signature', { signature }))
}

function proof(
  { fingerprint, key }: PublishedRelease,
  language: Language,
  file: string,
  firstStep: Content,
): Markup {
  const say = wordsOf(language)
  return html`<section class="part proof" aria-labelledby="check">
<h2 id="check">${say('check-title')}</h2>
<dl>
<dt>${say('fingerprint')}</dt><dd><code class="fingerprint" translate="no">${fingerprintForPeople(fingerprint)}</code></dd>
<dt>${say('public-key')}</dt><dd><code translate="no">${publicKeyText(key)}</code></dd>
</dl>
<ol class="steps">
<li>${firstStep}</li>
<li>${say('step-run')} <code class="command" translate="no">minisign -Vm ${file} -P ${publicKeyText(key)}</code></li>
<li>${say('step-compare')}</li>
</ol>
</section>
`
}
