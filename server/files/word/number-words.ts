/** Writes the number of a list item the way Word shows it. */

/** `count` in a number format of Word (`w:numFmt`); formats that we do not know are written as figures. */
export function numberWord(count: number, format: string): string {
  if (count < 1 || count > mostInWords) return String(count)
  const small = format.slice(0, 5) === 'lower' || format === 'russianLower'
  const word = capitals(count, format)
  return small ? word.toLowerCase() : word
}

const mostInWords = 780
const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const cyrillic = [...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ']

function capitals(count: number, format: string): string {
  switch (format) {
    case 'upperLetter':
    case 'lowerLetter':
      return letters(count, latin)
    case 'russianUpper':
    case 'russianLower':
      return letters(count, cyrillic)
    case 'upperRoman':
    case 'lowerRoman':
      return roman(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** After the last letter Word doubles them: Z, AA, BB. */
function letters(count: number, alphabet: string[]): string {
  const letter = alphabet[(count - 1) % alphabet.length] as string
  return letter.repeat(Math.ceil(count / alphabet.length))
}

const hundreds = ['', 'C', 'CC', 'CCC', 'CD', 'D', 'DC', 'DCC', 'DCCC', 'CM']
const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

const roman = (count: number): string =>
  `${hundreds[Math.floor(count / 100)]}${tens[Math.floor(count / 10) % 10]}${ones[count % 10]}`
