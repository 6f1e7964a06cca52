/** A letter is seen before the editor reads it; whoever asks meanwhile, or comes in between, finds it read. [DRAFT1] */
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf } from '#shared/text/draft.ts'
import { Desk } from '../support/desk.ts'
import type { Drafter } from '../support/drafter.ts'
import { drafterBeside } from '../support/drafter-beside.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page
let desk: Desk
let other: Drafter

const stage = stageOf(async () => {
  walker = await stage.come('ru')
  page = walker.page
  desk = new Desk(walker)
  await stage.begin(walker)
  other = await drafterBeside(walker)
})
afterAll(() => {
  other?.leave()
})

type Doc = { textContent: string }
/** What tiptap hangs on its element; `docView.node` is the document that was drawn last, whoever asks. */
type Typed = {
  editor: {
    state: { doc: Doc; tr: object }
    view: { docView: { node: Doc }; dispatch(tr: object): void }
  }
}
type Seen = { screen: string; drawn: string; state: string }
declare global {
  interface Window {
    seen: Seen[]
  }
}

/** Notes for each letter, as soon as the browser has set it, what the screen has, what was read, and what one is told. */
const watchLetters = () =>
  walker.text().evaluate((text) => {
    const last = (words: string | null = '') => (words ?? '').slice(-3)
    const { editor } = text as unknown as Typed
    window.seen = []
    editor.view.dispatch(editor.state.tr)
    const look = () => {
      // The editor's own observer was there first: whatever it reads of the letter at once, it has read by now.
      const [screen, drawn] = [last(text.textContent), last(editor.view.docView.node.textContent)]
      if (screen === drawn) return
      const state = last(editor.state.doc.textContent)
      editor.view.dispatch(editor.state.tr)
      window.seen.push({ screen, drawn, state })
    }
    new MutationObserver(look).observe(text, { characterData: true, subtree: true })
  })

describe.skipIf(leftOut(chromiumPath))('a letter', () => {
  beforeEach(() => desk.startAfresh())

  test('is on the screen before it is read, and whoever asks is told of it', async () => {
    await desk.type('Вод')
    await watchLetters()
    for (const [at, letter] of [...'аих'].entries()) {
      await desk.type(letter)
      await expect.poll(() => page.evaluate(() => window.seen.length)).toBe(at + 1)
    }
    expect(await page.evaluate(() => window.seen)).toEqual([
      { screen: 'ода', drawn: 'Вод', state: 'ода' },
      { screen: 'даи', drawn: 'ода', state: 'даи' },
      { screen: 'аих', drawn: 'даи', state: 'аих' },
    ])
    await page.reload()
    await walker.text().waitFor()
    expect(await desk.blocks()).toEqual(['plain0: Водаих'])
  })

  test('is where it belongs, whichever key comes next', async () => {
    await page.evaluate(() => {
      // Nothing is drawn between two keys: what waits for a frame waits for the next key, too.
      window.requestAnimationFrame = () => 0
      // And each key comes before the browser has told where the last one put the caret.
      const keepQuiet = (event: Event) => event.stopImmediatePropagation()
      window.addEventListener('selectionchange', keepQuiet, { capture: true })
    })
    const keys = ['v', 'o', 'd', 'ArrowLeft', 'Backspace', 'a', 'End', 'a', 'Enter', 'r', 'e']
    const more = ['Control+b', 'k', 'a', 'Control+b', 'Space', 'x', 'Home', 'Y', 'Control+z']
    for (const keyName of [...keys, ...more]) await desk.press(keyName)
    await expect.poll(() => desk.blocks()).toEqual(['plain0: vada', 'plain0: reka x'])
    expect(await walker.text().locator('strong').innerText()).toBe('ka')
    for (const keyName of ['End', 'Enter', 'z']) await desk.press(keyName)
    const all = ['plain0: vada', 'plain0: reka x', 'plain0: z']
    await expect.poll(() => desk.blocks()).toEqual(all)
    await page.reload()
    await walker.text().waitFor()
    expect(await desk.blocks()).toEqual(all)
  })

  test('stays with its word while others type before, behind and amid it', async () => {
    await desk.type('Начало')
    const found = () =>
      bodyOf(other.doc, 'ru')
        .toArray()
        .find((one) => one instanceof Y.XmlText && String(one).includes('Начало'))
    await other.until(() => found() !== undefined)
    const block = found() as Y.XmlText
    const word = 'водыхватитнавсехеслиделитьеёпоровну'
    let times = 0
    const answer = (_: Uint8Array, origin: unknown) => {
      if (origin === other.provider) block.insert(times++ % 2 ? 0 : 3, 'я')
    }
    other.doc.on('update', answer)
    for (const letters of ` ${word}`.match(/.{1,6}/g) ?? []) {
      const before = times
      await desk.type(letters)
      await expect.poll(() => times).toBeGreaterThan(before)
    }
    await expect.poll(async () => (await desk.blocks())[0]).toContain(` ${word}`)
    await other.until(() => String(block).includes(` ${word}`))
    other.doc.off('update', answer)
    expect(times).toBeGreaterThan(5)
  })
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})
