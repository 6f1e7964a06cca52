/** How much script a page loads, by the size of its files under gzip. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export type Scripts = { files: string[]; bytes: number }

/** What is asked for until `isReady` resolves, and what has been asked for once the page is idle. */
export async function scriptsOf(
  page: Page,
  address: string,
  isReady: () => Promise<unknown>,
): Promise<{ first: Scripts; idle: Scripts }> {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) files.add(pathname)
  })
  await page.goto(address)
  await isReady()
  const first = await weigh([...files])
  await page.waitForLoadState('networkidle')
  return { first, idle: await weigh([...files]) }
}

async function weigh(files: string[]): Promise<Scripts> {
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join('dist/client', `${file}.gz`))).size),
  )
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
