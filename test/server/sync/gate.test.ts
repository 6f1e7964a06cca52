/** The gate: what every honest editor sends passes, what was made to harm does not. */
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspect } from '#server/sync/gate.ts'

const knownBy = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client)
const nothingKnown = () => 0

/** An update written number by number; a negative one is a single byte. */
function bytes(...numbers: (number | string)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const one of numbers) {
    if (typeof one === 'string') encoding.writeVarString(encoder, one)
    else if (one < 0) encoding.writeUint8(encoder, -one)
    else encoding.writeVarUint(encoder, one)
  }
  return encoding.toUint8Array(encoder)
}

test('every update of an editing session passes, and what it adds is told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(50), fc.string()), { maxLength: 60 }),
      (acts) => {
        const doc = new Y.Doc()
        const server = new Y.Doc()
        doc.on('update', (update: Uint8Array) => {
          const result = inspect(update, knownBy(server))
          expect(result.verdict).toBe('pass')
          Y.applyUpdate(server, update)
          if (result.verdict === 'pass' && result.adds.size > 0) {
            expect(result.adds.get(doc.clientID)).toBe(Y.getState(doc.store, doc.clientID))
          }
        })
        const body = doc.getXmlFragment('body:ru')
        for (const [act, at, words] of acts) edit(body, act, at, words)
        expect(inspect(Y.encodeStateAsUpdate(doc), nothingKnown).verdict).toBe('pass')
      },
    ),
    { numRuns: 100 },
  )
})

function edit(body: Y.XmlFragment, act: number, at: number, words: string) {
  if (body.length === 0 || act === 0) {
    const block = new Y.XmlElement('block')
    block.setAttribute('level', { deep: [1, -2.5, null, true, words] } as never)
    body.insert(Math.min(at, body.length), [block])
    const text = new Y.XmlText()
    block.insert(0, [text])
    text.insert(0, `${words}ж😀`)
    return
  }
  const place = at % body.length
  const text = (body.get(place) as Y.XmlElement).get(0) as Y.XmlText
  if (act === 1) text.insert(Math.min(at, text.length), words)
  if (act === 2) body.delete(place, 1)
  if (act === 3) text.format(0, text.length, { bold: {}, link: { href: words } })
}

test('what a returning client has and the server lacks passes in one piece', () => {
  const doc = new Y.Doc()
  const server = new Y.Doc()
  doc.getText('t').insert(0, 'до')
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
  doc.getText('t').insert(2, ' и после')
  doc.getText('t').delete(0, 1)
  const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
  expect(inspect(missing, knownBy(server)).verdict).toBe('pass')
})

test.each([
  ['a gap before the structs', bytes(1, 1, 7, 5, 4, 1, 't', 'x', 0)],
  ['an origin that nobody has', bytes(1, 1, 7, 0, -0x84, 9, 3, 'x', 0)],
  ['a right origin beyond what is known', bytes(1, 1, 7, 0, -0x44, 9, 9, 'x', 0)],
  ['a parent that nobody has', bytes(1, 1, 7, 0, 4, 0, 9, 0, 'x', 0)],
  ['a deletion of what is not there yet', bytes(0, 1, 7, 1, 0, 5)],
])('%s is a gap: the sender is asked again', (_, update) => {
  expect(inspect(update, nothingKnown).verdict).toBe('gap')
})

test.each([
  ['bytes after the end', bytes(0, 0, 0)],
  ['an end too early', bytes(1, 1, 7)],
  ['a skip', bytes(1, 1, 7, 0, 10, 5, 0)],
  ['a length of nothing', bytes(1, 1, 7, 0, 0, 0, 0)],
  ['an empty string', bytes(1, 1, 7, 0, 4, 1, 't', '', 0)],
  ['more structs than bytes', bytes(1, 2 ** 40, 7, 0, 0, 1, 0)],
  ['more clients than bytes', bytes(2 ** 40, 0)],
  ['a client named twice', bytes(2, 1, 7, 0, 4, 1, 't', 'x', 1, 7, 1, 4, 1, 't', 'y', 0)],
  ['a client beyond 32 bits', bytes(1, 1, 2 ** 33, 0, 4, 1, 't', 'x', 0)],
  ['a struct that builds on itself', bytes(1, 1, 7, 0, -0x84, 7, 0, 'x', 0)],
  ['deletions out of order', bytes(1, 1, 7, 0, 4, 1, 't', 'xyz', 1, 7, 2, 2, 1, 0, 1)],
  ['deletions of a client named twice', bytes(1, 1, 7, 0, 4, 1, 't', 'xyz', 2, 7, 0, 7, 0)],
  ['a clock that jumps out of reach', bytes(1, 1, 7, 0, 0, 2 ** 50, 0)],
  ['a sub-document', bytes(1, 1, 7, 0, 9, 1, 't', 'guid', 127, 0)],
  ['binary content', bytes(1, 1, 7, 0, 3, 1, 't', 2, 1, 1, 0)],
  ['an unknown kind of content', bytes(1, 1, 7, 0, 31, 1, 't', 0)],
  ['an unknown type', bytes(1, 1, 7, 0, 7, 1, 't', 99, 0)],
  ['a root name without end', bytes(1, 1, 7, 0, 4, 1, 'n'.repeat(300), 'x', 0)],
  ['a format that is no JSON', bytes(1, 1, 7, 0, 6, 1, 't', 'bold', '{', 0)],
  [
    'a format nested without end',
    bytes(1, 1, 7, 0, 6, 1, 't', 'bold', '['.repeat(50) + ']'.repeat(50), 0),
  ],
  [
    'a value nested without end',
    bytes(1, 1, 7, 0, 8, 1, 't', 1, ...Array(50).fill([117, 1]).flat(), 126, 0),
  ],
  ['text that is not UTF-8', new Uint8Array([1, 1, 7, 0, 4, 1, 1, 116, 2, 0xff, 0xfe, 0])],
])('%s is refused', (_, update) => {
  expect(inspect(update, nothingKnown).verdict).toBe('refuse')
})

test('the updates that silence a co-author elsewhere add to nobody else’s client id unseen', () => {
  const server = new Y.Doc()
  server.getText('t').insert(0, 'жертва')
  const victim = server.clientID
  const clock = Y.getState(server.store, victim)
  const huge = inspect(bytes(1, 1, victim, clock, 0, 2 ** 30, 0), knownBy(server))
  expect(huge).toMatchObject({ verdict: 'pass', adds: new Map([[victim, clock + 2 ** 30]]) })
  expect(inspect(bytes(0, 1, victim, 1, clock, 5), knownBy(server)).verdict).toBe('gap')
})

test('no bytes make the gate throw, and what it passes Yjs can take', () => {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body:ru')
  for (let i = 0; i < 20; i++) edit(body, i % 4, i * 7, `слово ${i}`)
  const real = Y.encodeStateAsUpdate(doc)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (changes) => {
        const update = real.slice()
        for (const [at, byte] of changes) update[at] = byte
        inspect(update, nothingKnown)
      },
    ),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (update) => void inspect(update, nothingKnown)),
    {
      numRuns: 3000,
    },
  )
})
