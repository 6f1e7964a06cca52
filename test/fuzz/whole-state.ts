/**
 * All that a document holds, for comparing copies: who is how far, what is deleted and what is
 * forgotten, and each type's pieces in their order with words, formats and keys, the deleted ones too.
 * Only where Yjs cuts is left out, which depends on how updates were gathered on their way.
 */
import * as Y from 'yjs'

export type WholeState = {
  /** How far each client is. */
  reached: string
  /** Which clocks of each client are deleted. */
  deleted: string
  /** Of which deleted clocks not even the place is known any more. */
  forgotten: string
  /** The roots with all that is in them. */
  content: string
}

/** `alsoDeleted` is looked at as if it were deleted. */
export function wholeStateOf(doc: Y.Doc, alsoDeleted = none): WholeState {
  const clients = [...doc.store.clients].sort(([a], [b]) => a - b)
  const isGone = (struct: Y.Item | Y.GC) => struct.deleted || alsoDeleted(struct.id)
  const roots = [...doc.share].filter(([, type]) => type._start !== null || type._map.size > 0)
  return {
    reached: clients.map(([client]) => `${client}:${Y.getState(doc.store, client)}`).join(' '),
    deleted: rangesOf(clients, isGone),
    forgotten: rangesOf(clients, (struct) => !(struct instanceof Y.Item)),
    content: roots
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, type]) => `${JSON.stringify(name)}${typeAsText(type, isGone)}`)
      .join('\n'),
  }
}

const none = (_: Y.ID): boolean => false

/** The first in which two copies differ, with what either has there; null when they are the same. */
export function differenceOf(
  one: WholeState,
  other: WholeState,
  parts = Object.keys(one) as (keyof WholeState)[],
): string | null {
  const part = parts.find((name) => one[name] !== other[name])
  if (!part) return null
  const [a, b] = [one[part], other[part]]
  let at = 0
  while (a[at] === b[at]) at++
  const around = (text: string) => text.slice(Math.max(at - 60, 0), at + 60)
  return `${part} at ${at}: «${around(a)}» and «${around(b)}»`
}

/**
 * What Yjs cannot hold equal: a copy that may not write tidies its own up, and deletes marks of formats
 * that change nothing. Null when that is all in which a reader's copy differs from the server's.
 */
export function differenceOfReader(server: Y.Doc, reader: Y.Doc): string | null {
  const tidied = (id: Y.ID) =>
    isIn(reader, id, (struct) => struct.deleted) &&
    isIn(
      server,
      id,
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
    )
  return differenceOf(wholeStateOf(server, tidied), wholeStateOf(reader))
}

function isIn({ store }: Y.Doc, id: Y.ID, holds: (struct: Y.Item | Y.GC) => boolean): boolean {
  return id.clock < Y.getState(store, id.client) && holds(Y.getItem(store, id))
}

/** Keeps a document as it was told to be: without the tidying of formats that Yjs does on its own. */
export function asIs(doc: Y.Doc) {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
}

type Holds = (struct: Y.Item | Y.GC) => boolean

function rangesOf(clients: [number, (Y.Item | Y.GC)[]][], holds: Holds): string {
  let text = ''
  for (const [client, structs] of clients) {
    let [from, to] = [0, 0]
    const close = () => {
      if (to > from) text += ` ${client}:${from}-${to}`
    }
    for (const struct of structs) {
      if (!holds(struct)) continue
      if (struct.id.clock !== to || to === 0) {
        close()
        from = struct.id.clock
      }
      to = struct.id.clock + struct.length
    }
    close()
  }
  return text
}

function typeAsText(type: Pick<Y.XmlFragment, '_start' | '_map'>, isGone: Holds): string {
  const keys = [...type._map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, last]) => `${JSON.stringify(key)}:${rowAsText(firstOf(last), isGone)}`)
  return `(${rowAsText(type._start, isGone)}|${keys.join(',')})`
}

function firstOf(last: Y.Item): Y.Item {
  let first = last
  while (first.left) first = first.left
  return first
}

/** What stands in a row, or was written under one key, from the first on. */
function rowAsText(first: Y.Item | null, isGone: Holds): string {
  let row = ''
  /** The piece that would be one with the last one, had nobody cut there. */
  let [client, clock, kind] = [-1, -1, '']
  for (let item = first; item !== null; item = item.right) {
    const gone = isGone(item)
    const now = gone ? 'gone' : item.content.constructor.name
    const goesOn = item.id.client === client && item.id.clock === clock && now === kind
    if (!goesOn) row += `\n${item.id.client}.${item.id.clock} `
    if (!gone) row += contentAsText(item.content, isGone)
    if (gone && !goesOn) row += '†'
    ;[client, clock, kind] = [item.id.client, item.id.clock + item.length, now]
  }
  return row
}

function contentAsText(content: Y.Item['content'], isGone: Holds): string {
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentType) {
    return `${content.type.constructor.name}${typeAsText(content.type, isGone)}`
  }
  if (content instanceof Y.ContentFormat) return `{${content.key}=${JSON.stringify(content.value)}}`
  return content
    .getContent()
    .map((one) => JSON.stringify(one))
    .join()
}
