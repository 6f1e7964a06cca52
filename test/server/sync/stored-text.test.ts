/** A stored text is sent as it lies there, and says truly how far it reaches. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storedText } from '#server/sync/stored-text.ts'

/** Edits of three people, who have what the others wrote. */
function session(edits: readonly { by: number; at: number; words: string; gone: number }[]) {
  const docs = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    return doc
  })
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'other')
    })
  }
  for (const { by, at, words, gone } of edits) {
    const text = (docs[by] as Y.Doc).getText('words')
    text.insert(at % (text.length + 1), words)
    text.delete(0, Math.min(gone, text.length))
  }
  return updates
}

const edit = fc.record({
  by: fc.nat(2),
  at: fc.nat(1000),
  words: fc.string({ minLength: 1, maxLength: 5 }),
  gone: fc.nat(3),
})

test('[DRAFT1] whoever is sent it has the same text, and the state vector says so', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), fc.nat(), (edits, cut) => {
      const updates = session(edits)
      const covered = cut % (updates.length + 1)
      const [base, whole] = [new Y.Doc(), new Y.Doc()]
      for (const update of updates.slice(0, covered)) Y.applyUpdate(base, update)
      for (const update of updates) Y.applyUpdate(whole, update)
      const stored = storedText({
        snapshot: { bytes: Y.encodeStateAsUpdate(base), stateVector: Y.encodeStateVector(base) },
        updates: updates.slice(covered),
        position: 1n,
        bindings: new Map(),
      })
      const guest = new Y.Doc()
      for (const update of stored?.updates ?? []) Y.applyUpdate(guest, update)
      expect(guest.getText('words').toString()).toBe(whole.getText('words').toString())
      expect(Y.decodeStateVector(stored?.stateVector as Uint8Array)).toEqual(
        Y.decodeStateVector(Y.encodeStateVector(whole)),
      )
    }),
  )
})

test('without a snapshot, or with much behind it, the text has to be read', () => {
  const rest = { position: 1n, bindings: new Map() }
  const snapshot = { bytes: Uint8Array.of(0, 0), stateVector: Uint8Array.of(0) }
  expect(storedText({ snapshot: null, updates: [], ...rest })).toBeNull()
  const noVector = { ...snapshot, stateVector: null }
  expect(storedText({ snapshot: noVector, updates: [], ...rest })).toBeNull()
  const updates = Array.from({ length: 201 }, () => Uint8Array.of(0, 0))
  expect(storedText({ snapshot, updates, ...rest })).toBeNull()
})
