/** The addresses of what is published. Once a release is out, its addresses never change. [PUB1] */
import type { Language } from '#shared/language/languages.ts'

export const publishedStatementsPath = '/p'

/** The list of a statement's releases. */
export const allReleasesPath = (slug: string) => `/p/${slug}`

/** The newest release; without a language, the main one of its text. */
export const latestPath = (slug: string, language?: Language) =>
  `/p/${slug}/latest${language ? `/${language}` : ''}`

/** The permalink of one release; without a language, the main one of its text. */
export const releasePath = (slug: string, number: number, language?: Language) =>
  `/p/${slug}/${number}${language ? `/${language}` : ''}`

export const publicKeyPath = (slug: string) => `/p/${slug}/minisign.pub`

/** The name that a release's files begin with. */
const fileName = (slug: string, number: number) => `${slug}-${number}`

/** The canonical form: the bytes that the fingerprint is of. */
export const canonicalFileName = (slug: string, number: number) => `${fileName(slug, number)}.json`

/** The page as one file that needs no network. */
export const pageFileName = (slug: string, number: number, language: Language) =>
  `${fileName(slug, number)}.${language}.html`

/** minisign looks for the signature under this name, beside the file. */
export const signatureNameOf = (file: string) => `${file}.minisig`

/** Where a file of a release is fetched from, by its name. */
export const filePath = (slug: string, number: number, file: string) =>
  `${releasePath(slug, number)}/${file}`

/** Where the look's typefaces are fetched from. */
export const fontPath = (file: string) => `/fonts/${file}`
