/** Words that stand in one window alone: neither another screen, nor the end of a session takes them away. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { screenPath } from '#shared/paths.ts'
import { type, wordsOf } from '../support/first-line.ts'
import { Network, troublesBeside } from '../support/network.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let aigul: Walker
let network: Network
const isLeftOut = leftOut(chromiumPath)

const stage = stageOf(async () => {
  aigul = await stage.come('ky')
  network = await Network.of(aigul)
  await stage.begin(aigul)
})

const tab = (name: 'text' | 'signatures') =>
  aigul.page.getByRole('link', { name: aigul.say(`statements.tab.${name}`), exact: true })

describe.skipIf(isLeftOut)('words that are in one window alone', () => {
  test('[DRAFT2] stay while another screen is looked at', async () => {
    await network.break()
    await type(aigul, ' жалпы')
    await aigul.shows('in-this-window')
    await tab('signatures').click()
    await aigul.text().waitFor({ state: 'hidden' })
    await tab('text').click()
    await aigul.shows('in-this-window')
    expect(await wordsOf(aigul)).toBe('Суу жалпы')
    network.mend()
    await aigul.shows('saved')
  })

  test('[DRAFT2] are saved also when nobody comes back to the text', async () => {
    const address = aigul.page.url()
    await network.break()
    await type(aigul, ' байлык')
    await aigul.shows('in-this-window')
    await tab('signatures').click()
    await aigul.text().waitFor({ state: 'hidden' })
    network.mend()
    const other = await aigul.page.context().newPage()
    await other.goto(address)
    await other.getByText('Суу жалпы байлык').first().waitFor()
    await other.close()
    await tab('text').click()
    await aigul.shows('saved')
  })

  test('a file that is brought in without a network is told not to have arrived', async () => {
    await aigul.button(aigul.say('files.import.open')).click()
    await aigul.page.context().setOffline(true)
    await aigul
      .dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: 'suu.txt', mimeType: 'text/plain', buffer: Buffer.from('Суу') })
    await aigul.dialog().getByText(aigul.say('refusal.unreachable')).waitFor()
    await aigul.page.context().setOffline(false)
    await aigul.page.keyboard.press('Escape')
    await aigul.shows('saved')
  })

  test('[DRAFT2] stay to be copied when the session has ended meanwhile', async () => {
    await aigul.page.clock.install()
    await aigul.page.reload()
    await aigul.shows('saved')
    await network.break()
    await type(aigul, ' болсун')
    await aigul.shows('in-this-window')
    await signOutElsewhere(await aigul.page.context().newPage())
    network.mend()
    await aigul.shows('signed-out')
    // What was read has become old, and somebody comes back to the window.
    await aigul.page.clock.fastForward(60_000)
    await aigul.page.evaluate(async () => {
      window.dispatchEvent(new Event('visibilitychange'))
      // Behind whatever was asked for then, several times over.
      for (let times = 0; times < 5; times++) await fetch('/api/me')
    })
    expect(await wordsOf(aigul)).toBe('Суу жалпы байлык болсун')
    expect(troublesBeside(stage.troubles)).toEqual([])
  })
})

async function signOutElsewhere(page: Page) {
  const name = aigul.say('people.me.everywhere')
  await page.goto(new URL(screenPath('me'), stage.program.origin).href)
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByText(aigul.say('app.stranger.text')).waitFor()
}
