/** A co-ordinator locks a draft while somebody types in it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { laptop, openChromium, phone } from '../support/chromium.ts'
import { Program } from '../support/program.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import { Walker } from '../support/walk.ts'

let browser: Browser
let program: Program

beforeAll(async () => {
  if (leftOut(chromiumPath)) return
  browser = await openChromium()
  program = await Program.start()
})
afterAll(async () => {
  await browser?.close()
  await program?.remove()
})

describe.skipIf(leftOut(chromiumPath))('a locked draft', () => {
  test('[SAFE3] [SAFE7] is told to whoever types, keeps what was typed too late, and opens again', async () => {
    const troubles: string[] = []
    const aigul = await Walker.come(browser, 'ru', laptop, troubles)
    await aigul.found(program.claimLink, 'Айгүл О.', 'Общая вода')
    await aigul.startStatement('О воде', {})
    const text = aigul.page.url()
    const firuz = await Walker.come(browser, 'tg', phone, troubles)
    await firuz.join(await aigul.invite('editor'), 'Фирӯз Р.')
    await firuz.page.goto(text)
    await firuz.shows('saved')
    await firuz.text().locator('h1').click()
    await firuz.page.keyboard.press('End')
    await firuz.page.keyboard.type('!')
    await firuz.shows('saved')

    await aigul.page.goto(`${text.split('?')[0]}/details`)
    await aigul.button(aigul.say('statements.lock.lock')).click()
    await aigul.page.getByText(aigul.say('statements.lock.locked')).waitFor()
    await expectAccessible(aigul.page, 'details of a locked draft')
    await firuz.shows('locked')
    expect(await firuz.text().getAttribute('contenteditable')).toBe('false')
    await expectAccessible(firuz.page, 'a locked text')
    await firuz.page.reload()
    await firuz.shows('locked')

    await aigul.button(aigul.say('statements.lock.unlock')).click()
    await firuz.shows('saved')
    await firuz.text().locator('h1').click()
    await firuz.page.keyboard.press('End')
    await firuz.page.keyboard.type('?')
    await firuz.shows('saved')
    expect(await firuz.text().locator('h1').innerText()).toBe('!?')
    expect(troubles).toEqual([])
  })
})
