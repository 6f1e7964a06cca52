/** The vocabularies and addresses that the parts of a Word file are written with. */
import type { Language } from '#shared/language/languages.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': `${office}/relationships`,
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'mc:Ignorable': 'w14 w15',
} as const

export const relationTypes = `${office}/relationships`

/** Languages as Word names them; Tajik is told apart by its script. */
export const languageTags: Record<Language, string> = {
  ru: 'ru-RU',
  ky: 'ky-KG',
  tg: 'tg-Cyrl-TJ',
  en: 'en-GB',
}
