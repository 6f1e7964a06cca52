/** Looks for what keeps people with a keyboard, a screen reader or weak eyes from using a screen. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf } from './faults.ts'

/** Checks the screen as it is now against WCAG 2.2 AA and axe's good practice. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect([screen, ...(await faultsOf(page))]).toEqual([screen])
}
