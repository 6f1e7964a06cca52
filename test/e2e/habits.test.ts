/** What hands expect of an editor: links where addresses stand, a title over what is written anew. */
import { beforeEach, describe, expect, test } from 'vitest'
import { Desk } from '../support/desk.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let desk: Desk

const stage = stageOf(async () => {
  walker = await stage.come('ru')
  desk = new Desk(walker)
  await stage.begin(walker)
})

describe.skipIf(leftOut(chromiumPath))('hands', () => {
  beforeEach(() => desk.startAfresh())

  test('[DRAFT6] over a whole text one writes anew, beginning with its title', async () => {
    const kinds = () =>
      walker
        .text()
        .locator('[data-kind]')
        .evaluateAll((all: HTMLElement[]) =>
          all.map((one) => `${one.dataset.kind}${one.dataset.level} ${one.textContent}`),
        )
    await desk.type('Вода')
    for (const keys of ['Control+a', 'v']) await desk.press(keys)
    expect(await kinds()).toEqual(['heading1 v'])
    await desk.press('Enter')
    await desk.type('Вода')
    for (const keys of ['Control+Home', 'Control+Shift+End', 'Delete']) await desk.press(keys)
    expect(await kinds()).toEqual(['heading1 '])
    for (const keys of ['Control+a', 'Delete', 'Delete']) await desk.press(keys)
    expect(await kinds()).toEqual(['heading1 '])
    await desk.press('Backspace')
    expect(await kinds()).toEqual(['plain0 '])
  })

  test('[DRAFT6] an address is a link when its word has ended, and Backspace right after leaves it as it was', async () => {
    const links = () =>
      walker
        .text()
        .locator('a')
        .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('href')}`))
    await desk.type('На https://suu.kg/a-b... (www.suu.kg/ru). ')
    const [first, second] = [
      'https://suu.kg/a-b https://suu.kg/a-b',
      'www.suu.kg/ru https://www.suu.kg/ru',
    ]
    expect(await links()).toEqual([first, second])
    await desk.press('Backspace')
    expect(await links()).toEqual([first])
    expect(await desk.blocks()).toEqual(['plain0: На_https://suu.kg/a-b... (www.suu.kg/ru). '])
    await desk.type('или suu@suu.kg,')
    await desk.press('Enter')
    expect(await links()).toEqual([first, 'suu@suu.kg mailto:suu@suu.kg'])
    await desk.type('дом.река suu.kg/ru а@suu ')
    expect(await links()).toHaveLength(2)
    await desk.press('Control+z')
    expect((await desk.blocks())[0]).toBe(
      'plain0: На_https://suu.kg/a-b... (www.suu.kg/ru). или suu@suu.kg,',
    )
  })

  test('[DRAFT2] who saves by habit is told that it is saved, in any layout and with one line', async () => {
    const news = walker.page.getByRole('region', { name: walker.say('ui.news') })
    const saved = news.getByText(walker.say('drafting.state.saved.hint'))
    await desk.type('Вода')
    expect(await desk.key({ key: 's', code: 'KeyS', ctrlKey: true })).toBe(true)
    await saved.waitFor()
    await saved.evaluate((line) => line.classList.add('first'))
    expect(await desk.key({ key: 'ы', code: 'KeyS', ctrlKey: true })).toBe(true)
    await expect.poll(() => news.locator('.first').count()).toBe(0)
    expect(await saved.count()).toBe(1)
    expect(await desk.key({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true })).toBe(false)
  })
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})
