/** The styles of a Word file, and what a style inherits. */
import { childOf, childrenOf, settingOf, type XmlElement } from '../xml.ts'

export type Style = {
  id: string
  /** The name in small letters without spaces, as the first of its synonyms. */
  name: string
  basedOn: string | undefined
  paragraph: XmlElement | undefined
  run: XmlElement | undefined
}

/** Each gives the style and all it is based on, the nearest first; none when nothing names a style. */
export type Styles = {
  ofParagraph: (properties: XmlElement | undefined) => Style[]
  ofRun: (properties: XmlElement | undefined) => Style[]
  /** The style of that id alone. */
  named: (id: string) => Style | undefined
}

export function readStyles(root: XmlElement | undefined): Styles {
  const elements = childrenOf(root, 'w:style')
  const styles = new Map(
    elements.map((element) => [element.attributes['w:styleId'], read(element)]),
  )
  const usual = elements.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' &&
      ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId']

  const withBases = (id: string | undefined): Style[] => {
    const chain: Style[] = []
    for (let style = styles.get(id); style; style = styles.get(style.basedOn)) {
      if (chain.push(style) === longestChain) break
    }
    return chain.length === 0 && id !== undefined ? [undefinedStyle(id)] : chain
  }

  return {
    ofParagraph: (properties) => withBases(settingOf(properties, 'w:pStyle') ?? usual),
    ofRun: (properties) => withBases(settingOf(properties, 'w:rStyle')),
    named: (id) => styles.get(id),
  }
}

/** Word allows a dozen; the bound also ends what is based on itself. */
const longestChain = 20

/** A style's name or id in the form in which names are compared. */
const comparable = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '')

/** Some programs name the styles that Word has built in without defining them. */
const undefinedStyle = (id: string): Style => ({
  id,
  name: comparable(id),
  basedOn: undefined,
  paragraph: undefined,
  run: undefined,
})

function read(element: XmlElement): Style {
  const id = element.attributes['w:styleId'] ?? ''
  const [name = ''] = (settingOf(element, 'w:name') ?? id).split(',')
  return {
    id,
    name: comparable(name),
    basedOn: settingOf(element, 'w:basedOn'),
    paragraph: childOf(element, 'w:pPr'),
    run: childOf(element, 'w:rPr'),
  }
}
