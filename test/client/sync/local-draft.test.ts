/** What this device keeps of drafts: sealed, whole or as much as holds together, and forgotten when told. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { forgetAll, forgetOthers, keepFor, keptFor, unsentDrafts } from '#client/sync/device.ts'
import { Forgotten } from '#client/sync/local-database.ts'
import { LocalDraft } from '#client/sync/local-draft.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { damage, keeperHere, newDevice, recordsHere } from '../../support/device.ts'

const opened: LocalDraft[] = []

beforeEach(newDevice)
afterEach(() => {
  for (const draft of opened.splice(0)) draft.close()
  vi.unstubAllGlobals()
})

/** The draft as this device keeps it for somebody for whom it does. */
async function open(statement = 'water', person = 'aigul'): Promise<LocalDraft> {
  const draft = await LocalDraft.open(statement, person)
  if (!draft) throw new Error('nothing is kept')
  opened.push(draft)
  return draft
}

/** The updates of somebody who types these words one after another. */
function typed(...words: string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText('text').insert(doc.getText('text').length, word)
  return updates
}

function wordsIn({ restored }: LocalDraft): string | null {
  if (!restored) return null
  const doc = new Y.Doc()
  Y.applyUpdate(doc, restored.update)
  return doc.getText('text').toString()
}

/** Writes a draft of these words, a record for each, none of which the server has. */
async function written(...words: string[]): Promise<number[]> {
  const draft = await open()
  await draft.note(true)
  const numbers: number[] = []
  for (const update of typed(...words)) numbers.push(await draft.add([update], true))
  return numbers
}

describe('[DRAFT3] a draft on this device', () => {
  test('is not there unless the device was told to keep drafts', async () => {
    expect(await LocalDraft.open('water', 'aigul')).toBeNull()
  })

  test('comes back with the words, the right to edit, and what the server may lack', async () => {
    await keepFor('aigul')
    const [one, two] = await written('Вода ', 'общая.')
    await (await open()).markSent([one as number])
    const again = await open()
    expect(wordsIn(again)).toBe('Вода общая.')
    expect(again.restored).toMatchObject({ mayEdit: true, numbers: [one, two], unsent: [two] })
    expect(await unsentDrafts()).toBe(1)
  })

  test('several records become one, and none of another window is lost', async () => {
    await keepFor('aigul')
    const mine = await written('Вода ', 'общая.')
    const [other = new Uint8Array()] = typed('Из другого окна.')
    await (await open()).add([other], true)
    const doc = new Y.Doc()
    for (const update of typed('Вода общая.')) Y.applyUpdate(doc, update)
    await (await open()).add([Y.encodeStateAsUpdate(doc)], true, mine)
    expect(await recordsHere()).toHaveLength(2)
    expect(wordsIn(await open())).toContain('Из другого окна.')
  })

  test('drafts do not mix', async () => {
    await keepFor('aigul')
    await written('Вода')
    expect((await open('land')).restored).toBeNull()
  })

  test('of many drafts the oldest go, but none with words that the server lacks', async () => {
    await keepFor('aigul')
    await written('не отправлено')
    for (let number = 0; number < 22; number++) {
      const draft = await open(`statement-${number}`)
      await draft.note(true)
      await draft.add(typed('отправлено'), false)
    }
    await open('one more')
    const kept = new Set((await recordsHere()).map(({ statement }) => statement))
    expect(kept.has('water')).toBe(true)
    expect(kept.size).toBeLessThanOrEqual(22)
  })

  test('a text written under a newer schema is left alone', async () => {
    await keepFor('aigul')
    await written('Вода')
    const row = { statement: 'water', mayEdit: true, opened: 0, schema: schemaVersion + 1 }
    await damage('drafts', row)
    expect(await LocalDraft.open('water', 'aigul')).toBeNull()
    expect(await recordsHere()).toHaveLength(1)
  })
})

describe('[DRAFT3] a damaged store', () => {
  test('a torn record costs what built on it, and no more', async () => {
    await keepFor('aigul')
    await written('Вода ', 'общая ', 'для всех.')
    const [, second] = await recordsHere()
    await damage('records', { ...second, sealed: second?.sealed.slice(0, 9) })
    const again = await open()
    expect(wordsIn(again)).toBe('Вода ')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, again.restored?.update as Uint8Array)
    expect(doc.store.pendingStructs).toBeNull()
  })

  test('under another key nothing can be read, and the draft is forgotten', async () => {
    await keepFor('aigul')
    await written('Вода')
    const keeper = await keeperHere()
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await damage('keeper', { ...keeper, key })
    expect((await open()).restored).toBeNull()
    expect(await recordsHere()).toEqual([])
  })

  test('without its key everything is forgotten', async () => {
    await keepFor('aigul')
    await written('Вода')
    await damage('keeper', { ...(await keeperHere()), key: null })
    expect(await LocalDraft.open('water', 'aigul')).toBeNull()
    expect(await recordsHere()).toEqual([])
    expect(await keptFor()).toBeNull()
  })

  test('bytes that are no update are forgotten', async () => {
    await keepFor('aigul')
    const draft = await open()
    await draft.note(true)
    await draft.add([new Uint8Array([200, 200, 200, 200, 200])], true)
    expect((await open()).restored).toBeNull()
    expect(await recordsHere()).toEqual([])
  })

  test('a record of one draft cannot be passed off as another’s', async () => {
    await keepFor('aigul')
    await written('Вода')
    const [record] = await recordsHere()
    await (await open('land')).note(true)
    await damage('records', { ...record, statement: 'land' })
    expect((await open('land')).restored).toBeNull()
  })
})

describe('[SAFE7] what this device holds', () => {
  test('no word of it stands there in the clear, and the key cannot be taken out', async () => {
    await keepFor('aigul')
    await written('Секретная вода')
    const [record] = await recordsHere()
    const bytes = Buffer.from(record?.sealed as ArrayBuffer)
    expect(bytes.includes(Buffer.from('Секретная'))).toBe(false)
    const key = (await keeperHere())?.key as CryptoKey
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  test('is forgotten at once, and a window that is still open can write nothing more', async () => {
    await keepFor('aigul')
    const draft = await open()
    await draft.note(true)
    await forgetAll()
    await expect(draft.add(typed('поздно'), true)).rejects.toThrow(Forgotten)
    expect(await recordsHere()).toEqual([])
    expect(await keptFor()).toBeNull()
    await keepFor('aigul')
    await expect(draft.add(typed('поздно'), true)).rejects.toThrow(Forgotten)
    expect(await recordsHere()).toEqual([])
  })

  test.each([
    ['somebody else', 'firuz'],
    ['nobody', null],
  ] as const)('is forgotten when %s is signed in', async (_, person) => {
    await keepFor('aigul')
    await written('Вода')
    await forgetOthers(person)
    expect(await recordsHere()).toEqual([])
  })

  test('is never opened for somebody else', async () => {
    await keepFor('aigul')
    await written('Вода')
    expect(await LocalDraft.open('water', 'firuz')).toBeNull()
    expect(await recordsHere()).toEqual([])
  })

  test('stays for the person it is kept for', async () => {
    await keepFor('aigul')
    await written('Вода')
    await forgetOthers('aigul')
    expect(await recordsHere()).toHaveLength(1)
  })
})
