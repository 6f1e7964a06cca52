/** Typing in a real browser: habits, keys, the slash, finding, undoing, on a laptop and on a phone. */
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import { Desk } from '../support/desk.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page
let desk: Desk

const stage = stageOf(async () => {
  walker = await stage.come('ru')
  page = walker.page
  desk = new Desk(walker)
  await stage.begin(walker)
})

describe.skipIf(leftOut(chromiumPath))('typing', () => {
  beforeEach(() => desk.startAfresh())

  test('[DRAFT6] what typing becomes is taken back by one Backspace, or one undo', async () => {
    await desk.type('Газета "Вода" - наша')
    expect(await desk.blocks()).toEqual(['plain0: Газета «Вода»_— наша'])
    await desk.type(' "')
    expect(await desk.blocks()).toEqual(['plain0: Газета «Вода»_— наша «'])
    await desk.press('Backspace')
    expect(await desk.blocks()).toEqual(['plain0: Газета «Вода»_— наша "'])
    await desk.type('а ...')
    expect(await desk.blocks()).toEqual(['plain0: Газета «Вода»_— наша "а_…'])
    await desk.press('Control+z')
    expect(await desk.blocks()).toEqual(['plain0: Газета «Вода»_— наша "а_...'])
    await desk.press('Enter')
    await desk.type('# ')
    expect((await desk.blocks())[1]).toBe('heading1: ')
    await desk.press('Backspace')
    expect((await desk.blocks())[1]).toBe('plain0: # ')
    await desk.type('**вода** и')
    expect(await walker.text().locator('strong').innerText()).toBe('вода')
    await desk.press('Control+z')
    await desk.press('Control+z')
    expect((await desk.blocks())[1]).toContain('**вода**')
  })

  test('[DRAFT6] a number that a clause has by itself is not there twice when it is typed', async () => {
    await desk.type('1. Первый')
    await desk.press('Enter')
    await desk.type('2. Второй')
    await desk.press('Enter')
    await desk.press('Tab')
    await desk.type('а) сад, а) поле')
    await desk.press('Enter')
    await desk.type('в) и г. Ош')
    await desk.press('Enter')
    await desk.type('в) ')
    await desk.press('Backspace')
    expect(await desk.blocks()).toEqual([
      'operative0: Первый',
      'operative0: Второй',
      'operative1: сад, а) поле',
      'operative1: в) и_г. Ош',
      'operative1: в) ',
    ])
  })

  test('shortcuts work on a Cyrillic keyboard, and AltGr types', async () => {
    await desk.type('вода')
    await desk.press('Control+a')
    expect(await desk.key({ key: 'и', code: 'KeyB', ctrlKey: true })).toBe(true)
    expect(await walker.text().locator('p strong').innerText()).toBe('вода')
    await desk.key({ key: '?', code: 'Digit7', ctrlKey: true, shiftKey: true })
    expect(await desk.blocks()).toEqual(['operative0: вода'])
    await desk.key({ key: 'ң', code: 'KeyP', ctrlKey: true, altKey: true, altGraph: true })
    expect(await desk.blocks()).toEqual(['operative0: вода'])
    await desk.key({ key: '\\', code: 'Backslash', ctrlKey: true })
    expect(await walker.text().locator('strong').count()).toBe(0)
  })

  test('the slash finds by a word of any language, and Escape leaves it as it is', async () => {
    await desk.type('/иқт')
    const list = page.getByRole('listbox')
    await list.getByRole('option', { name: walker.say('drafting.kind.quotation') }).waitFor()
    expect(await walker.text().getAttribute('aria-activedescendant')).toBe('slash-quotation')
    await expectAccessible(page, 'the menu behind the slash')
    await desk.press('Enter')
    await desk.type('Слова')
    expect(await desk.blocks()).toEqual(['quotation0: Слова'])
    await desk.type(' /')
    await list.waitFor()
    await desk.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await desk.type('да')
    expect(await desk.blocks()).toEqual(['quotation0: Слова /да'])
  })

  test('finding and replacing keeps formats, and is undone as one', async () => {
    await desk.type('Вода, **вода** и еще вода')
    await desk.press('Control+h')
    const search = page.getByRole('search')
    await desk.type('ВОДА')
    await expect.poll(() => search.getByRole('status').innerText()).toBe('1 из 3')
    await desk.press('Enter')
    await expect.poll(() => search.getByRole('status').innerText()).toBe('2 из 3')
    await desk.press('Shift+Enter')
    await desk.press('Shift+Enter')
    await expect.poll(() => search.getByRole('status').innerText()).toBe('3 из 3')
    await expectAccessible(page, 'finding')
    await search.getByLabel(walker.say('typing.replace.with')).fill('река')
    await search.getByRole('button', { name: walker.say('typing.replace.all') }).click()
    expect(await desk.blocks()).toEqual(['plain0: река, река и_еще река'])
    expect(await walker.text().locator('strong').innerText()).toBe('река')
    await expect
      .poll(() => hasFocus(search.getByLabel(walker.say('typing.find'), { exact: true })))
      .toBe(true)
    await search.getByLabel(walker.say('typing.find'), { exact: true }).fill('ещё')
    await expect.poll(() => search.getByRole('status').innerText()).toBe('1 из 1')
    await desk.press('Escape')
    await desk.press('Control+z')
    expect(await desk.blocks()).toEqual(['plain0: Вода, вода и_еще вода'])
  })

  test('finding begins at the caret, tells the place of the nearest match, and leaves one there', async () => {
    await desk.type('вода один вода два вода три')
    for (let times = 0; times < 14; times++) await desk.press('ArrowLeft')
    await desk.press('Control+f')
    const place = () => page.getByRole('search').getByRole('status').innerText()
    await desk.type('в')
    // One stands in the title.
    await expect.poll(place).toBe('4 из 5')
    await desk.type('ода')
    await expect.poll(place).toBe('3 из 3')
    const marked = () =>
      walker
        .text()
        .locator('.found.current')
        .evaluateAll((all) => all.length)
    expect(await marked()).toBe(1)
    // Asked for again from within the text, it has the keys again.
    await walker.text().locator(':scope > *').last().click()
    await desk.press('End')
    for (let times = 0; times < 14; times++) await desk.press('ArrowLeft')
    await desk.press('Control+f')
    await desk.type('вода')
    await expect.poll(() => desk.blocks()).toEqual(['plain0: вода один вода два вода три'])
    await expect.poll(place).toBe('3 из 3')
    await desk.press('Escape')
    await expect.poll(() => hasFocus(walker.text())).toBe(true)
    await desk.type('река')
    expect(await desk.blocks()).toEqual(['plain0: вода один вода два река три'])
  })

  test('an empty text offers a beginning, which one undo takes away again', async () => {
    await page.getByRole('complementary').getByRole('button').first().click()
    await expect.poll(async () => (await desk.blocks()).length).toBe(14)
    const all = await desk.blocks()
    expect(all[0]).toMatch(/^preamble0: Мы, организации/)
    expect(all.at(-1)).toMatch(/^operative0: /)
    expect(await walker.text().locator('h1').innerText()).toBe('Название')
    // What is typed next stands in the place of the first words in brackets.
    await desk.type('вода')
    expect((await desk.blocks())[1]).toMatch(/^preamble0: [^[]+ вода,$/)
    for (const keys of ['Control+z', 'Control+z']) await desk.press(keys)
    await expect.poll(desk.blocks).toEqual(['plain0: '])
  })

  test('good typesetting can be switched off, and asked for', async () => {
    const choose = async (name: string) => {
      await walker.button(walker.say('typing.more')).click()
      await page.locator('[role^="menuitem"]', { hasText: name }).click()
      // The menu gives the focus back to its button, unless what was chosen has put it into the text.
      const [button, text] = [walker.button(walker.say('typing.more')), walker.text()]
      await expect.poll(async () => (await hasFocus(button)) || hasFocus(text)).toBe(true)
      await walker.focusText()
    }
    await choose(walker.say('typing.smart'))
    await desk.type('"вода" - это')
    expect(await desk.blocks()).toEqual(['plain0: "вода" - это'])
    await choose(walker.say('typing.tidy'))
    await expect.poll(desk.blocks).toEqual(['plain0: «вода»_— это'])
    await choose(walker.say('typing.smart'))
    await desk.press('Control+z')
    await expect.poll(desk.blocks).toEqual(['plain0: "вода" - это'])
  })

  test('the way to the tools and back, and the sheet of shortcuts', async () => {
    await desk.press('Alt+F10')
    const focus = () => page.evaluate(() => document.activeElement?.closest('[role]')?.role)
    expect(await page.evaluate(() => !!document.activeElement?.closest('[role="toolbar"]'))).toBe(
      true,
    )
    await desk.press('Alt+F10')
    expect(await focus()).toBe('textbox')
    await desk.press('Control+/')
    await walker.dialog().waitFor()
    await expectAccessible(page, 'the sheet of shortcuts')
    await desk.press('Escape')
    await walker.dialog().waitFor({ state: 'hidden' })
  })
})

test.skipIf(leftOut(chromiumPath))('a phone: nothing wider than the screen', async () => {
  const storageState = await page.context().storageState()
  const hand = await stage.come('tg', { ...phone, storageState })
  await hand.page.goto(`${page.url().replace(/\?.*/, '')}?language=ru`)
  await hand.text().waitFor()
  await expectAccessible(hand.page, 'the text on a phone')
  await hand.button(hand.say('typing.more')).tap()
  await hand.page.getByRole('menuitem', { name: hand.say('typing.replace') }).tap()
  await hand.page.getByRole('search').waitFor()
  await expectAccessible(hand.page, 'finding on a phone')
  const wide = () => hand.page.evaluate(() => document.documentElement.scrollWidth)
  expect(await wide()).toBe(360)
})

test.skipIf(leftOut(chromiumPath))('no page met a fault', () => {
  expect(stage.troubles).toEqual([])
})

const hasFocus = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement)
