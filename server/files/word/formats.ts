/** The format of a run of words, and the marks of our text that it becomes. */

import { childOf, settingOf, switchOf, type XmlElement } from '../xml.ts'
import type { Style } from './styles.ts'

export type Format = {
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  /** Above or below the line. */
  vertical: 'superscript' | 'subscript' | null
  hidden: boolean
}

export const noFormat: Format = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  vertical: null,
  hidden: false,
}

export type MarkJson = { type: string; attrs?: { [name: string]: unknown } }

/**
 * The format that a run has by itself and by its character style. What comes from the style of its
 * paragraph is left out: there it says what the paragraph is, and that comes over as its kind.
 */
export function formatOf(properties: XmlElement | undefined, styles: readonly Style[]): Format {
  const sources = [properties, ...styles.map(({ run }) => run)]
  const on = (name: string) =>
    sources.map((source) => switchOf(source, name)).find((value) => value !== undefined) ?? false
  const vertical = sources.map((source) => settingOf(source, 'w:vertAlign')).find(Boolean)
  return {
    bold: on('w:b'),
    italic: on('w:i'),
    underline: on('w:u') && (!!childOf(properties, 'w:u') || !styles.some(isLinkStyle)),
    strike: on('w:strike') || on('w:dstrike'),
    vertical: vertical === 'superscript' || vertical === 'subscript' ? vertical : null,
    hidden: on('w:vanish'),
  }
}

/** The marks, in the order of the schema. A link is underlined by itself. */
export function marksOf(format: Format, link: string | null): MarkJson[] {
  return [
    ...(format.bold ? [{ type: 'bold' }] : []),
    ...(format.italic ? [{ type: 'italic' }] : []),
    ...(format.underline && !link ? [{ type: 'underline' }] : []),
    ...(format.strike ? [{ type: 'strike' }] : []),
    ...(format.vertical ? [{ type: format.vertical }] : []),
    ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
  ]
}

const isLinkStyle = ({ name }: Style) =>
  ['hyperlink', 'followedhyperlink', 'internetlink', 'гиперссылка'].includes(name)
