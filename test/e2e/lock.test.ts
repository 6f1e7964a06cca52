/** A co-ordinator locks a draft while somebody types in it. */
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'

const stage = stageOf()

describe.skipIf(leftOut(chromiumPath))('a locked draft', () => {
  test('[SAFE3] [SAFE7] is told to whoever types, keeps what was typed too late, and opens again', async () => {
    const aigul = await stage.come('ru')
    await stage.begin(aigul)
    const text = aigul.page.url()
    const firuz = await stage.come('tg', phone)
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
    expect(stage.troubles).toEqual([])
  })
})
