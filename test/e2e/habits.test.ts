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

  test('[DRAFT6] levels have the keys of Word and Google Docs, too, and a search goes on from within the text', async () => {
    const { page } = walker
    await desk.type('1. вода')
    await desk.press('Enter')
    await desk.type('вода')
    const levels = ['operative0: вода', 'operative1: вода']
    for (const [key, code] of [
      ['ъ', 'BracketRight'],
      [']', 'BracketRight'],
      ['m', 'KeyM'],
    ] as const) {
      expect(await desk.key({ key, code, ctrlKey: true })).toBe(true)
      expect(await desk.blocks()).toEqual(levels)
      expect(await desk.key({ key: '[', code: 'BracketLeft', ctrlKey: true })).toBe(true)
      expect(await desk.blocks()).toEqual([levels[0], 'operative0: вода'])
    }
    await desk.press('Control+f')
    await page.keyboard.type('вода')
    await expect.poll(() => walker.text().locator('.found').count()).toBe(2)
    await walker.text().locator('h1').click()
    const current = () =>
      walker
        .text()
        .evaluate((text) =>
          [...text.querySelectorAll('.found')].findIndex((one) => one.matches('.current')),
        )
    const first = await current()
    await desk.press('F3')
    await expect.poll(current).toBe(1 - first)
    await desk.press('Control+Shift+g')
    await expect.poll(current).toBe(first)
    await desk.type('!')
    expect((await desk.blocks())[first]).toBe('operative0: !')
    await desk.press('Control+f')
    await desk.press('Escape')
  })
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})
