/** The trace of the benchmark: the numbers of the real one, and the same again from the same seed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { reachOf } from './coverage.ts'
import { blockOf, writeHistory } from './history.ts'
import { type Edit, paper, readTrace, writeTrace } from './trace.ts'

/** Types the edits into a plain text. */
function textAfter(edits: readonly Edit[]): string {
  const letters: string[] = []
  for (const { at, removed, inserted } of edits) {
    expect(at + removed).toBeLessThanOrEqual(letters.length)
    letters.splice(at, removed, ...inserted)
  }
  return letters.join('')
}

test('a trace has as many insertions and deletions as the paper, one character each', () => {
  const edits = writeTrace(1)
  expect(edits.filter(({ inserted }) => inserted.length === 1)).toHaveLength(paper.insertions)
  expect(edits.filter(({ removed }) => removed === 1)).toHaveLength(paper.deletions)
  expect(edits).toHaveLength(259_778)
})

test('the cursor stays within the text, and the rest is what was not deleted', () => {
  expect(textAfter(writeTrace(7, { insertions: 3000, deletions: 1300 }))).toHaveLength(1700)
})

test('the same seed writes the same trace, another one another', () => {
  const size = { insertions: 500, deletions: 200 }
  expect(writeTrace(3, size)).toEqual(writeTrace(3, size))
  expect(writeTrace(4, size)).not.toEqual(writeTrace(3, size))
})

test('a trace in a file of the editing benchmarks is read as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-trace-'))
  const file = join(folder, 'trace.json.gz')
  const txns = [
    { patches: [[0, 0, 'a']] },
    {
      patches: [
        [0, 1, ''],
        [0, 0, 'b'],
      ],
    },
  ]
  writeFileSync(file, gzipSync(JSON.stringify({ txns })))
  expect(textAfter(readTrace(file))).toBe('b')
  rmSync(folder, { recursive: true })
})

test('a history is the text of its trace, in an update for each edit and in one for all', () => {
  const edits = writeTrace(5, { insertions: 600, deletions: 250 })
  const { updates, state, text, author, end } = writeHistory(edits)
  expect(text).toBe(`${textAfter(edits)}.`)
  expect(updates).toHaveLength(edits.length + 2)
  for (const pieces of [updates, [state]]) {
    const doc = new Y.Doc()
    for (const update of pieces) Y.applyUpdate(doc, update)
    expect(blockOf(doc)?.toString()).toBe(text)
  }
  expect(reachOf(updates.at(-1) ?? state)).toEqual([{ client: author, end }])
  expect(reachOf(state)).toEqual([{ client: author, end }])
})

test('what an update of several clients reaches is told of each; a deletion reaches nothing', () => {
  const docs = [1, 2].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    doc.getText('t').insert(0, 'ab'.repeat(client))
    return doc
  })
  const merged = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
  expect(new Set(reachOf(merged))).toEqual(
    new Set([
      { client: 1, end: 2 },
      { client: 2, end: 4 },
    ]),
  )
  const [doc = new Y.Doc()] = docs
  const before = Y.encodeStateVector(doc)
  doc.getText('t').delete(0, 1)
  expect(reachOf(Y.encodeStateAsUpdate(doc, before))).toEqual([])
})
