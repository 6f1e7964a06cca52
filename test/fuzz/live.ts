/** Updates that fit the draft as it is now: well formed, with real neighbours, of one's own client. */
import * as Y from 'yjs'
import { pick, type Random, upTo } from '../support/random.ts'
import { bytesOf, deletionsOf, parts, structsOf, type Write } from './bombs.ts'
import type { Aim } from './corpus.ts'

/** One to five structs or deletions that begin where the text is now. */
export function liveUpdate(doc: Y.Doc, aim: Aim, random: Random): Uint8Array {
  const clients = [...doc.store.clients.keys()]
  const anyId = (): [client: number, clock: number] => {
    const client = clients.length > 0 ? pick(random, clients) : aim.own
    return [client, upTo(random, Math.max(Y.getState(doc.store, client), 1))]
  }
  if (random() < 0.25) {
    const [client, clock] = anyId()
    return deletionsOf(client, [[clock, 1 + upTo(random, 3)]])
  }
  const structs = Array.from({ length: 1 + upTo(random, 5) }, () =>
    random() < 0.5 ? beside(doc, anyId(), random) : struct(anyId, random),
  )
  return structsOf(aim.own, aim.clock, structs)
}

type AnyId = () => [client: number, clock: number]

const roots = ['body:ru', 'body:ky', 'footnotes', 'words']
const formats = ['bold', 'italic', 'comment:a']
const keys = ['id', 'kind', 'level', '__proto__']

/** Between two that stand side by side, or with a few more between them. */
function beside(doc: Y.Doc, [client, clock]: [number, number], random: Random): Write {
  const left =
    clock < Y.getState(doc.store, client) ? Y.getItem(doc.store, { client, clock }) : null
  if (!(left instanceof Y.Item)) return parts(info(0x80, random), client, clock, ...content(random))
  let { right } = left
  for (let skip = random() < 0.8 ? 0 : upTo(random, 4); skip > 0 && right; skip--)
    right = right.right
  const origin = [left.lastId.client, left.lastId.clock]
  if (!right) return parts(info(0x80, random), ...origin, ...content(random))
  return parts(info(0xc0, random), ...origin, right.id.client, right.id.clock, ...content(random))
}

function struct(anyId: AnyId, random: Random): Write {
  const place = random()
  if (place < 0.4) return parts(info(0x80, random), ...anyId(), ...content(random))
  if (place < 0.7) return parts(info(0xc0, random), ...anyId(), ...anyId(), ...content(random))
  if (place < 0.8) return parts(info(0x40, random), ...anyId(), ...content(random))
  const root = random() < 0.5 ? [1, pick(random, roots)] : [0, ...anyId()]
  const isKey = random() < 0.3
  const key = isKey ? [pick(random, keys)] : []
  return parts(info(isKey ? 0x20 : 0, random), ...root, ...key, ...content(random))
}

/** The kind of content is chosen with the content, so both come from one number. */
let kind = 4
function info(flags: number, random: Random): Uint8Array {
  kind = pick(random, [4, 4, 4, 6, 6, 7, 8, 1])
  return new Uint8Array([flags | kind])
}

function content(random: Random): (number | string | Uint8Array)[] {
  if (kind === 1) return [1 + upTo(random, 9)]
  if (kind === 6) return [pick(random, formats), pick(random, ['null', '{}', 'true', '"x"'])]
  if (kind === 7) return pick(random, [[0], [1], [2], [3, 'table'], [4], [6]])
  if (kind === 8) return [1, bytesOf(parts(new Uint8Array([119]), 'значение'))]
  return [pick(random, ['а', 'слово ', '😀', '\n', 'x'.repeat(200)])]
}
