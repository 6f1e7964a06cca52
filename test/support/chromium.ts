/** A real browser: the system's Chromium, with everything off by which it would talk to others. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

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

/** Throws with one line on how to get a browser when there is none. */
export async function openChromium(): Promise<Browser> {
  const own = [process.env.CHROMIUM_PATH, ...places, chromium.executablePath()]
  const executablePath = own.find((path) => path && existsSync(path))
  if (!executablePath) {
    throw new Error(
      'No Chromium found: set CHROMIUM_PATH, or install one (Debian: apt-get install -y chromium).',
    )
  }
  return chromium.launch({ executablePath, args: flags })
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
    // A refusal is an answer like any other; the browser notes its status all the same.
    const isStatus = /Failed to load resource/.test(message.text())
    if (message.type() === 'error' && !isStatus) troubles.push(message.text())
  })
  return page
}
