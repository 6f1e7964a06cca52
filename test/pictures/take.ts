/**
 * Takes pictures of the screens, in a real browser, of the built program.
 *
 *   npm run pictures                      the two pictures of the README
 *   npm run pictures -- --all <folder>    every screen: 360, 768 and 1440 px wide, light and dark, in each language
 *
 * `--only text-` takes those whose name begins so, `--in ky,tg` those in these languages, `--wide 360` those of that
 * width; `--faults` also tells what axe finds on each.
 */
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import { laptop, openChromium, phone, somebody } from '../support/chromium.ts'
import { faultsOf } from '../support/faults.ts'
import { Program } from '../support/program.ts'
import type { Walker } from '../support/walk.ts'
import { wordsIn } from '../support/words.ts'
import { type Scene, setScene } from './scene.ts'
import { states, takeBack, typed } from './states.ts'

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    only: { type: 'string', default: '' },
    in: { type: 'string', default: '' },
    wide: { type: 'string', default: '' },
    faults: { type: 'boolean', default: false },
  },
})

const widths = [360, 768, 1440]
const looks = ['light', 'dark'] as const
/** What people print. */
const papers = ['text', 'release', 'sign-whole']

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
async function screensOf({ coordinator, statement, review, empty, links, permalink }: Scene) {
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
    ...Object.fromEntries(Object.keys(states).map((name) => [name, statement])),
    'text-suggestions': `${review}?language=ru`,
    'text-templates': empty,
    freeze: `${statement}/freeze`,
    signatures: `${statement}/signatures`,
    releases: `${statement}/releases`,
    details: `${statement}/details`,
    me: '/me',
    join: links.join,
    sign: links.open,
    'sign-whole': links.open,
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
  const devices = languagesOnScreen
    .filter((one) => isAsked(values.in, one))
    .flatMap((locale) =>
      widths.filter((one) => isAsked(values.wide, String(one))).map((width) => ({ locale, width })),
    )
  for (const { locale, width } of devices) {
    for (const [name, address] of screens) {
      const who = name === 'text-read-only' ? scene.reader : scene.coordinator
      const page = await windowOf(browser, width, locale, who)
      await takeScreen(page, { name, width, locale, address: new URL(address, origin), folder })
      await page.context().close()
    }
  }
}

async function windowOf(browser: Browser, width: number, locale: Language, { page }: Walker) {
  const isPhone = width === 360
  return somebody(
    browser,
    {
      ...(isPhone && { ...phone, deviceScaleFactor: 1 }),
      viewport: { width, height: isPhone ? 740 : 900 },
      locale,
      storageState: await page.context().storageState(),
    },
    [],
  )
}

type Picture = { name: string; width: number; locale: Language; address: URL; folder: string }

/** A state that cannot be reached is told, and does not keep the others from their pictures. */
async function takeScreen(page: Page, { name, width, locale, address, folder }: Picture) {
  const pathOf = (look: string) => join(folder, `${name}-${width}-${look}-${locale}.png`)
  const state = states[name]
  try {
    await open(page, address, name === 'release' ? locale : undefined)
    await state?.(page, wordsIn(locale))
    for (const colorScheme of looks) {
      await page.emulateMedia({ colorScheme })
      const path = pathOf(colorScheme)
      await page.screenshot({
        path,
        fullPage: !(state && name.startsWith('text-')),
        animations: 'disabled',
      })
      if (values.faults && colorScheme === 'light') await tellFaults(page, path)
    }
    if (typed.includes(name)) await takeBack(page)
    if (width === 1440 && papers.includes(name)) await print(page, pathOf('print'))
  } catch (fault) {
    process.exitCode = 1
    process.stderr.write(`${name} at ${width} in ${locale}: ${fault}\n`)
    await page.screenshot({ path: pathOf('failed') })
  }
}

/** What axe finds, and what is wider than the window. */
async function tellFaults(page: Page, path: string) {
  const faults = await faultsOf(page)
  for (const fault of faults) process.stdout.write(`${basename(path)}: ${fault}\n`)
}

async function print(page: Page, path: string) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.pdf({ path: path.replace(/png$/, 'pdf'), format: 'A4', preferCSSPageSize: true })
}

async function open(page: Page, address: URL, language: Language | undefined) {
  await page.goto(language ? `${address}/${language}` : address.href, { waitUntil: 'networkidle' })
  await page.locator('h1, .tiptap').first().waitFor()
}

const isAsked = (asked: string, one: string) => !asked || asked.split(',').includes(one)

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
