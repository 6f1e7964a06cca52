/** Somebody's second pair of hands: they write to the text that their browser shows, without any screen. */
import { Drafter } from './drafter.ts'
import type { Walker } from './walk.ts'

/** Resolves once the text has arrived there. */
export async function drafterBeside({ page }: Walker): Promise<Drafter> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const { origin, pathname } = new URL(page.url())
  const drafter = new Drafter({ origin, cookie }, pathname.match(/statements\/([^/]+)/)?.[1] ?? '')
  await drafter.synced()
  return drafter
}
