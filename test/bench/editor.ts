/**
 * How fluent the editor of a long text is: 300 clauses, 19 people who type in them at human speed with
 * their carets, and one Chromium that types too.
 *
 *   npm run bench:editor -- [--clauses 300] [--people 19] [--letters 300] [--profile <file>] [--scripts]
 *
 * A keystroke is timed from when the browser took the key to the end of the frame that shows the letter.
 * The browser draws as soon as there is something to draw: what is measured is the program, not the wait
 * for a display's next tick. `busy` is the processor's time that the page's thread had, whoever else used
 * the machine; `work` is the same for each letter. In turns with ours alone two peers are typed in, in pages of
 * their own: a bare `contenteditable`, which is as fast as the browser gets, and a plain tiptap on a Y.Doc
 * that nobody shares. With `--scripts` only the scripts that the pages load are weighed, in the Russian of most.
 * One line of JSON follows the table.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Browser as Chromium, Page } from 'playwright-core'
import { laptop, openChromium, somebody } from '../support/chromium.ts'
import { Program } from '../support/program.ts'
import { Hand, type Stage, setStage } from './editor/crowd.ts'
import { type Typed, typeLetters, watchKeystrokes } from './editor/keystrokes.ts'
import { open, watchOpening } from './editor/opening.ts'
import { openPeer, peers } from './editor/peer-pages.ts'
import { scriptsOf } from './editor/script-bytes.ts'
import { median, Percentiles } from './percentiles.ts'

const { values } = parseArgs({
  options: {
    clauses: { type: 'string', default: '300' },
    people: { type: 'string', default: '19' },
    letters: { type: 'string', default: '300' },
    profile: { type: 'string' },
    scripts: { type: 'boolean', default: false },
  },
})
const [clauses, people, letters] = [values.clauses, values.people, values.letters].map(Number) as [
  number,
  number,
  number,
]
const warmOpenings = 5
const betweenLettersMs = 120
const turns = 3
/** Each turn is typed in a clause of its own about the middle: no clause is a page long. */
const clauseOf = (turn: number) => (clauses >> 1) + 2 * turn
const ourClause = (turn: number) => `[data-id="clause${clauseOf(turn)}"]`
const peerClause = (turn: number) => `.text > :nth-child(${clauseOf(turn)})`

type Measured = Record<string, number | null>

/** A page of the co-ordinator's, with nothing kept from before. */
async function newPage(chromium: Chromium, { coordinator }: Stage): Promise<Page> {
  const page = await somebody(chromium, laptop, [])
  const [name = '', value = ''] = coordinator.cookie.split(/=(.*)/)
  await page.context().addCookies([{ name, value, url: coordinator.origin }])
  return page
}

async function measureOpening(page: Page, address: string): Promise<Measured> {
  await watchOpening(page, clauses)
  const cold = await open(page, address)
  const warm: number[] = []
  for (let at = 0; at < warmOpenings; at++) warm.push(await open(page, address))
  return { 'opening cold, ms': cold, 'opening warm, ms (median)': median(warm) }
}

/** Ours and the peers take turns, so that what else the machine does falls on all of them. */
async function measureAlone(chromium: Chromium, stage: Stage, ours: Page): Promise<Measured> {
  const pages = [{ name: 'alone', page: ours, placeOf: ourClause }]
  for (const peer of peers) {
    const page = await newPage(chromium, stage)
    await openPeer(page, peer, clauses)
    pages.push({ name: peer, page, placeOf: peerClause })
  }
  const typed = new Map<string, Typed[]>(pages.map(({ name }) => [name, []]))
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, page, placeOf } of pages) {
      typed.get(name)?.push(await type(page, placeOf(turn), Math.ceil(letters / turns)))
    }
  }
  for (const { page } of pages.slice(1)) await page.context().close()
  return Object.assign({}, ...[...typed].map(([name, parts]) => figuresOf(parts, name)))
}

async function type(page: Page, place: string, many: number): Promise<Typed> {
  await page.bringToFront()
  await page.locator(place).click()
  await page.keyboard.press('End')
  await watchKeystrokes(page)
  return typeLetters(page, many, betweenLettersMs)
}

function figuresOf(parts: readonly Typed[], name: string): Measured {
  const times = new Percentiles()
  for (const time of parts.flatMap(({ keystrokes }) => keystrokes)) times.add(time)
  const busy = parts.reduce((sum, part) => sum + part.busy, 0) / parts.length
  const work = parts.reduce((sum, part) => sum + part.workMs, 0)
  return {
    [`${name}: keystroke p50, ms`]: times.at(0.5),
    [`${name}: keystroke p95, ms`]: times.at(0.95),
    [`${name}: keystroke p99, ms`]: times.at(0.99),
    [`${name}: tasks over 50 ms`]: parts.flatMap(({ longTasks }) => longTasks).length,
    [`${name}: page busy, %`]: busy * 100,
    [`${name}: work, ms a letter`]: work / times.count,
  }
}

async function profiled<Result>(page: Page, act: () => Promise<Result>): Promise<Result> {
  if (!values.profile) return act()
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  const result = await act()
  const { profile } = await session.send('Profiler.stop')
  await writeFile(values.profile, JSON.stringify(profile))
  return result
}

async function measureScripts(chromium: Chromium, stage: Stage, text: string): Promise<Measured> {
  const measured: Measured = {}
  const { origin } = stage.coordinator
  const pages = {
    text,
    home: `${origin}/`,
    'signing link': `${origin}/sign#none`,
    public: `${origin}/p`,
  }
  for (const [name, address] of Object.entries(pages)) {
    const page = await newPage(chromium, stage)
    await watchOpening(page, clauses)
    const opened = () => page.evaluate(() => window.opened)
    const headed = async () => {
      await page.locator('h1').first().waitFor()
      return page.evaluate(() => performance.now())
    }
    const { first, idle } = await scriptsOf(page, address, name === 'text' ? opened : headed)
    measured[`script of ${name}, first, kB gzip`] = first.bytes / 1000
    measured[`script of ${name}, idle, kB gzip`] = idle.bytes / 1000
    await page.context().close()
  }
  return measured
}

async function measure(program: Program, chromium: Chromium): Promise<Measured> {
  const stage = await setStage(program, people, clauses)
  const address = `${program.origin}/statements/${stage.statement}`
  const scripts = await measureScripts(chromium, stage, address)
  if (values.scripts) return scripts
  const page = await newPage(chromium, stage)
  const opening = await measureOpening(page, address)
  const alone = await measureAlone(chromium, stage, page)
  const hands = stage.people.map((one, at) => new Hand(one, stage.statement, at + 1))
  await Promise.all(hands.map(({ drafter }) => drafter.synced()))
  for (const hand of hands) hand.start()
  const typed = await profiled(page, () => type(page, ourClause(turns), letters))
  const crowded = figuresOf([typed], `with ${people} others`)
  const heard = hands.reduce((sum, { typed }) => sum + typed, 0)
  for (const hand of hands) hand.stop()
  for (const { drafter } of hands) drafter.leave()
  return { ...scripts, ...opening, ...alone, ...crowded, 'letters of others': heard }
}

const program = await Program.start()
const chromium = await openChromium(['--disable-frame-rate-limit', '--disable-gpu-vsync'])
try {
  const measured = await measure(program, chromium)
  for (const [name, value] of Object.entries(measured)) {
    process.stdout.write(
      `${name.padEnd(44)} ${value === null ? '–' : value.toFixed(1).padStart(9)}\n`,
    )
  }
  process.stdout.write(`${JSON.stringify({ clauses, people, letters, ...measured })}\n`)
} finally {
  await chromium.close()
  await program.remove()
}
