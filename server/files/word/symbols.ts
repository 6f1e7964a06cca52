/** Characters that Word takes from the symbol fonts, as what they look like. */
import type { XmlElement } from '../xml.ts'

/** Stands for a sign that has no likeness here. */
const unknown = '□'

/** Symbol's signs by their place in the font, from 0xA1 on; the letters before them are Greek. */
const symbol = new Map([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xba, '≡'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
  [0xde, '⇒'],
  [0xe5, '∑'],
])
const greekCapitals = [...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ']
const greekSmall = [...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ']

const wingdings = new Map([
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

/** The character of a `w:sym`. Symbol fonts have theirs in a private area, at 0xF000 and above. */
export function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(code >= 0x20 && code <= 0xffff)) return unknown
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const place = isPrivate ? code - 0xf000 : code
  const font = (attributes['w:font'] ?? '').toLowerCase()
  if (font.startsWith('wingdings')) return wingdings.get(place) ?? unknown
  if (font === 'symbol') return inSymbol(place) ?? unknown
  const isCharacter = !/[\p{Cc}\p{Co}\p{Cs}\p{Cn}]/u.test(String.fromCharCode(place))
  return isCharacter ? String.fromCharCode(place) : unknown
}

function inSymbol(place: number): string | undefined {
  if (place > 0x40 && place <= 0x5a) return greekCapitals[place - 0x41]
  if (place > 0x60 && place <= 0x7a) return greekSmall[place - 0x61]
  return place < 0x40 ? String.fromCharCode(place) : symbol.get(place)
}
