/** What is opened on the screen of a text before its picture is taken, by the name of the picture. */
import type { Page } from 'playwright-core'
import type { Say } from '#client/i18n/words.ts'
import { reviewWordFile } from '../support/review-file.ts'

type Open = (page: Page, say: Say) => Promise<void>

export const states: { [picture: string]: Open } = {
  async 'text-table'(page, say) {
    await page.locator('.tiptap.statement td').last().click()
    await page.getByRole('toolbar', { name: say('tables.tools') }).waitFor()
  },
  async 'text-picture'(page, say) {
    await page.locator('.tiptap.statement figure img').click()
    await page.getByRole('toolbar', { name: say('images.tools') }).waitFor()
  },
  async 'text-note'(page) {
    await page.locator('.tiptap.statement .note').first().click()
    await page.locator('[role="dialog"] [contenteditable]').waitFor()
  },
  async 'text-find'(page, say) {
    await page.locator('.tiptap.statement h1').click()
    await page.keyboard.press('Control+h')
    await page.getByRole('search').getByLabel(say('typing.find'), { exact: true }).fill('во')
    await page.keyboard.press('Enter')
  },
  async 'text-insert'(page, say) {
    await page.getByRole('button', { name: say('typing.insert'), exact: true }).click()
    await page.getByRole('menu').waitFor()
  },
  async 'text-missing'(page, say) {
    await page.route('**/app/MenuList-*.js', (route) => route.abort())
    await page.reload()
    await page.getByRole('button', { name: say('typing.insert'), exact: true }).click()
    await page.getByText(say('parts.missing')).waitFor()
  },
  async 'text-import'(page, say) {
    await page.getByRole('button', { name: say('files.import.open') }).click()
    await page.locator('[role="dialog"] input[type=file]').setInputFiles({
      name: 'obraschenie.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(reviewWordFile()),
    })
    await page.getByRole('button', { name: say('files.import.submit'), exact: true }).waitFor()
  },
  async 'text-suggestions'(page, say) {
    await page.getByRole('button', { name: say('files.suggestions.next') }).click()
  },
}
