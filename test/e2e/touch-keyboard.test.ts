/** A touch keyboard's Enter is the browser's own: what it made is read after, also where somebody else's caret stands. */
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

/** Somebody else stands behind the last letter of the block with these words, and is seen there. */
async function otherStandsBehind(words: string) {
  const found = () =>
    bodyOf(other.doc, 'ky')
      .toArray()
      .find((one): one is Y.XmlText => one instanceof Y.XmlText && String(one).includes(words))
  await other.until(() => found() !== undefined)
  const block = found() as Y.XmlText
  const place = Y.createRelativePositionFromTypeIndex(block, block.length)
  other.provider.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  await carets().waitFor()
}

describe.skipIf(leftOut(chromiumPath))('Enter of a touch keyboard', () => {
  beforeEach(() => desk.startAfresh())

  test('[DRAFT1] beside somebody else’s caret makes a clause with nothing in it, whose words are offered', async () => {
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
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})
