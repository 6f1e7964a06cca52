/** A real browser: the system's Chromium, with everything off by which it would talk to others. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath } from './system-programs.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Throws with one line on how to get a browser when there is none. `more` flags go behind the usual ones. */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium found: set CHROMIUM_PATH, or install one.')
  return chromium.launch({ executablePath: chromiumPath, args: [...flags, ...more] })
}

export const laptop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

/**
 * Somebody with a browser of their own, in the language `locale`. What goes wrong in the page (a
 * fault in a script, something the page's policy forbids) is collected in `troubles`.
 */
export async function somebody(
  browser: Browser,
  options: BrowserContextOptions,
  troubles: string[],
): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', ...options })
  const page = await context.newPage()
  page.on('pageerror', (fault) => troubles.push(`fault: ${fault.message}`))
  page.on('console', (message) => {
    // A refusal is an answer like any other, and a killed server or a network that is off answers nothing; the browser notes
    // both, though no script of ours went wrong.
    const isNote = /Failed to load resource|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/.test(
      message.text(),
    )
    if (message.type() === 'error' && !isNote) troubles.push(message.text())
  })
  return page
}
