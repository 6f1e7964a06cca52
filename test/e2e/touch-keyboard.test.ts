/** A touch keyboard writes by itself, words and lines: what it made is read after, also where others are. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf } from '#shared/text/draft.ts'
import { phone } from '../support/chromium.ts'
import { Desk } from '../support/desk.ts'
import type { Drafter } from '../support/drafter.ts'
import { drafterBeside } from '../support/drafter-beside.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

/** By this the editor knows whose keyboard it is, and leaves Enter to it. */
const userAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

let walker: Walker
let desk: Desk
let other: Drafter

const stage = stageOf(async () => {
  walker = await stage.come('ky', { ...phone, userAgent })
  desk = new Desk(walker)
  await stage.begin(walker)
  other = await drafterBeside(walker)
})
afterAll(() => {
  other?.leave()
})

const carets = () => walker.text().locator('.others-caret')

/** The block with these words, once the other has it. */
async function blockWith(words: string): Promise<Y.XmlText> {
  const found = () =>
    bodyOf(other.doc, 'ky')
      .toArray()
      .find((one): one is Y.XmlText => one instanceof Y.XmlText && String(one).includes(words))
  await other.until(() => found() !== undefined)
  return found() as Y.XmlText
}

/** Somebody else stands behind the last letter of the block with these words, and is seen there. */
async function otherStandsBehind(words: string) {
  const block = await blockWith(words)
  const place = Y.createRelativePositionFromTypeIndex(block, block.length)
  other.provider.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  await carets().waitFor()
}

describe.skipIf(leftOut(chromiumPath))('a touch keyboard', () => {
  beforeEach(() => desk.startAfresh())

  test('[DRAFT1] makes of Enter beside somebody else’s caret a clause with nothing in it, whose words are offered', async () => {
    await desk.type('1. Суу жөнүндө жазсын')
    await expect.poll(() => desk.blocks()).toEqual(['operative0: Суу жөнүндө жазсын'])
    await otherStandsBehind('жазсын')
    await walker.text().locator('[data-kind="operative"]').tap()
    for (const keys of ['End', 'Enter']) await desk.press(keys)
    const list = walker.page.getByRole('listbox', { name: walker.say('clauses.opening.list') })
    // They are offered for a clause that has nothing in it, a line break neither.
    await list.waitFor()
    expect((await desk.blocks()).at(-1)).toBe('operative0: ')
  })

  test('[DRAFT1] [DRAFT6] composes a word letter by letter while others write before it', async () => {
    const keyboard = await walker.page.context().newCDPSession(walker.page)
    const compose = (text: string) =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    const commit = (text: string) => keyboard.send('Input.insertText', { text })
    await compose('Суу')
    await commit('Суу')
    await commit(' ')
    const block = await blockWith('Суу')
    const word = 'жөнүндө'
    for (let length = 1; length <= word.length; length++) {
      await compose(word.slice(0, length))
      block.insert(0, 'я')
      await expect.poll(async () => (await desk.blocks())[0]).toContain(`${'я'.repeat(length)}Суу`)
    }
    await commit(word)
    await commit(' ')
    const all = `${'я'.repeat(word.length)}Суу ${word} `
    await other.until(() => String(block).includes(all))
    expect(await desk.blocks()).toEqual([`plain0: ${all}`])

    // What a habit makes of words, it makes of composed ones, too.
    for (const text of ['https://suu.kg', '-']) {
      await compose(text)
      await commit(text)
      await commit(' ')
    }
    await expect.poll(() => walker.text().locator('a').allInnerTexts()).toEqual(['https://suu.kg'])
    expect((await desk.blocks())[0]).toMatch(/https:\/\/suu\.kg_— $/)
  })
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})
