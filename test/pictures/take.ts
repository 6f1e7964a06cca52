/**
 * Takes pictures of the screens, in a real browser, of the built program.
 *
 *   npm run pictures                      the two pictures of the README
 *   npm run pictures -- --all <folder>    every screen: 360, 768 and 1440 px wide, light and dark, in each language
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import { laptop, openChromium, somebody } from '../support/chromium.ts'
import { Program } from '../support/program.ts'
import { wordsIn } from '../support/words.ts'
import { type Scene, setScene } from './scene.ts'
import { states } from './states.ts'

const { values } = parseArgs({
  options: { all: { type: 'string' }, only: { type: 'string', default: '' } },
})

const widths = [360, 768, 1440]
const looks = ['light', 'dark'] as const

async function takeReadmePictures(browser: Browser, { coordinator, drafter, ...scene }: Scene) {
  const { page } = drafter
  await page.goto(`${scene.statement}?language=ru`)
  await page.locator('.tiptap.statement p').nth(1).click()
  await page.keyboard.press('End')
  await coordinator.page.goto(`${scene.statement}?language=ru`)
  await coordinator.page.locator('.others-caret').waitFor()
  await coordinator.page.setViewportSize({ width: 1280, height: 800 })
  await coordinator.page.screenshot({ path: 'test/pictures/text.png' })

  const visitor = await somebody(browser, { ...laptop, locale: 'ru' }, [])
  await visitor.setViewportSize({ width: 1280, height: 800 })
  await visitor.goto(`${scene.permalink}/ru`)
  await visitor.screenshot({ path: 'test/pictures/release.png' })
}

/** What is on each picture: its address, and what is shown once it is ready. */
async function screensOf({ coordinator, statement, review, links, permalink }: Scene) {
  const { page } = coordinator
  await page.goto(statement)
  const at = async (name: string) => (await coordinator.section(name).getAttribute('href')) ?? ''
  const organisations = await at(coordinator.say('app.organisations'))
  const people = await at(coordinator.say('app.people'))
  const { origin } = new URL(statement)
  return {
    home: '/',
    organisations,
    people,
    new: organisations.replace(/organisations$/, 'new'),
    text: statement,
    'text-table': `${statement}?language=ru`,
    'text-picture': `${statement}?language=ru`,
    'text-note': `${statement}?language=ru`,
    'text-find': `${statement}?language=ru`,
    'text-insert': `${statement}?language=ru`,
    'text-import': `${statement}?language=ru`,
    'text-suggestions': `${review}?language=ru`,
    freeze: `${statement}/freeze`,
    signatures: `${statement}/signatures`,
    releases: `${statement}/releases`,
    details: `${statement}/details`,
    me: '/me',
    join: links.join,
    sign: links.open,
    signed: links.signed,
    'no-link': `${origin}/join#nothing`,
    nowhere: '/nowhere',
    published: '/p',
    'all-releases': permalink.replace(/\/\d+$/, ''),
    release: permalink,
    // Last: its parts stay away.
    'text-missing': `${statement}?language=ru`,
  }
}

async function takeAll(browser: Browser, scene: Scene, folder: string, origin: string) {
  await mkdir(folder, { recursive: true })
  const screens = Object.entries(await screensOf(scene)).filter(([name]) =>
    name.startsWith(values.only),
  )
  const storageState = await scene.coordinator.page.context().storageState()
  for (const locale of languagesOnScreen) {
    const page = await somebody(browser, { locale, storageState }, [])
    for (const [name, address] of screens) {
      await open(page, new URL(address, origin), name === 'release' ? locale : undefined)
      await states[name]?.(page, wordsIn(locale))
      await takeEachSize(page, (size) => join(folder, `${name}-${size}-${locale}.png`))
    }
    await page.context().close()
  }
}

async function takeEachSize(page: Page, pathOf: (size: string) => string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme })
      const path = pathOf(`${width}-${colorScheme}`)
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }
  }
}

async function open(page: Page, address: URL, language: Language | undefined) {
  // A link that differs from the page before by its token alone would not be loaded anew.
  await page.goto('about:blank')
  await page.goto(language ? `${address}/${language}` : address.href, { waitUntil: 'networkidle' })
  await page.locator('h1, .tiptap').first().waitFor()
}

const browser = await openChromium()
const program = await Program.start()
try {
  const scene = await setScene(browser, program)
  if (values.all) await takeAll(browser, scene, values.all, program.origin)
  else await takeReadmePictures(browser, scene)
} finally {
  await browser.close()
  await program.remove()
}
