/** Who signed: the names in alternat order, their counts, and what may be said of those who are not named. */
import {
  type AdmittedSignature,
  type Roster,
  rosterIn,
  type Signatory,
} from '#server/domain/roster.ts'
import { type Country, countryName } from '#shared/language/countries.ts'
import type { Language } from '#shared/language/languages.ts'
import { type Content, html, type Markup } from './html.ts'
import { wordsOf } from './words.ts'

/** Languages of one side: their texts list the names side by side, that side first. [SIGN10] */
const listedBySide: readonly Language[] = ['ky', 'tg']

export function signatoriesMarkup(
  admitted: readonly AdmittedSignature[],
  language: Language,
): Markup {
  const say = wordsOf(language)
  const roster = rosterIn(language, admitted, true)
  const names = listedBySide.includes(language) ? sides(roster, language) : all(roster, language)
  const withheld = withheldSentence(roster, language)
  return html`<section class="part" aria-labelledby="signatories">
<h2 id="signatories">${say('signed-by')}</h2>
${roster.signatories.length > 0 ? names : html`<p>${say('nobody-named')}</p>\n`}${
  withheld && html`<p class="aside withheld">${withheld}</p>\n`
}${roster.signatories.length > 1 && html`<p class="aside">${say('order-of-names')}</p>\n`}</section>
`
}

/** The counts in one sentence: of the named by country, and of the others as far as it may be told. */
export function rosterSummary(admitted: readonly AdmittedSignature[], language: Language): Content {
  const roster = rosterIn(language, admitted, true)
  return [namedSentence(roster, language), withheldSentence(roster, language)]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

function namedSentence({ signatories, counts }: Roster, language: Language): string {
  const say = wordsOf(language)
  if (signatories.length === 0) return say('nobody-named')
  const total = say('organisations', { count: signatories.length })
  const parts = [...counts]
    .sort(internationalLast)
    .map(({ country, count }) =>
      country === 'INT'
        ? say('count-international', { count })
        : say('count-from-country', { count, country: countryName(country, language) }),
    )
  return `${total}: ${parts.join(', ')}.`
}

const internationalLast = (a: { country: Country }, b: { country: Country }) =>
  Number(a.country === 'INT') - Number(b.country === 'INT')

/** Below the threshold not even a number: it could be guessed who is meant. [SIGN8] */
function withheldSentence({ withheld }: Roster, language: Language): string | null {
  const say = wordsOf(language)
  if (withheld === 'none') return null
  return withheld === 'some' ? say('withheld-some') : say('withheld-count', { count: withheld })
}

function sides({ signatories, counts }: Roster, language: Language): Markup {
  const say = wordsOf(language)
  const heading = (country: Country) =>
    country === 'INT' ? say('international-organisations') : countryName(country, language)
  const side = ({ country, count }: Roster['counts'][number]) => html`<section>
<h3>${heading(country)} <span>${count}</span></h3>
<ul class="names">
${signatories.filter((one) => one.country === country).map((one) => item(one, language, []))}</ul>
</section>
`
  return html`<div class="sides">
${counts.map(side)}</div>
`
}

const all = ({ signatories }: Roster, language: Language): Markup => html`<ul class="names all">
${signatories.map((one) => item(one, language, [placeOf(one.country, language)]))}</ul>
`

const placeOf = (country: Country, language: Language): string =>
  country === 'INT'
    ? wordsOf(language)('international-organisation')
    : countryName(country, language)

function item(signatory: Signatory, language: Language, before: string[]): Markup {
  const { name, representative, title, basis } = signatory
  const person = [representative, title].filter((part) => part !== '').join(', ')
  const about = [...before, person, wordsOf(language)(`basis.${basis}`)]
  return html`<li>${name}<small>${about.filter((part) => part !== '').join(' · ')}</small></li>\n`
}
