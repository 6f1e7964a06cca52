/** What a text asks for, without a mouse: the way to it, its tools, its menus, a file. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { exampleWordFile } from '../support/example.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page
const isLeftOut = leftOut(chromiumPath)

const stage = stageOf(async () => {
  walker = await stage.come('en')
  page = walker.page
  await stage.begin(walker)
})

const outline = () => page.getByRole('navigation', { name: walker.say('drafting.outline') })
const focused = () => page.locator(':focus')
const nameOfFocused = () => focused().evaluate((one) => one.textContent?.trim() ?? '')

/** Goes to the end, and tells whether the caret stands in a block of this kind. */
async function caretComesTo(kind: 'drafting.kind.plain'): Promise<boolean> {
  await press('Control+End')
  const { say } = walker
  return walker.button(`${say('drafting.kind')}: ${say(kind)}`).isVisible()
}

async function press(...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

describe.skipIf(isLeftOut)('by the keyboard alone', () => {
  test('[DRAFT6] from a menu of the tools one is back in the text', async () => {
    const { say } = walker
    await walker.focusText()
    await expect.poll(() => caretComesTo('drafting.kind.plain')).toBe(true)
    await press('Alt+F10', 'Enter')
    await page.getByRole('menu').getByText(say('drafting.kind.operative')).first().press('Enter')
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    await page.keyboard.type('Measure the water.')
    const clause = walker.text().locator(':scope > [data-kind="operative"]')
    await expect.poll(() => clause.innerText()).toContain('Measure the water.')
  })

  test('[DRAFT6] whoever leaves a window types on where they were, and behind the words of a link', async () => {
    const clause = walker.text().locator(':scope > [data-kind="operative"]')
    for (const keys of ['Control+k', 'Control+/']) {
      await press('Control+End', 'Control+Shift+ArrowLeft', keys)
      await walker.dialog().locator(':focus').waitFor()
      await press('Escape')
      await walker.dialog().waitFor({ state: 'hidden' })
      await expect.poll(() => clause.innerText()).toContain('Measure the water.')
      await page.keyboard.type('lake')
      expect(await clause.innerText()).toContain('Measure the waterlake')
      await press('Control+z')
    }
    await press('Control+End', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'Control+k')
    await walker.dialog().locator(':focus').waitFor()
    await page.keyboard.type('suu.kg')
    await press('Enter')
    await walker.dialog().waitFor({ state: 'hidden' })
    await page.keyboard.type(' Soon.')
    expect(await clause.innerText()).toContain('Measure the water. Soon.')
    expect(await clause.locator('a').innerText()).toBe('water.')
  })

  test('[DRAFT5] the outline is one stop on the way, and arrows go through it', async () => {
    await outline().getByRole('button').nth(1).waitFor()
    expect(await outline().locator('button[tabindex="0"]').count()).toBe(1)
    await outline().locator('button[tabindex="0"]').focus()
    await press('Home')
    expect(await nameOfFocused()).toBe('On water')
    await press('ArrowDown')
    // The outline follows the text a moment later.
    await expect.poll(nameOfFocused).toContain('Measure the water.')
    await press('Tab')
    expect(await outline().locator(':focus').count()).toBe(0)
  })

  test('[DRAFT6] cells are merged from the tools behind the first, and no border to drag is left in them', async () => {
    const { say } = walker
    await walker.focusText()
    await press('Control+End', 'Enter', 'Enter')
    await walker.button(say('typing.insert')).press('Enter')
    await page.getByRole('menuitem', { name: say('tables.insert'), exact: true }).press('Enter')
    await page.getByRole('dialog').locator(':focus').waitFor()
    await press('Tab')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.type('/tab')
    await press('Enter')
    await page.getByRole('dialog').locator(':focus').waitFor()
    await press('Enter')
    const table = walker.text().locator('table')
    await table.waitFor()
    const parts = walker.text().locator('.grip').first().locator('i')
    await expect.poll(() => parts.count()).toBe(3)
    await page.keyboard.type('Year')
    await press('Shift+ArrowRight')
    await expect.poll(() => table.locator('.selectedCell').count()).toBe(2)
    await page.getByRole('toolbar', { name: say('tables.tools') }).waitFor()
    await press('Alt+F10', 'Tab', 'ArrowRight', 'ArrowRight', 'Enter')
    await page.getByRole('menuitem', { name: say('tables.cells.merge') }).press('Enter')
    await table.locator('th[colspan="2"]').waitFor()
    await expect.poll(() => parts.count()).toBe(2)
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    expect(await walker.text().evaluate((text) => text === document.activeElement)).toBe(true)
  })

  test('[DRAFT7] a file is chosen, looked at and brought in, and the focus is never lost', async () => {
    const { say } = walker
    // Asked for early: the browser has to be told before a file is chosen in it.
    const choosing = page.waitForEvent('filechooser')
    await walker.button(say('files.import.open')).press('Enter')
    await expect.poll(nameOfFocused).toBe(say('files.import.choose'))
    await press('Enter')
    const picker = await choosing
    await picker.setFiles({
      name: 'water.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(exampleWordFile()),
    })
    await walker.button(say('files.import.submit')).waitFor()
    expect(await nameOfFocused()).toBe(say('files.import.other'))
    await press('Tab', 'Enter')
    await walker.dialog().waitFor({ state: 'hidden' })
    await expect.poll(nameOfFocused).toBe(say('files.import.open'))
  })

  test('who goes to another screen is where it begins', async () => {
    const { say } = walker
    await walker.section(say('app.organisations')).press('Enter')
    await page.getByRole('heading', { name: say('app.organisations'), level: 1 }).waitFor()
    await expect.poll(() => page.locator('main:focus').count()).toBe(1)
    await walker.section(say('app.statements')).press('Enter')
    await page.locator('main a[href^="/statements/"]').first().press('Enter')
    await walker.text().waitFor()
    await expect.poll(() => page.locator('main:focus').count()).toBe(1)
    expect(stage.troubles).toEqual([])
  })
})
