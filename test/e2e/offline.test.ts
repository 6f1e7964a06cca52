/** Writing without a connection: what is said to be on this device is there, and comes together on return. */
import { describe, expect, test } from 'vitest'
import { screenPath } from '#shared/paths.ts'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import { firstLine, type, wordsOf } from '../support/first-line.ts'
import { changeRights, held } from '../support/in-page.ts'
import { Network, troublesBeside } from '../support/network.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let aigul: Walker
let firuz: Walker
let network: Network
let address = ''

const isLeftOut = leftOut(chromiumPath)

const stage = stageOf(async () => {
  aigul = await stage.come('ru')
  network = await Network.of(aigul)
  await stage.begin(aigul)
  address = aigul.page.url()
  firuz = await stage.come('tg', phone)
  await firuz.join(await changeRights(aigul.page, null), 'Фирӯз Р.')
  await firuz.page.goto(address)
  await firuz.chooseTextLanguage('ru')
})

/** Has this device keep texts from now on, and opens the text. */
async function keepHere(walker: Walker) {
  await walker.page.goto(new URL(screenPath('me'), address).href)
  await walker.field(walker.say('people.me.offline.keep')).check()
  await expect.poll(() => held(walker.page)).toMatchObject({ keepers: 1 })
  await expectAccessible(walker.page, 'me')
  await walker.page.goto(address)
  await walker.chooseTextLanguage('ru')
  await walker.shows('saved')
}

describe.skipIf(isLeftOut)('without a connection', () => {
  test('[DRAFT2] a device that keeps nothing says so', async () => {
    await type(aigul, ' общая')
    await aigul.shows('saved')
    await stage.program.kill()
    await type(aigul, ' для')
    await aigul.shows('in-this-window')
    await stage.program.start()
    await Promise.all([aigul.shows('saved'), firuz.shows('saved')])
  })

  test('[DRAFT3] after a restart of the server nobody has to do anything', async () => {
    await keepHere(aigul)
    await stage.program.kill()
    await type(aigul, ' всех')
    await aigul.shows('on-this-device')
    await expectAccessible(aigul.page, 'text without a connection')
    await stage.program.start()
    await Promise.all([aigul.shows('saved'), firuz.shows('saved')])
    await firstLine(firuz).getByText('О воде общая для всех').waitFor()
  })

  test('[DRAFT3] words survive reloads, and two windows, and come together on return', async () => {
    await network.break()
    await type(aigul, ', всегда')
    await aigul.shows('on-this-device')
    await type(firuz, '!')
    await firuz.shows('saved')
    await aigul.page.reload()
    await firstLine(aigul).getByText('для всех, всегда').waitFor()
    await aigul.shows('on-this-device')
    await type(aigul, ' и везде')
    await aigul.shows('on-this-device')
    const second = await aigul.page.context().newPage()
    await second.goto(address)
    await second.locator('h1', { hasText: 'всегда и везде' }).waitFor()
    await type(aigul, ' (раз)')
    await type(aigul, ' (два)', second)
    await aigul.shows('on-this-device')
    await second.locator('[data-state="on-this-device"]').waitFor()
    await aigul.page.reload()
    await firstLine(aigul).getByText('(раз)').waitFor()
    await firstLine(aigul).getByText('(два)').waitFor()
    await second.close()
    network.mend()
    await aigul.shows('saved')
    for (const words of ['всегда и везде', '(раз)', '(два)', '!']) {
      await expect.poll(() => wordsOf(firuz)).toContain(words)
    }
    expect(await wordsOf(aigul)).toBe(await wordsOf(firuz))
  })

  test('[DRAFT1] a window that has missed something notices, and catches up', async () => {
    const lost = network.loseNextUpdate()
    await type(firuz, ' Раз')
    await lost
    await type(firuz, ' два.')
    await firuz.shows('saved')
    const written = await wordsOf(firuz)
    for (const word of ['Раз', 'два.']) expect(written).toContain(word)
    await expect.poll(() => wordsOf(aigul), { timeout: 10_000 }).toBe(written)
    await aigul.shows('saved')
  })

  test('[DRAFT3] the network goes and comes, and each is noticed at once', async () => {
    const context = aigul.page.context()
    await context.setOffline(true)
    await aigul.shows('offline')
    await type(aigul, ' Туда')
    await aigul.shows('on-this-device')
    await context.setOffline(false)
    await aigul.shows('saved')
  })

  test('[DRAFT2] a device without room says so', async () => {
    await network.break()
    await aigul.shows('offline')
    await aigul.page.evaluate(() => {
      const { add } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = function (...row) {
        if (!('hasRoom' in window)) throw new DOMException('no room', 'QuotaExceededError')
        return add.apply(this, row)
      }
    })
    await type(aigul, ' Тесно.')
    await aigul.shows('device-full')
    await expectAccessible(aigul.page, 'text on a full device')
    await aigul.page.evaluate(() => Object.assign(window, { hasRoom: true }))
    await type(aigul, ' Просторно.')
    await aigul.shows('on-this-device')
    await aigul.page.reload()
    await firstLine(aigul).getByText('Тесно.').waitFor()
    await firstLine(aigul).getByText('Просторно.').waitFor()
    network.mend()
    await aigul.shows('saved')
  })

  test('[DRAFT2] the text stays on the screen while nothing else can be read anew', async () => {
    await aigul.page.clock.install()
    await aigul.page.reload()
    await aigul.shows('saved')
    await stage.program.kill()
    let failed = 0
    const allFailed = new Promise<void>((done) => {
      aigul.page.on('requestfailed', () => {
        if (++failed === 6) done()
      })
    })
    // The details of the statement have become old, and somebody comes back to the window.
    await aigul.page.clock.fastForward(60_000)
    await aigul.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await allFailed
    await type(aigul, ' Осталось.')
    expect(await wordsOf(aigul)).toContain('Осталось.')
    await stage.program.start()
    await aigul.shows('saved')
  })

  test('[DRAFT2] who may only read by now is told, and can start over', async () => {
    await keepHere(firuz)
    const his = await Network.of(firuz)
    await firuz.page.reload()
    await firuz.shows('saved')
    await his.break()
    await type(firuz, ' Поздно.')
    await firuz.shows('on-this-device')
    await changeRights(aigul.page, 'reader')
    his.mend()
    await firuz.shows('not-allowed')
    await expectAccessible(firuz.page, 'text of one who may only read by now')
    await firuz.button(firuz.say('drafting.start-over')).click()
    await firuz.shows('read-only')
    expect(await wordsOf(firuz)).not.toContain('Поздно.')
    expect(await wordsOf(aigul)).not.toContain('Поздно.')
  })

  test('[SAFE7] of a text that is taken away nothing stays on the device', async () => {
    expect((await held(firuz.page)).records).toBeGreaterThan(0)
    await changeRights(aigul.page, 'none')
    await firuz.page.locator('[data-state="not-found"]').waitFor()
    await expect.poll(() => held(firuz.page)).toMatchObject({ records: 0 })
  })

  test('[SAFE7] switching it off asks when words would be lost', async () => {
    await network.break()
    await type(aigul, ' Ещё.')
    await aigul.shows('on-this-device')
    const { page, say } = aigul
    await page.goto(new URL(screenPath('me'), address).href)
    await aigul.field(say('people.me.offline.keep')).click()
    await aigul
      .dialog()
      .getByText(say('people.me.offline.unsent', { count: 1 }))
      .waitFor()
    await expectAccessible(page, 'asked before words are lost')
    await aigul
      .dialog()
      .getByRole('button', { name: say('ui.cancel') })
      .click()
    expect(await held(page)).toMatchObject({ keepers: 1 })
    network.mend()
    await page.goto(address)
    await aigul.shows('saved')
    await expect.poll(() => held(page)).toMatchObject({ unsent: 0 })
    await page.goto(new URL(screenPath('me'), address).href)
    await aigul.field(say('people.me.offline.keep')).click()
    await expect.poll(() => held(page)).toEqual({ keepers: 0, records: 0, unsent: 0 })
  })

  test('[SAFE7] the end of the session wipes the device, also when it comes from elsewhere', async () => {
    await keepHere(aigul)
    await expect.poll(async () => (await held(aigul.page)).records).toBeGreaterThan(0)
    const elsewhere = await aigul.page.context().newPage()
    await elsewhere.goto(new URL(screenPath('me'), address).href)
    await elsewhere.getByRole('button', { name: aigul.say('people.me.everywhere') }).click()
    await elsewhere
      .getByRole('dialog')
      .getByRole('button', { name: aigul.say('people.me.everywhere') })
      .click()
    await elsewhere.getByText(aigul.say('app.stranger.text')).waitFor()
    await aigul.shows('signed-out')
    await expect.poll(() => held(aigul.page)).toEqual({ keepers: 0, records: 0, unsent: 0 })
  })

  test('nothing went wrong in any page', () => {
    expect(troublesBeside(stage.troubles)).toEqual([])
  })
})
