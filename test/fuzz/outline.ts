/** What a document holds, for comparing: everything that is not deleted, in order, with all formats and keys. */
import * as Y from 'yjs'

export function outlineOf(doc: Y.Doc): string {
  const roots = [...doc.share].filter(([, type]) => type._start !== null || type._map.size > 0)
  return roots
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => `${JSON.stringify(name)}${outlineOfType(type)}`)
    .join('\n')
}

function outlineOfType(type: Pick<Y.XmlFragment, '_start' | '_map'>): string {
  let list = ''
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) list += outlineOfContent(item.content)
  }
  const keys = [...type._map]
    .filter(([, item]) => !item.deleted)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { content }]) => `${JSON.stringify(key)}:${outlineOfContent(content)}`)
  return `(${list}|${keys.join(',')})`
}

function outlineOfContent(content: Y.Item['content']): string {
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentType) return outlineOfType(content.type)
  if (content instanceof Y.ContentFormat) return `{${content.key}=${JSON.stringify(content.value)}}`
  return JSON.stringify(content.getContent())
}

/** The words and types that a document shows, by who wrote them and when, whatever their order. */
export function contentsOf(doc: Y.Doc): string {
  return [...doc.store.clients]
    .sort(([a], [b]) => a - b)
    .map(([client, structs]) => {
      const shown = structs.filter((struct) => struct instanceof Y.Item && isShown(struct))
      return `${client}:${(shown as Y.Item[]).map(unitsOf).join('')}`
    })
    .join('\n')
}

/** Each unit with its clock, so that it does not matter where Yjs has cut. */
const unitsOf = ({ id, content }: Y.Item): string =>
  content instanceof Y.ContentString
    ? content.str
        .split('')
        .map((unit, at) => `${id.clock + at}${unit}`)
        .join('')
    : `${id.clock}${content.constructor.name}`

function isShown(item: Y.Item): boolean {
  for (let at: Y.Item | null = item; at !== null; ) {
    if (at.deleted) return false
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return item.content instanceof Y.ContentString || item.content instanceof Y.ContentType
}

/** Keeps a document as it was told to be: without the tidying of formats that Yjs does on its own. */
export function asIs(doc: Y.Doc) {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
}
