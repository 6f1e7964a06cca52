/** The styles of an OpenDocument file: what a paragraph is called, how its runs look, how its lists count. */
import type { Format } from '../word/formats.ts'
import { noFormat } from '../word/formats.ts'
import type { Style } from '../word/styles.ts'
import { childOf, childrenOf, wholeNumber, type XmlElement } from '../xml.ts'

export type ListLevel = {
  kind: 'ordered' | 'bullet' | 'none'
  format: string
  prefix: string
  suffix: string
  start: number
  /** How many levels the label shows. */
  shown: number
}

export type OpenStyles = {
  /** The style and all it is based on, the nearest first, as `roleOf` takes them. */
  chainOf(family: 'paragraph' | 'text', name: string | undefined): Style[]
  formatOf(name: string | undefined): Partial<Format>
  /** The list style that a paragraph style names. */
  listOf(name: string | undefined): string | undefined
  /** The levels of a list style, the first at 0. */
  levelsOf(list: string | undefined): readonly ListLevel[]
  /** How headings are numbered. */
  outline: readonly ListLevel[]
}

/** The roots of `styles.xml` and `content.xml`: both name styles of their own, and the text means those of the last. */
export function readStyles(roots: readonly (XmlElement | null)[]): OpenStyles {
  const holders = roots.flatMap((root) => [
    ...childrenOf(root ?? undefined, 'office:styles'),
    ...childrenOf(root ?? undefined, 'office:automatic-styles'),
  ])
  const elements = new Map(
    holders.flatMap(({ children }) =>
      children
        .filter(({ name }) => name === 'style:style')
        .map((style) => [
          keyOf(style.attributes['style:family'], style.attributes['style:name']),
          style,
        ]),
    ),
  )
  const lists = new Map(
    holders.flatMap(({ children }) =>
      children
        .filter(({ name }) => name === 'text:list-style')
        .map((list) => [list.attributes['style:name'], readLevels(list)]),
    ),
  )
  const outline = holders.flatMap((holder) => childrenOf(holder, 'text:outline-style'))[0]

  const chain = (family: string, name: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    let style = elements.get(keyOf(family, name))
    while (style && found.push(style) < longestChain) {
      style = elements.get(keyOf(family, style.attributes['style:parent-style-name']))
    }
    return found
  }

  return {
    chainOf: (family, name) => {
      const found = chain(family, name)
      return found.length === 0 && name ? [styleOf(name)] : found.map(asStyle)
    },
    formatOf: (name) => {
      const properties = chain('text', name).map((style) => childOf(style, 'style:text-properties'))
      return Object.assign({}, ...properties.map(formatOf).reverse())
    },
    listOf: (name) =>
      chain('paragraph', name)
        .map(({ attributes }) => attributes['style:list-style-name'])
        .find((list) => list !== undefined),
    levelsOf: (list) => lists.get(list) ?? [],
    outline: outline ? readLevels(outline) : [],
  }
}

const longestChain = 20

const keyOf = (family: string | undefined, name: string | undefined) => `${family} ${name}`

/** Names are written with their signs as `_20_`. */
const plainName = (name: string) =>
  name
    .replace(/_([0-9a-f]{2})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

const styleOf = (name: string): Style => ({
  id: name,
  name: plainName(name),
  basedOn: undefined,
  paragraph: undefined,
  run: undefined,
})

const asStyle = ({ attributes }: XmlElement): Style => styleOf(attributes['style:name'] ?? '')

function formatOf(properties: XmlElement | undefined): Partial<Format> {
  const { attributes = {} } = properties ?? {}
  const format: Partial<Format> = {}
  const weight = attributes['fo:font-weight']
  if (weight) format.bold = weight === 'bold' || Number(weight) >= 600
  const style = attributes['fo:font-style']
  if (style) format.italic = style === 'italic' || style === 'oblique'
  const underline = attributes['style:text-underline-style']
  if (underline) format.underline = underline !== 'none'
  const through = attributes['style:text-line-through-style']
  const kind = attributes['style:text-line-through-type']
  if (through || kind) format.strike = (through ?? kind) !== 'none'
  const position = attributes['style:text-position']
  if (position) format.vertical = verticalOf(position)
  if (attributes['text:display']) format.hidden = attributes['text:display'] !== 'true'
  return format
}

function verticalOf(position: string): Format['vertical'] {
  const [place = ''] = position.split(' ')
  if (place === 'super' || Number.parseFloat(place) > 0) return 'superscript'
  if (place === 'sub' || Number.parseFloat(place) < 0) return 'subscript'
  return noFormat.vertical
}

function readLevels(list: XmlElement): ListLevel[] {
  const levels: ListLevel[] = []
  for (const level of list.children.filter((child) => child.name !== '#text')) {
    const { attributes, name } = level
    const at = (wholeNumber(attributes['text:level'], 10) ?? 1) - 1
    const format = attributes['style:num-format'] ?? ''
    const isBullet = name.endsWith('-bullet') || name.endsWith('-image')
    if (at < 0) continue
    levels[at] = {
      kind: isBullet ? 'bullet' : format === '' ? 'none' : 'ordered',
      format,
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      start: wholeNumber(attributes['text:start-value'], 32_767) ?? 1,
      shown: wholeNumber(attributes['text:display-levels'], 10) ?? 1,
    }
  }
  return levels
}
