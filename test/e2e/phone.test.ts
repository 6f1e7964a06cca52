/** A statement is drafted on a phone: by finger, with the keyboard over half of the screen, in Tajik. */
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page

const stage = stageOf(async () => {
  walker = await stage.come('tg', phone)
  page = walker.page
  await stage.begin(walker)
})

const tall = { width: 360, height: 740 }
/** What the keyboard leaves of it. */
const low = { width: 360, height: 400 }

const tools = () => page.getByRole('toolbar', { name: walker.say('drafting.tools') })
const clauses = () => walker.text().locator(':scope > [data-kind="operative"]')

/** Stands in what is seen, whole, and the page does not go sideways. */
async function expectSeen(box: Locator) {
  await box.waitFor()
  const { width, height } = page.viewportSize() ?? low
  const rest = await box.evaluate(
    (one, [right, bottom]) => {
      const edges = one.getBoundingClientRect()
      return [edges.left, edges.top, right - edges.right, bottom - edges.bottom].map(Math.round)
    },
    [width, height] as const,
  )
  expect(Math.min(...rest)).toBeGreaterThanOrEqual(0)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(width)
}

/** In how many widths of the text a note's number stands apart from its word, at the beginning of a line. */
const numbersApart = (clause: Locator) =>
  clause.evaluate((one) => {
    const text = one.parentElement as HTMLElement
    const note = one.querySelector('.note') as HTMLElement
    const before = document.createRange()
    before.setStart(one, 0)
    before.setEndBefore(note)
    let apart = 0
    for (let narrower = 0; narrower < 240; narrower++) {
      text.style.paddingInlineEnd = `${narrower}px`
      const end = [...before.getClientRects()].at(-1)?.right ?? Number.NaN
      if (!(Math.abs(note.getBoundingClientRect().left - end) < 2)) apart++
    }
    text.style.paddingInlineEnd = ''
    return apart
  })

/** Every button, link and entry that is seen is as large as a finger; links amid words are words. */
const tooSmall = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, [role^="menuitem"], select')].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      const isSmall = width > 1 && (width < 43.5 || height < 43.5)
      return isSmall ? [one.outerHTML.slice(0, 120)] : []
    }),
  )

async function chooseIn(group: string, entry: string) {
  await tools().getByRole('button', { name: group, exact: true }).tap()
  await page.getByRole('menuitem', { name: entry }).first().tap()
}

async function goToEndOf(clause: Locator) {
  await clause.tap()
  await page.keyboard.press('End')
  const handle = page.getByRole('button', { name: walker.say('clauses.handle') })
  const middle = async (one: Locator) => {
    const box = await one.boundingBox()
    return box ? box.y : Number.NaN
  }
  // The handle follows the caret.
  await expect
    .poll(async () => Math.abs((await middle(handle)) - (await middle(clause))))
    .toBeLessThan(30)
}

describe.skipIf(leftOut(chromiumPath))('on a phone', () => {
  test('[DRAFT6] a template is begun with, and every tool is as large as a finger', async () => {
    await walker.button(walker.say('kind.resolution')).tap()
    await expect.poll(() => clauses().count()).toBeGreaterThan(2)
    await goToEndOf(clauses().first())
    expect(await tooSmall()).toEqual([])
    await expectAccessible(page, 'text on a phone')
  })

  test('[DRAFT6] above the keyboard every menu is seen whole, and so is the list under the caret', async () => {
    const { say } = walker
    await page.setViewportSize(low)
    await expectSeen(tools())
    for (const name of [new RegExp(`^${say('drafting.kind')}`), say('typing.more')]) {
      await tools().getByRole('button', { name }).first().tap()
      await expectSeen(page.getByRole('menu'))
      expect(await tooSmall()).toEqual([])
      await expectAccessible(page, 'a menu on a phone')
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'hidden' })
    }
    await goToEndOf(clauses().first())
    await page.keyboard.press('Enter')
    const list = page.getByRole('listbox', { name: say('clauses.opening.list') })
    await expectSeen(list)
    // Nobody asked for it: it takes one row of what is left of the screen.
    expect((await list.boundingBox())?.height).toBeLessThan(60)
    const first = list.getByRole('option').first()
    const words = await first.innerText()
    await first.tap()
    await expect.poll(() => clauses().nth(1).innerText()).toContain(words)
  })

  test('[DRAFT5] a tap on the handle opens the menu, which moves the clause', async () => {
    const { say } = walker
    const moved = await clauses().nth(1).innerText()
    await page.getByRole('button', { name: say('clauses.handle') }).tap()
    await expectSeen(page.getByRole('menu'))
    await page.getByRole('menuitem', { name: say('clauses.up') }).tap()
    await expect.poll(() => clauses().first().innerText()).toBe(moved)
  })

  test('[DRAFT2] whether it is saved is seen below the first page too, and where to read what to do', async () => {
    const { say } = walker
    const chip = page.locator('[data-chip]')
    await page.evaluate(() => window.scrollTo(0, 0))
    await expect.poll(() => chip.count()).toBe(0)
    await page.evaluate(() => window.scrollTo(0, 600))
    await expectSeen(page.locator('[data-chip="saved"]'))
    await page.context().setOffline(true)
    await expectSeen(page.locator('[data-chip="offline"]').getByText(say('drafting.state.offline')))
    await page.context().setOffline(false)
    await expectSeen(page.locator('[data-chip="saved"]'))
  })

  test('[DRAFT6] above the keyboard the sizes of a table are seen whole, and the caret stays', async () => {
    const { say } = walker
    await goToEndOf(clauses().first())
    await chooseIn(say('typing.insert'), say('tables.insert'))
    await expectSeen(page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await tools()
      .getByRole('button', { name: new RegExp(`^${say('drafting.kind')}`) })
      .tap()
    await page
      .getByRole('menuitem', { name: say('drafting.kind.operative') })
      .first()
      .tap()
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    await page.keyboard.type(' Ҳамин ҷо')
    await expect.poll(() => clauses().first().innerText()).toMatch(/Ҳамин ҷо$/)
    for (let times = 0; times < 9; times++) await page.keyboard.press('Backspace')
  })

  test('[DRAFT6] a note is written at the foot of what is seen', async () => {
    const { say } = walker
    const clause = clauses().first()
    await goToEndOf(clause)
    await page.keyboard.type('соли обӣ;')
    // Where the sheet is going to stand.
    await clause.evaluate((one) => {
      window.scrollBy(0, one.getBoundingClientRect().bottom - window.innerHeight + 60)
    })
    await chooseIn(say('typing.insert'), say('drafting.tool.footnote'))
    const note = page.locator('[role="dialog"][aria-modal="false"]', {
      has: page.locator('[contenteditable]'),
    })
    await expectSeen(note)
    const boxOf = async (one: Locator) => (await one.boundingBox()) ?? { y: 0, height: 0 }
    await expect
      .poll(async () => {
        const [{ y, height }, sheet] = await Promise.all([boxOf(clause), boxOf(note)])
        return sheet.y - y - height
      })
      .toBeGreaterThanOrEqual(0)
    await page.keyboard.type('Аз соли 2019.')
    await note.getByRole('button', { name: say('ui.close') }).tap()
    await note.waitFor({ state: 'hidden' })
    await page.setViewportSize(tall)
    expect(await numbersApart(clause)).toBe(0)
  })

  test('finding leaves the text its part of the screen', async () => {
    const { say } = walker
    await page.setViewportSize(low)
    await chooseIn(say('typing.more'), say('typing.replace'))
    await page.keyboard.type('о')
    await page.getByRole('search').getByText(say('typing.everywhere')).tap()
    await expectSeen(page.getByRole('search'))
    const bar = await page.getByRole('search').boundingBox()
    expect(bar?.height).toBeLessThan(low.height - 80)
    for (const keys of ['Enter', 'Enter', 'Shift+Enter', 'Shift+Enter', 'Shift+Enter']) {
      await page.getByRole('search').getByRole('textbox').first().press(keys)
      await expect.poll(matchHidden).toBe(0)
    }
    await page
      .getByRole('search')
      .getByRole('button', { name: say('ui.close') })
      .tap()
    await page.setViewportSize(tall)
  })

  /** How many pixels of the match that one stands at lie under the search or under the tools. */
  const matchHidden = () =>
    page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
      const [match, bar] = [boxOf('.found.current'), boxOf('search')]
      const tools = boxOf('[role="toolbar"]')
      if (!match || !bar || !tools) return null
      return Math.round(Math.max(bar.bottom - match.top, match.bottom - tools.top, 0))
    })

  test('[DRAFT7] a reviewed file is looked at, brought in and settled by finger', async () => {
    const { say } = walker
    await walker.chooseTextLanguage('ru')
    await walker.bringIn('review.docx', reviewWordFile(), async () => {
      await expectSeen(walker.dialog())
      await expectAccessible(page, 'a file on a phone')
    })
    await walker.button(say('files.suggestions.next')).tap()
    await walker.button(say('files.suggestions.accept')).tap()
    await page.getByText(say('files.suggestions.count', { count: 2 })).waitFor()
    expect(await tooSmall()).toEqual([])
    await walker.shows('saved')
  })

  test('what keeps from freezing is seen without going sideways', async () => {
    await page.goto(`${page.url().replace(/\?.*/, '')}/freeze`)
    // The tabs of languages come with the text; they are what once widened the page.
    await page.getByRole('tab').first().waitFor()
    await expectSeen(page.getByRole('heading', { level: 1 }).first())
    // What the template left to be written is named; it keeps nobody.
    await page.getByText(walker.say('releases.gaps.hint')).waitFor()
    await expectAccessible(page, 'freezing on a phone')
    expect(stage.troubles).toEqual([])
  })
})
