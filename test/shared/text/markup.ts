/** Reads HTML as strictly as XML, for tests: every element closed in its place, every attribute quoted. */

export type Element = { name: string; attributes: { [name: string]: string }; children: Content[] }
export type Content = Element | string

const empty = new Set(['br', 'img'])

/** The content of a piece of HTML. Throws at the first thing that is not well formed. */
export function parse(html: string): Content[] {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+|</g)) {
    const inside = open.at(-1) as Element
    if (!piece.startsWith('<')) inside.children.push(wordsOf(piece))
    else if (piece.startsWith('</')) {
      if (piece !== `</${inside.name}>`) throw new Error(`${piece} inside <${inside.name}>`)
      open.pop()
    } else {
      const element = elementOf(piece)
      inside.children.push(element)
      if (!empty.has(element.name)) open.push(element)
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return root.children
}

function elementOf(tag: string): Element {
  const [, name, rest = ''] = tag.match(/^<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>$/) ?? []
  if (!name) throw new Error(`${tag} is no tag`)
  const attributes: Element['attributes'] = {}
  for (const [, attribute = '', value = ''] of rest.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (attribute in attributes) throw new Error(`${tag} says ${attribute} twice`)
    attributes[attribute] = wordsOf(value)
  }
  return { name, attributes, children: [] }
}

/** Text without entities. Throws on an ampersand, a quotation mark or a bracket that is none. */
function wordsOf(text: string): string {
  if (/["'<>]|&(?!#\d+;)/.test(text)) throw new Error(`${text} is not escaped`)
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

/** All elements, in the order in which they open. */
export const elementsIn = (content: readonly Content[]): Element[] =>
  content.flatMap((one) => (typeof one === 'string' ? [] : [one, ...elementsIn(one.children)]))

/** All words, without any markup. */
export const wordsIn = (content: readonly Content[]): string =>
  content.map((one) => (typeof one === 'string' ? one : wordsIn(one.children))).join('')

/** The shape of lists: `ul(один ol(два) три)`, each item by its own words. */
export function outlineOf(content: readonly Content[]): string {
  return content
    .map((one) => {
      if (typeof one === 'string') return one.trim()
      if (one.name === 'ul' || one.name === 'ol') return `${one.name}(${outlineOf(one.children)})`
      if (one.name === 'li') {
        const number = one.attributes['data-number']
        return `${number ? `${number} ` : ''}${outlineOf(one.children)}`
      }
      return `${one.name}[${wordsIn(one.children)}]`
    })
    .filter((piece) => piece !== '')
    .join(' ')
}
