/** Reads XML into a light tree of elements, within bounds. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal } from '#shared/refusals.ts'
import { type Budget, most, within } from './bounds.ts'
import { shortName } from './namespaces.ts'

/** Names as `shortName` gives them. Only elements that hold words have a text, or children `#text`; white space between elements is gone. */
export type XmlElement = {
  name: string
  attributes: { [name: string]: string }
  children: XmlElement[]
  text: string
}

/**
 * The root element of a part. Where a part offers the same thing in several ways
 * (`mc:AlternateContent`), the tree holds the children of one of them and nothing else.
 * Throws `unreadable-file` where it is not well formed or declares a document type, whose
 * entities could make much out of little, and `file-too-large`.
 */
export function parseXml(bytes: Uint8Array, budget: Budget): XmlElement {
  const top = newElement('')
  const open = [top]
  const innermost = () => open.at(-1) as XmlElement
  const addText = (text: string) => {
    const element = innermost()
    if (isMixed(element.name)) return addMixed(element, text)
    if (!holdsWords.has(element.name)) return
    budget.spendCharacters(text.length)
    element.text += text
  }
  const addMixed = (element: XmlElement, text: string) => {
    budget.spendCharacters(text.length)
    budget.spendElement(open.length)
    element.children.push({ ...newElement('#text'), text })
  }
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    budget.spendElement(open.length)
    open.push(fromTag(tag))
  })
  parser.on('closetag', () => {
    const element = open.pop() as XmlElement
    within(!element.name.endsWith('Pr') || element.children.length <= most.properties)
    for (const kept of settled(element)) innermost().children.push(kept)
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes++
    budget.spendAttribute(attributes)
  })
  for (const piece of decoded(bytes)) parser.write(piece)
  parser.close()
  return top.children[0] ?? refuse()
}

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The `w:val` of the first child of that name. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** Whether the child of that name is there and not switched off; undefined when it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name)
  return child && !['false', '0', 'off', 'none'].includes(child.attributes['w:val'] ?? '')
}

/** A whole number no less than 0 and no greater than `greatest`; undefined when it is none. */
export function wholeNumber(value: string | undefined, greatest: number): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return number >= 0 ? Math.min(number, greatest) : undefined
}

/** The element and everything in it, in the order of the text. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  const waiting = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] as XmlElement)
  }
}

const chunk = 65_536

const holdsWords = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t'])

/** In OpenDocument words stand between elements: each stretch is a child by the name of `#text`. */
const isMixed = (name: string) => /^(text|dc|svg):/.test(name)

const newElement = (name: string): XmlElement => ({ name, attributes: {}, children: [], text: '' })

function refuse(): never {
  throw new Refusal('unreadable-file')
}

function fromTag(tag: SaxesTagNS): XmlElement {
  const element = newElement(shortName(tag.uri, tag.local))
  for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns') element.attributes[shortName(uri, local)] = value
  }
  return element
}

/** The element, or what it stands for when it is a choice: its first branch that holds anything. */
function settled(element: XmlElement): XmlElement[] {
  if (element.name !== 'mc:AlternateContent') return [element]
  return element.children.find((branch) => branch.children.length > 0)?.children ?? []
}

/** Parts are UTF-8, or UTF-16 with a byte-order mark. In pieces, for one great string could exhaust a small heap at a stroke. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const mark = `${bytes[0]} ${bytes[1]}`
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch {
      return refuse()
    }
  }
  for (let at = 0; at < bytes.length; at += chunk) yield decode(bytes.subarray(at, at + chunk))
  yield decode()
}
