/** What the first script does without, in a real browser: a part that comes late, not at all, or from another release. */
import { EventEmitter, once } from 'node:events'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { watchOpening } from '../bench/editor/opening.ts'
import { firstScripts } from '../bench/editor/script-bytes.ts'
import { expectAccessible } from '../support/axe.ts'
import { Desk } from '../support/desk.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page
let address: string

const stage = stageOf(async () => {
  walker = await stage.come('ru')
  page = walker.page
  page.setDefaultTimeout(10_000)
  await stage.begin(walker)
  address = page.url()
})

const textReady = async () => {
  await walker.text().waitFor()
  return page.evaluate(() => performance.now())
}
const insert = () => walker.button(walker.say('typing.insert'))
const list = () => page.getByRole('menu')

/** Opens the text; the files whose name begins so do not come until they are let through. */
async function openWithout(file: string): Promise<{ letThrough: () => boolean }> {
  const gate = new EventEmitter()
  const opened = once(gate, 'open')
  await page.route(`**/app/${file}-*.js`, async (route) => {
    await opened
    await route.continue()
  })
  await page.goto(address)
  await textReady()
  return { letThrough: () => gate.emit('open') }
}

describe.skipIf(leftOut(chromiumPath))('the first script', () => {
  beforeEach(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.goto('about:blank')
  })

  test('of the text weighs no more than 300 kB, and published pages have none', async () => {
    const first = await page.context().newPage()
    await watchOpening(first, 1)
    const opened = () => first.evaluate(() => window.opened)
    const text = await firstScripts(first, address, opened)
    await first.close()
    expect(text.files.length).toBeGreaterThan(2)
    expect(text.bytes).toBeLessThanOrEqual(300_000)
    const headed = async () => {
      await page.locator('h1').first().waitFor()
      return page.evaluate(() => performance.now())
    }
    expect((await firstScripts(page, `${stage.program.origin}/p`, headed)).files).toEqual([])
  })

  test('has the names of all buttons, and the first press on one opens its list when that comes', async () => {
    const { letThrough } = await openWithout('MenuList')
    await expectAccessible(page, 'the text before its menus')
    await insert().click()
    expect(await insert().getAttribute('aria-expanded')).toBe('true')
    expect(await list().count()).toBe(0)
    await page.getByText(walker.say('ui.loading')).waitFor()
    letThrough()
    await list().waitFor()
    await page.getByRole('menuitem', { name: walker.say('tables.insert'), exact: true }).click()
    await walker.dialog().waitFor()
  })

  test('waits with a list for nobody who went on meanwhile', async () => {
    const { letThrough } = await openWithout('MenuList')
    await insert().click()
    await walker.focusText()
    expect(await insert().getAttribute('aria-expanded')).toBe('false')
    const came = page.waitForResponse(/\/app\/MenuList-/)
    letThrough()
    await came
    await page.keyboard.type('вода')
    expect(await list().count()).toBe(0)
    expect(await walker.text().innerText()).toContain('вода')
  })

  test('takes what is looked for before the bar is there', async () => {
    const { letThrough } = await openWithout('FindBar')
    await walker.focusText()
    const before = await walker.text().innerText()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('во')
    letThrough()
    await page.getByRole('button', { name: walker.say('typing.next') }).waitFor()
    await page.keyboard.type('да')
    expect(await page.getByLabel(walker.say('typing.find')).last().inputValue()).toBe('вода')
    expect(await walker.text().innerText()).toBe(before)
    await page.keyboard.press('Escape')
  })

  test('[DRAFT7] holds what is pasted until it can be cleaned, and where it was meant to go', async () => {
    const { letThrough } = await openWithout('clean-html')
    const desk = new Desk(walker)
    await desk.startAfresh()
    await desk.type('Просим: ')
    await desk.paste({ 'text/html': '<p><b>воду</b></p>', 'text/plain': 'воду' })
    await desk.type(' всем')
    expect(await walker.text().innerText()).not.toContain('воду')
    letThrough()
    await walker.text().locator('strong', { hasText: 'воду' }).waitFor()
    await desk.type('!')
    expect(await desk.blocks()).toEqual(['plain0: Просим: воду всем!'])
  })

  test('[DRAFT7] holds it also where an event is made with an empty clipboard, as in Firefox', async () => {
    const { letThrough } = await openWithout('clean-html')
    await page.evaluate(() => {
      const Own = window.ClipboardEvent
      window.ClipboardEvent = class extends Own {
        constructor(type: string, { clipboardData: _, ...init }: ClipboardEventInit = {}) {
          super(type, { ...init, clipboardData: new DataTransfer() })
        }
      }
    })
    const desk = new Desk(walker)
    await desk.startAfresh()
    await desk.paste({ 'text/html': '<p><b>воду</b></p>', 'text/plain': 'воду' })
    letThrough()
    await walker.text().locator('strong', { hasText: 'воду' }).waitFor()
  })

  test('[DRAFT7] has the bare words of what is pasted when the cleaning does not come', async () => {
    await page.route('**/app/clean-html-*.js', (route) => route.abort())
    await page.goto(address)
    await textReady()
    const desk = new Desk(walker)
    await desk.startAfresh()
    await desk.paste({ 'text/html': '<p><b>воду</b></p>', 'text/plain': 'воду' })
    await expect.poll(desk.blocks).toEqual(['plain0: воду'])
    expect(await walker.text().locator('strong').count()).toBe(0)
  })

  test('says that a part did not come, and brings it when it is tried again', async () => {
    await page.route('**/app/MenuList-*.js', (route) => route.abort())
    await page.goto(address)
    await textReady()
    expect(await page.getByText(walker.say('parts.missing')).count()).toBe(0)
    await insert().click()
    await page.getByText(walker.say('parts.missing')).waitFor()
    await expectAccessible(page, 'a part that did not come')
    await page.unrouteAll()
    await walker.button(walker.say('ui.try-again')).click()
    await page.getByText(walker.say('parts.missing')).waitFor({ state: 'hidden' })
    if ((await list().count()) === 0) await insert().click()
    await list().waitFor()
  })

  test('says that there is a newer release where the part is gone with its own', async () => {
    await page.goto(address)
    await textReady()
    await page.route('**/app/DialogWindow-*.js', (route) => route.fulfill({ status: 404 }))
    await page.route(`${stage.program.origin}/`, async (route) => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace(/\/app\/index-[\w-]+\.js/, '/app/index-newer.js')
      await route.fulfill({ response: answer, body: html })
    })
    await page.reload()
    await textReady()
    await walker.button(walker.say('files.import.open')).click()
    await page.getByText(walker.say('parts.renewed')).waitFor()
    const loaded = page.waitForEvent('load')
    await walker.button(walker.say('parts.reload')).click()
    await loaded
    await page.unrouteAll()
    await textReady()
    await walker.button(walker.say('files.import.open')).click()
    await walker.dialog().waitFor()
    await page.keyboard.press('Escape')
  })
})

describe.skipIf(leftOut(chromiumPath))('the tools of the text', () => {
  test('are one stop of Tab; arrows lead from tool to tool, Enter into a list and Escape back', async () => {
    await page.goto(address)
    await textReady()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await walker.focusText()
    await page.keyboard.press('Alt+F10')
    const first = await focused()
    await page.keyboard.press('End')
    expect(await focused()).toBe(walker.say('typing.more'))
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe(walker.say('typing.insert'))
    await page.keyboard.press('Enter')
    await list().waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('menuitem')
    await page.keyboard.press('Escape')
    await list().waitFor({ state: 'hidden' })
    await expect.poll(focused).toBe(walker.say('typing.insert'))
    await page.keyboard.press('Home')
    expect(await focused()).toBe(first)
    await page.keyboard.press('Tab')
    expect(await focused()).not.toBe(walker.say('drafting.tool.undo'))
  })

  test('close their list by the press that opened it', async () => {
    await insert().click()
    await list().waitFor()
    await insert().click({ force: true })
    await list().waitFor({ state: 'hidden' })
    expect(stage.troubles).toEqual([])
  })
})
