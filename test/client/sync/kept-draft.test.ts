/** A live document on this device: what is said to be kept is really kept. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { forgetAll, keepFor, unsentDrafts } from '#client/sync/device.ts'
import { KeptDraft } from '#client/sync/kept-draft.ts'
import { LocalDraft } from '#client/sync/local-draft.ts'
import { newDevice, recordsHere } from '../../support/device.ts'

/** One window with the draft open. */
class Window {
  readonly doc = new Y.Doc()
  readonly kept: KeptDraft
  readonly local: LocalDraft
  #changes = 0

  private constructor(local: LocalDraft) {
    this.local = local
    this.kept = new KeptDraft(this.doc, local, () => undefined)
    const { restored } = local
    if (restored) {
      Y.applyUpdate(this.doc, restored.update, this.kept)
      if (restored.unsent.length > 0) this.#changes++
      this.kept.resume(restored.numbers, restored.unsent, this.#changes)
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.kept) this.kept.add(update, origin === 'server' ? null : ++this.#changes)
    })
  }

  static async open(): Promise<Window> {
    const local = await LocalDraft.open('water', 'aigul')
    if (!local) throw new Error('nothing is kept')
    const window = new Window(local)
    windows.push(window)
    return window
  }

  type(words: string): this {
    this.doc.getText('text').insert(this.doc.getText('text').length, words)
    return this
  }

  get words(): string {
    return this.doc.getText('text').toString()
  }

  get changes(): number {
    return this.#changes
  }
}

let windows: Window[] = []
const quota = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))

beforeEach(async () => {
  newDevice()
  windows = []
  await keepFor('aigul')
})
afterEach(async () => {
  await Promise.all(windows.map(({ kept }) => kept.close()))
  vi.unstubAllGlobals()
})

describe('[DRAFT2] “on this device” is said', () => {
  test('only once the words are in the store', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.kept.flush()
    window.type('Вода')
    expect(window.kept.kept).toBe('storing')
    await window.kept.flush()
    expect(window.kept.kept).toBe('kept')
    expect((await Window.open()).words).toBe('Вода')
  })

  test('not while they are on their way there, nor for what was typed meanwhile', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.kept.flush()
    const really = window.local.add.bind(window.local)
    let letGo: () => void = () => undefined
    const held = new Promise<void>((done) => {
      letGo = done
    })
    vi.spyOn(window.local, 'add').mockImplementationOnce(async (...given) => {
      await held
      return really(...given)
    })
    const writing = window.type('Вода').kept.flush()
    await Promise.resolve()
    expect(window.kept.kept).toBe('storing')
    window.type(' общая')
    letGo()
    await writing
    expect(window.kept.kept).toBe('storing')
    await window.kept.flush()
    expect(window.kept.kept).toBe('kept')
  })

  test('not when another window has started over', async () => {
    const [one, two] = [await Window.open(), await Window.open()]
    one.kept.begin(true)
    await one.type('Вода').kept.flush()
    await two.kept.discard()
    await expect.poll(() => one.kept.kept).toBe('nowhere')
  })

  test('not when the device is full, and again when there is room: then nothing is missing', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.kept.flush()
    const add = vi.spyOn(window.local, 'add').mockImplementation(quota)
    await window.type('Вода ').kept.flush()
    await window.type('общая ').kept.flush()
    expect(window.kept.kept).toBe('full')
    add.mockRestore()
    await window.type('для всех').kept.flush()
    expect(window.kept.kept).toBe('kept')
    expect((await Window.open()).words).toBe('Вода общая для всех')
  })

  test('not when another window has had the device forget', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.type('Вода').kept.flush()
    await forgetAll()
    await expect.poll(() => window.kept.kept).toBe('nowhere')
    await window.type('!').kept.flush()
    expect(await recordsHere()).toEqual([])
  })
})

describe('[DRAFT3] what is kept of a draft', () => {
  test('is what the server lacks until it has acknowledged it', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.kept.flush()
    await window.type('Вода').kept.flush()
    expect(await unsentDrafts()).toBe(1)
    window.kept.acknowledge(window.changes)
    await window.kept.flush()
    expect(await unsentDrafts()).toBe(0)
  })

  test('is known as unsent after a reload, until the server has it', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.type('Вода').kept.flush()
    const again = await Window.open()
    expect(again.changes).toBe(1)
    again.kept.acknowledge(1)
    await again.kept.flush()
    expect(await unsentDrafts()).toBe(0)
  })

  test('is not called sent for words typed after the question', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.type('Вода').kept.flush()
    const asked = window.changes
    await window.type(' общая').kept.flush()
    window.kept.acknowledge(asked)
    await window.kept.flush()
    expect(await unsentDrafts()).toBe(1)
  })

  test('holds what others wrote, which is not waiting to be sent', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    const other = new Y.Doc()
    other.getText('text').insert(0, 'От других')
    Y.applyUpdate(window.doc, Y.encodeStateAsUpdate(other), 'server')
    await window.kept.flush()
    expect(await unsentDrafts()).toBe(0)
    expect((await Window.open()).words).toBe('От других')
  })

  test('stays small, however long somebody types', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.kept.flush()
    for (let number = 0; number < 250; number++) await window.type(`${number} `).kept.flush()
    expect((await recordsHere()).length).toBeLessThanOrEqual(102)
    expect((await Window.open()).words).toBe(window.words)
  })

  test('of two windows that write in turn, and put together, nothing is lost', async () => {
    const one = await Window.open()
    one.kept.begin(true)
    await one.type('Начало. ').kept.flush()
    const two = await Window.open()
    for (let number = 0; number < 120; number++) {
      await Promise.all([one.type('а').kept.flush(), two.type('б').kept.flush()])
    }
    const { words } = await Window.open()
    expect(words).toContain('Начало. ')
    expect([...words].filter((letter) => letter === 'а')).toHaveLength(122)
    expect([...words].filter((letter) => letter === 'б')).toHaveLength(120)
  })

  test('is gone when it is discarded', async () => {
    const window = await Window.open()
    window.kept.begin(true)
    await window.type('Слишком длинно').kept.flush()
    await window.kept.discard()
    expect(await recordsHere()).toEqual([])
    expect((await Window.open()).words).toBe('')
  })
})
