/** The first line of a text in somebody's browser, where short stories are typed. */
import type { Page } from 'playwright-core'
import type { Walker } from './walk.ts'

export const firstLine = (walker: Walker) => walker.text().locator('h1')

/** Types at the end of the first line, or of one of the rows it takes on the screen, as a person would. */
export async function type(walker: Walker, words: string, page: Page = walker.page) {
  await page.locator('.tiptap.statement h1').click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** What stands there, without the names at other people's carets; every space is one like others. */
export const wordsOf = (walker: Walker) =>
  firstLine(walker).evaluate((line) => {
    const copy = line.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.others-caret')) caret.remove()
    return copy.textContent.replaceAll('\u00a0', ' ')
  })
