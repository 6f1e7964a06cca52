/** How long a text takes to open: from going to its address until all of it stands there and can be typed into. */
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** In milliseconds since the page was gone to. */
    opened: Promise<number>
  }
}

/** Makes every page that is opened from now on tell when it was ready. */
export async function watchOpening(page: Page, blocks: number): Promise<void> {
  await page.addInitScript((expected) => {
    window.opened = new Promise((done) => {
      // A method keeps its name without help; what helps others to theirs is not there in the page.
      const watch = {
        look() {
          const text = document.querySelector('.tiptap.statement[contenteditable="true"]')
          const shown = text?.querySelectorAll('[data-kind]').length ?? 0
          if (shown < expected) requestAnimationFrame(() => watch.look())
          else {
            const frame = new MessageChannel()
            frame.port1.onmessage = () => done(performance.now())
            frame.port2.postMessage(null)
          }
        },
      }
      watch.look()
    })
  }, blocks)
}

export async function open(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  return page.evaluate(() => window.opened)
}
