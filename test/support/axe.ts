/** Looks for what keeps people with a keyboard, a screen reader or weak eyes from using a screen. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Checks the screen as it is now against WCAG 2.2 AA and axe's good practice. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
  expect([screen, ...found]).toEqual([screen])
}
