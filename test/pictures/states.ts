/** What is opened on the screen of a text before its picture is taken, by the name of the picture. */
import type { Page } from 'playwright-core'
import type { Say } from '#client/i18n/words.ts'
import { languageOwnNames } from '#shared/language/languages.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { lossyWordFile } from './lossy-file.ts'

type Open = (page: Page, say: Say) => Promise<void>

/** Pictures of a text show the window as it is seen, not the whole page: something lies above it. */
export const states: { [picture: string]: Open } = {
  async 'text-table'(page, say) {
    // At its edge: where cells are joined, a border to drag may pass through the middle.
    await page
      .locator('.tiptap.statement td')
      .last()
      .click({ position: { x: 8, y: 8 } })
    await page.getByRole('toolbar', { name: say('tables.tools') }).waitFor()
  },
  async 'text-table-row'(page, say) {
    await states['text-table']?.(page, say)
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: say('tables.row') })
      .click()
    await page.getByRole('menu').waitFor()
  },
  async 'text-table-size'(page, say) {
    await choose(page, say('typing.insert'), say('tables.insert'))
    await page.getByRole('dialog').getByRole('button').first().waitFor()
  },
  async 'text-picture'(page, say) {
    await page.locator('.tiptap.statement figure img').first().click()
    await page.getByRole('toolbar', { name: say('images.tools') }).waitFor()
  },
  async 'text-picture-words'(page, say) {
    await states['text-picture']?.(page, say)
    await page
      .getByRole('toolbar', { name: say('images.tools') })
      .getByRole('button')
      .first()
      .click()
    await page.getByRole('dialog').getByRole('textbox').waitFor()
  },
  async 'text-note'(page) {
    await putCaret(page)
    await page.keyboard.press('Control+Alt+f')
    await page.locator('[role="dialog"] [contenteditable]').waitFor()
  },
  async 'text-find'(page, say) {
    await page.locator('.tiptap.statement h1').click()
    await page.keyboard.press('Control+h')
    const search = page.getByRole('search')
    await search.getByLabel(say('typing.find'), { exact: true }).fill('во')
    await page.keyboard.press('Enter')
  },
  async 'text-find-everywhere'(page, say) {
    await states['text-find']?.(page, say)
    await page.getByRole('search').getByText(say('typing.everywhere')).click()
    await page.getByRole('search').locator('mark').first().waitFor()
  },
  async 'text-drop'(page, say) {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([], 'a.docx'))
      window.dispatchEvent(new DragEvent('dragover', { dataTransfer }))
    })
    await page.getByText(say('files.import.drop')).waitFor()
  },
  async 'text-insert'(page, say) {
    await page.getByRole('button', { name: say('typing.insert'), exact: true }).click()
    await page.getByRole('menu').waitFor()
  },
  async 'text-kind'(page, say) {
    await putCaret(page)
    await page.getByRole('toolbar').getByRole('button').first().click()
    await page.getByText(say('drafting.kind.sub-clause')).first().waitFor()
  },
  async 'text-more'(page, say) {
    await page.getByRole('button', { name: say('typing.more'), exact: true }).click()
    await page.getByRole('menu').waitFor()
  },
  async 'text-block'(page, say) {
    await putCaret(page)
    await choose(page, say('typing.more'), say('clauses.menu'))
    await page.getByRole('menu').waitFor()
  },
  async 'text-slash'(page) {
    await putCaret(page)
    await page.keyboard.type(' /')
    await page.getByRole('listbox').waitFor()
  },
  async 'text-reference'(page) {
    await putCaret(page)
    await page.keyboard.type(' §')
    await page.locator('div[role=option]').first().waitFor()
  },
  async 'text-link'(page) {
    await putCaret(page)
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
  },
  async 'text-shortcuts'(page) {
    await putCaret(page)
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog').waitFor()
  },
  async 'text-counts'(page, say) {
    await choose(page, say('typing.more'), say('typing.counts'))
    await page.getByRole('dialog').waitFor()
  },
  async 'text-download'(page, say) {
    await page.getByRole('button', { name: new RegExp(`^${say('files.download')}`) }).click()
    await page.getByRole('menu').waitFor()
  },
  async 'text-outline'(page, say) {
    const drawer = page.getByRole('button', { name: say('drafting.outline'), exact: true })
    if (!(await drawer.isVisible())) return
    await drawer.click()
    await page.getByRole('dialog').getByRole('button').nth(1).waitFor()
  },
  async 'text-missing'(page, say) {
    await page.route('**/app/MenuList-*.js', (route) => route.abort())
    await page.reload()
    await page.getByRole('button', { name: say('typing.insert'), exact: true }).click()
    await page.getByText(say('parts.missing')).waitFor()
  },
  async 'text-import'(page, say) {
    await page.getByRole('button', { name: say('files.import.open') }).click()
    await bringIn(page, say, reviewWordFile())
  },
  async 'text-losses'(page, say) {
    await page.getByRole('button', { name: say('files.import.open') }).click()
    await bringIn(page, say, lossyWordFile())
  },
  async 'text-import-empty'(page, say) {
    await page.getByRole('button', { name: say('files.import.open') }).click()
    await page.getByRole('button', { name: say('files.import.choose'), exact: true }).waitFor()
  },
  async 'text-suggestions'(page, say) {
    await page.getByRole('button', { name: say('files.suggestions.next') }).click()
  },
  async 'text-templates'(page, say) {
    await page.getByRole('complementary', { name: say('typing.template') }).waitFor()
  },
  async 'text-read-only'(page) {
    await page.locator('[data-state="read-only"]').waitFor()
  },
  /** The whole of what a director signs. */
  async 'sign-whole'(page, say) {
    const name = say('signatures.read-whole', { count: 1 })
    await page.getByRole('button', { name }).click()
    await page.locator('.statement figure img').scrollIntoViewIfNeeded()
  },
  async 'text-offline-below'(page, say) {
    await states['text-offline']?.(page, say)
    await page.evaluate(() => window.scrollTo(0, 500))
    await page.locator('[data-chip="offline"]').waitFor()
  },
  async 'text-offline'(page) {
    await page.locator('[data-state="saved"]').waitFor()
    await page.context().setOffline(true)
    await page.locator('[data-state="offline"]').waitFor()
  },
}

/** What was typed for a picture is taken back, so that the next one does not show it. */
export async function takeBack(page: Page): Promise<void> {
  const undo = page.locator('.tiptap.statement')
  for (const key of ['Escape', 'Control+z', 'Control+z', 'Control+z']) await undo.press(key)
  await page.locator('[data-state="saved"]').waitFor()
}

/** Those in which something is typed. */
export const typed: readonly string[] = ['text-note', 'text-slash', 'text-reference']

/** Puts the caret at the end of the second clause, as somebody would who writes on. */
async function putCaret(page: Page) {
  const clause = page.locator('.tiptap.statement > [data-kind="operative"]').nth(1)
  await clause.click()
  await page.keyboard.press('End')
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}

async function choose(page: Page, menu: string, entry: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  // What an entry's shortcut is stands in its name too.
  await page.locator('[role^="menuitem"]', { hasText: entry }).first().click()
}

async function bringIn(page: Page, say: Say, bytes: Uint8Array) {
  await page.locator('[role="dialog"] input[type=file]').setInputFiles({
    name: `${languageOwnNames.ru}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: say('files.import.submit'), exact: true }).waitFor()
}
