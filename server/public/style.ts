/** The one style sheet of the public pages, written into each of them, and its name for the content security policy. */
import { createHash } from 'node:crypto'
import fonts from '#shared/look/fonts.css?raw'
import statement from '#shared/look/statement.css?raw'
import matter from '#shared/look/statement-matter.css?raw'
import tokens from '#shared/look/tokens.css?raw'
import page from './page.css?raw'
import print from './print.css?raw'
import release from './release.css?raw'

/** `cspHash` is `sha256-…`; a policy names it as `style-src 'sha256-…'`. */
export type InlineStyle = { css: string; cspHash: string }

/** For pages that the server hands out: with our typefaces. */
export const inlineStyle = inline(tokens, fonts, matter, statement, page, release, print)

/** For files that stand alone: the reader's own typefaces, nothing to fetch. */
export const fileStyle = inline(tokens, matter, statement, page, release, print)

function inline(...sheets: string[]): InlineStyle {
  const css = sheets.map(lighter).join('')
  return { css, cspHash: `sha256-${createHash('sha256').update(css).digest('base64')}` }
}

/** Without comments and the white space that only people need, and without imports: all sheets are here. */
function lighter(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@import [^;]*;/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([\w)]): /g, '$1:')
    .replace(/;\}/g, '}')
    .replace(/(?<![\d.])0\.(?=\d)/g, '.')
    .replace(/(U\+[\w-]+), /g, '$1,')
    .trim()
}
