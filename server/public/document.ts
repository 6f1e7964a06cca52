/** The frame of every public page and file: what stands in its head, and the sheet that it is written on. */
import { inLanguage, type Language, type Localised, languages } from '#shared/language/languages.ts'
import { type Content, html, Markup } from './html.ts'
import type { InlineStyle } from './style.ts'

export type Page = {
  language: Language
  title: string
  style: InlineStyle
  /** What the head has besides the usual. */
  head?: Content
  body: Content
}

/** The whole page. It asks for nothing but our own typefaces, and has no script. [PUB2] [SAFE1] */
export const documentOf = ({ language, title, style, head = null, body }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1b1e24" media="(prefers-color-scheme: dark)">
<title>${title}</title>
${head}<style>${new Markup(style.css)}</style>
</head>
<body>
<div class="sheet">
${body}</div>
</body>
</html>
`.toString()

/** The text in this language, or marked as what it is where it has to be in another. */
export function inTongue(text: Localised, language: Language): Content {
  const found = inLanguage(text, language)
  if (text[language] === found) return found
  const other = languages.find((one) => text[one] === found)
  return other ? html`<span lang="${other}">${found}</span>` : found
}
