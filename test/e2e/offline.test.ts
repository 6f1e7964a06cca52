/** Writing without a connection: what is said to be on this device is there, and comes together on return. */
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screenPath } from '#shared/paths.ts'
import { expectAccessible } from '../support/axe.ts'
import { laptop, openChromium } from '../support/chromium.ts'
import { Program } from '../support/program.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import { Walker } from '../support/walk.ts'

let browser: Browser
let program: Program
const troubles: string[] = []

beforeAll(async () => {
  if (leftOut(chromiumPath)) return
  browser = await openChromium()
  program = await Program.start()
})
afterAll(async () => {
  await browser?.close()
  await program?.remove()
})

/** A network between one browser and the server that lets pages through, and sockets only while it is whole. */
class Network {
  #isWhole = true
  readonly #open = new Set<WebSocketRoute>()

  static async of({ page }: Walker): Promise<Network> {
    const network = new Network()
    await page.context().routeWebSocket(/\/sync\//, (socket) => {
      if (!network.#isWhole) return void socket.close()
      network.#open.add(socket)
      socket.connectToServer()
    })
    return network
  }

  async break() {
    this.#isWhole = false
    await Promise.all([...this.#open].map((socket) => socket.close()))
    this.#open.clear()
  }

  mend() {
    this.#isWhole = true
  }
}

const firstLine = (walker: Walker) => walker.text().locator('h1')

/** Types at the end of the first line, as a person would. */
async function type(walker: Walker, words: string, page: Page = walker.page) {
  await page.locator('.tiptap.statement h1').click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** What the browser's own database holds: how many records, and the words in the clear if there are any. */
const held = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ keepers: number; records: number }>((done, failed) => {
        const opening = indexedDB.open('drafts')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['keeper', 'records'])
          const keepers = reading.objectStore('keeper').count()
          const records = reading.objectStore('records').count()
          reading.oncomplete = () => {
            opening.result.close()
            done({ keepers: keepers.result, records: records.result })
          }
        }
      }),
  )

test.skipIf(leftOut(chromiumPath))('[DRAFT3] [SAFE7] writing without a connection', async () => {
  const aigul = await Walker.come(browser, 'ru', laptop, troubles)
  const network = await Network.of(aigul)
  await aigul.found(program.claimLink, 'Айгүл О.', 'Общая вода')
  await aigul.startStatement('Вода', { ru: ['Министерство'] })
  await aigul.shows('saved')
  const address = aigul.page.url()
  const firuz = await Walker.come(browser, 'tg', laptop, troubles)
  await firuz.join(await aigul.invite('editor'), 'Фирӯз Р.')
  await firuz.page.goto(address)
  await firuz.chooseTextLanguage('ru')

  // 1. A device that keeps nothing says so.
  await type(aigul, ' общая')
  await aigul.shows('saved')
  await program.kill()
  await type(aigul, ' для')
  await aigul.shows('in-this-window')
  await program.start()
  await Promise.all([aigul.shows('saved'), firuz.shows('saved')])

  // 2. Switched on, it keeps what is opened; the server is killed, and nobody has to do anything.
  await aigul.page.goto(new URL(screenPath('me'), address).href)
  const keep = aigul.field(aigul.say('people.me.offline.keep'))
  await keep.check()
  await expectAccessible(aigul.page, 'me')
  await aigul.page.goto(address)
  await aigul.shows('saved')
  await program.kill()
  await type(aigul, ' всех')
  await aigul.shows('on-this-device')
  await expectAccessible(aigul.page, 'text without a connection')
  await program.start()
  await Promise.all([aigul.shows('saved'), firuz.shows('saved')])
  await firstLine(firuz).getByText('Вода общая для всех').waitFor()

  // 3. Without a connection the words survive a reload, again and again, and in two windows.
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

  // 4. On return everything comes together, and only then counts as saved.
  network.mend()
  await aigul.shows('saved')
  const wordsOf = (walker: Walker) =>
    firstLine(walker).evaluate((line) => {
      const copy = line.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.others-caret')) caret.remove()
      return copy.textContent
    })
  for (const words of ['всегда и везде', '(раз)', '(два)', '!']) {
    await expect.poll(() => wordsOf(firuz)).toContain(words)
  }
  expect(await wordsOf(aigul)).toBe(await wordsOf(firuz))

  // 5. The end of the session wipes the device, also when it comes from elsewhere.
  expect(await held(aigul.page)).toMatchObject({ keepers: 1 })
  const elsewhere = await aigul.page.context().newPage()
  await elsewhere.goto(new URL(screenPath('me'), address).href)
  await elsewhere.getByRole('button', { name: aigul.say('people.me.everywhere') }).click()
  await elsewhere
    .getByRole('dialog')
    .getByRole('button', { name: aigul.say('people.me.everywhere') })
    .click()
  await elsewhere.getByText(aigul.say('app.stranger.text')).waitFor()
  await aigul.shows('signed-out')
  await expect.poll(() => held(aigul.page)).toEqual({ keepers: 0, records: 0 })

  expect(troubles).toEqual([])
})
