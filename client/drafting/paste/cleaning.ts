/** What cleans pasted HTML: it comes when there is time, or when somebody pastes. */
import type { cleanHtml } from './clean-html.ts'

let clean: typeof cleanHtml | null = null

/** Null until it is there. */
export const cleaning = (): typeof cleanHtml | null => clean

/** Throws when it cannot come. */
export async function loadCleaning(): Promise<void> {
  clean ??= (await import('./clean-html.ts')).cleanHtml
}
