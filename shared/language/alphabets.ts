/** Alphabetical order in each language: the runtime's where every runtime has one, our own tables elsewhere. */
import type { Language } from './languages.ts'

/**
 * Node has no Tajik collation, Chromium neither Tajik nor Kyrgyz. Both sides must sort alike, so
 * these two alphabets are ours.
 */
const alphabets: Partial<Record<Language, string>> = {
  ky: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  tg: 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳцчҷшщъыьэюя',
}

/** A function that compares two names by the alphabet of `language`; equal letters of another case sort alike. */
export function collation(language: Language): (a: string, b: string) => number {
  const alphabet = alphabets[language]
  const fallback = new Intl.Collator(language === 'en' ? 'en' : 'ru', { numeric: true })
  if (!alphabet) return fallback.compare
  const places = new Map([...alphabet].map((letter, place) => [letter, place]))
  const letters = (name: string) => [
    ...name
      .normalize('NFC')
      .toLocaleLowerCase('ru')
      .replace(/[«»“”"'’()]/g, ''),
  ]
  return (a, b) => {
    const left = letters(a)
    const right = letters(b)
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
      const l = left[index] as string
      const r = right[index] as string
      const order = compareLetters(l, r, places, fallback)
      if (order !== 0) return order
    }
    return left.length - right.length || fallback.compare(a, b)
  }
}

function compareLetters(
  left: string,
  right: string,
  places: Map<string, number>,
  fallback: Intl.Collator,
): number {
  if (left === right) return 0
  const l = places.get(left)
  const r = places.get(right)
  return l !== undefined && r !== undefined ? l - r : fallback.compare(left, right)
}
