/** The form of a resolution, as two people give it in their browsers: clauses move, references and notes follow. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { languages } from '#shared/language/languages.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import { drafterBeside } from '../support/drafter-beside.ts'
import { exampleAddressees, exampleBlocks, exampleTitle } from '../support/example.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

const stage = stageOf()

/** The numbers of the clauses with the first letters of each, as `1. Просим`. */
const clausesOn = (page: Page) =>
  page
    .locator('.tiptap.statement > [data-kind="operative"]')
    .evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('data-number')} ${one.textContent?.slice(0, 6)}`),
    )

const clause = (page: Page, words: string) =>
  page.locator('.tiptap.statement > p', { hasText: words })

/** Puts the caret at the end of a clause, and lets the editor hear of it. */
async function goToEnd(page: Page, words: string) {
  await clause(page, words).click()
  await page.keyboard.press('End')
  await page.locator('nav [aria-current="location"]', { hasText: words.slice(0, 20) }).waitFor()
}

async function fill(walker: Walker): Promise<void> {
  const drafter = await drafterBeside(walker)
  for (const language of languages) {
    const body = bodyOf(drafter.doc, language)
    body.delete(0, body.length)
    appendNodes(body, exampleBlocks(language))
  }
  await drafter.saved()
  drafter.leave()
}

const story = test.skipIf(leftOut(chromiumPath))

story(
  '[DRAFT5] [DRAFT6] clauses move, references follow them, and notes are written in place',
  async () => {
    const aigul = await stage.come('ru')
    const { page } = aigul
    await aigul.found(stage.program.claimLink, 'Айгүл О.', 'Общая вода')
    await aigul.startStatement(exampleTitle('ru'), exampleAddressees)
    await fill(aigul)
    await clause(page, 'Обязуемся').waitFor()
    const address = page.url()
    const firuz = await stage.come('tg')
    await firuz.join(await aigul.invite('editor'), 'Фирӯз Р.')
    await firuz.page.goto(`${address.replace(/\?.*/, '')}?language=ru`)
    await clause(firuz.page, 'Предлагаем').waitFor()

    // One moves a clause with its sub-clauses while the other writes in it.
    await goToEnd(page, 'Предлагаем')
    await goToEnd(firuz.page, 'вести общий журнал')
    await Promise.all([
      page.keyboard.press('Alt+ArrowUp'),
      firuz.page.keyboard.type(' каждый день'),
    ])
    const moved = ['1. Предла', 'а) вести ', 'б) сообща', '2. Просим', '3. Обязуе']
    for (const each of [page, firuz.page]) {
      await expect.poll(() => clausesOn(each)).toEqual(moved)
      await expect.poll(() => clause(each, 'каждый день').count()).toBe(1)
    }
    await page.keyboard.press('Control+z')
    const before = ['1. Просим', '2. Предла', 'а) вести ', 'б) сообща', '3. Обязуе']
    await expect.poll(() => clausesOn(page)).toEqual(before)
    expect(await clause(page, 'каждый день').count()).toBe(1)

    // A reference is found by typing, says the number, and follows its clause.
    await goToEnd(page, 'Просим')
    await page.keyboard.type(' Как в пункте §обяз')
    await page.locator('div[role=option]').first().waitFor()
    await expectAccessible(page, 'a list of clauses')
    await page.keyboard.press('Enter')
    const reference = page.locator('.tiptap.statement .reference')
    await expect.poll(() => reference.first().getAttribute('data-number')).toBe('3')
    await goToEnd(page, 'Обязуемся')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => reference.first().getAttribute('data-number')).toBe('2')

    // A note opens at its number and is left by Escape, behind which one types on.
    await page.keyboard.press('End')
    await page.keyboard.press('Control+Alt+f')
    const open = page.locator('[role="dialog"] [contenteditable]')
    await open.waitFor()
    await expect.poll(() => open.evaluate((note) => note === document.activeElement)).toBe(true)
    await page.keyboard.type('С 2019 года.')
    await expectAccessible(page, 'an open note')
    await page.keyboard.press('Escape')
    await open.waitFor({ state: 'detached' })
    await page.keyboard.type('!')
    await expect.poll(() => clause(page, 'Обязуемся').innerText()).toMatch(/март\.\ufffc!$/)
    expect(await page.locator('section li', { hasText: 'С 2019 года.' }).count()).toBe(1)

    // The numbering is chosen once, for both of them.
    await page.getByRole('button', { name: aigul.say('typing.more') }).click()
    await page.getByRole('menuitem', { name: aigul.say('clauses.menu') }).click()
    await page.getByRole('menuitem', { name: aigul.say('clauses.numbering.decimal') }).click()
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    await page.keyboard.type('!')
    await expect.poll(() => clause(page, 'Обязуемся').innerText()).toMatch(/!!$/)
    await expect.poll(async () => (await clausesOn(firuz.page)).join()).toContain('3.1 вести')

    // On a phone the outline is a drawer, and the handle stands where lines end.
    const state = await page.context().storageState()
    const small = await stage.come('ru', { ...phone, storageState: state })
    await small.page.goto(address)
    await small.button(small.say('drafting.outline')).tap()
    await small
      .dialog()
      .getByRole('button', { name: /Обязуемся/ })
      .waitFor()
    await expectAccessible(small.page, 'the outline on a phone')
    expect(stage.troubles).toEqual([])
  },
  120_000,
)
