/** Whether what is printed is the text alone, and can be broken into pages between its lines. */
import type { Page } from 'playwright-core'

/**
 * The boxes around the text that not every browser breaks, as they are on paper: Firefox cuts lines and
 * pictures in two where a page ends within a grid, a flex box or something that scrolls.
 */
export async function boxesThatCut(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const found = await page
    .locator('.statement p')
    .first()
    .evaluate((line) => {
      const around: string[] = []
      for (let box = line.parentElement; box && box !== document.body; box = box.parentElement) {
        const { display, overflow } = getComputedStyle(box)
        if (/grid|flex/.test(display)) around.push(`${box.className}: ${display}`)
        if (overflow !== 'visible') around.push(`${box.className}: ${overflow}`)
      }
      return around
    })
  await page.emulateMedia({ media: null })
  return found
}

/** What lies over the page and is printed with it: on paper it would cover the text, on each page anew. */
export async function boxesOnTop(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((box) => box.checkVisibility() && box.getBoundingClientRect().width > 1)
      .filter((box) => /fixed|sticky/.test(getComputedStyle(box).position))
      .map(({ className, textContent }) => `${className}: ${textContent}`),
  )
  await page.emulateMedia({ media: null })
  return found
}
