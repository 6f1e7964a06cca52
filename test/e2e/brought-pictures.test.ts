/** A picture that is copied in one statement and pasted in another, in a real stage.browser. */
import { describe, expect, test } from 'vitest'
import { Desk } from '../support/desk.ts'
import { gradient } from '../support/pictures.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let desk: Desk

const stage = stageOf(async () => {
  walker = await stage.come('tg')
  desk = new Desk(walker)
  await stage.begin(walker)
})

const figures = () => walker.text().locator('figure')

describe.skipIf(leftOut(chromiumPath))('[DRAFT6]', () => {
  test('a picture comes along to another statement, with its size and its words', async () => {
    const { page } = walker
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      walker.putIn('images.insert'),
    ])
    const buffer = await gradient(300, 60).png().toBuffer()
    await picker.setFiles({ name: 'канал.png', mimeType: 'image/png', buffer })
    await figures().locator('img').click()
    await walker.button(walker.say('images.words.missing')).click()
    await walker.dialog().getByRole('textbox').fill('Канал дар зимистон')
    await page.keyboard.press('Control+Enter')
    if (await walker.dialog().count()) await walker.button(walker.say('ui.save')).click()
    await walker.dialog().waitFor({ state: 'hidden' })
    await walker.focusText()
    await desk.press('Control+a')
    const copied = await desk.copy()
    expect(copied['text/html']).toContain('data-asset=')
    await walker.shows('saved')

    await walker.startStatement('Дар бораи боғҳо', {})
    await desk.startAfresh()
    const brought = page.waitForResponse(/\/pictures\/brought$/)
    await desk.paste(copied)
    expect((await brought).status()).toBe(200)
    const picture = figures().locator('img')
    await expect
      .poll(() => picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
      .toBe(300)
    expect([await picture.getAttribute('alt'), await picture.getAttribute('width')]).toEqual([
      'Канал дар зимистон',
      '300',
    ])
  })

  test('one that one may not see is said to be lost, and leaves its caption', async () => {
    await desk.startAfresh()
    const asset = 'f'.repeat(64)
    const copied = `<figure data-pm-slice="0 0 []" data-asset="${asset}" data-id="x"><img src="/pictures/${asset}" alt="" width="9" height="9"><figcaption>Канал, 2026</figcaption></figure>`
    await desk.paste({ 'text/html': copied })
    await walker.page.getByText(walker.say('brought.lost')).waitFor()
    expect(await figures().count()).toBe(0)
    expect((await desk.blocks()).join()).toContain('Канал, 2026')
    expect(stage.troubles).toEqual([])
  })
})
