/** How much script a page loads, by the size of its files under gzip. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

type Scripts = { files: string[]; bytes: number }

/** What was asked for until the page told that it was `ready`, and what has been once it is idle. */
export async function scriptsOf(
  page: Page,
  address: string,
  ready: () => Promise<number>,
): Promise<{ first: Scripts; idle: Scripts }> {
  const first = await firstScripts(page, address, ready)
  await page.waitForTimeout(leisureMs)
  await page.waitForLoadState('networkidle')
  return { first, idle: await weigh(await askedFor(page, Number.POSITIVE_INFINITY)) }
}

/** What was asked for until the page told that it was `ready`, at the time that it returns. */
export async function firstScripts(
  page: Page,
  address: string,
  ready: () => Promise<number>,
): Promise<Scripts> {
  await page.goto(address)
  const readyAt = await ready()
  return weigh(await askedFor(page, readyAt))
}

/** By then the parts that nobody needs at once have been asked for. */
const leisureMs = 7000

const askedFor = (page: Page, until: number): Promise<string[]> =>
  page.evaluate(
    (time) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= time)
        .map(({ name }) => new URL(name).pathname),
    Number.isFinite(until) ? until : 1e12,
  )

async function weigh(files: string[]): Promise<Scripts> {
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join('dist/client', `${file}.gz`))).size),
  )
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
