/** A long text with many notes: what is made of it when it is opened, and what of it when somebody comes to it. */
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { footnotesOf } from '#shared/text/draft.ts'
import { writeLongText } from '../bench/editor/long-text.ts'
import { expectAccessible } from '../support/axe.ts'
import { phone } from '../support/chromium.ts'
import type { Drafter } from '../support/drafter.ts'
import { drafterBeside } from '../support/drafter-beside.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

const clauses = 120
let aigul: Walker
let drafter: Drafter
let address: string

const stage = stageOf(async () => {
  aigul = await stage.come('ru')
  await stage.begin(aigul)
  address = aigul.page.url()
  drafter = await drafterBeside(aigul)
  writeLongText(drafter.doc, clauses)
  await drafter.saved()
  await aigul.page.goto('about:blank')
  await aigul.page.goto(address)
  await aigul.text().locator('[data-id="clause119"]').waitFor({ state: 'attached' })
})
afterAll(() => {
  drafter?.leave()
})

/** The note of a clause, wherever it stands in the list. */
const note = (walker: Walker, at: number): Locator =>
  walker.page.locator(`[id="note-note${at}"] [role="textbox"]`)
const editors = (walker: Walker) => walker.page.locator('.tiptap')
const wordsOfNote = (at: number) =>
  (footnotesOf(drafter.doc).get(`note${at}`) as Y.XmlFragment).get(0) as Y.XmlText
const isEditor = (one: Locator) => one.evaluate((box) => box.classList.contains('tiptap'))

describe.skipIf(leftOut(chromiumPath)).sequential('a long text', () => {
  test('[DRAFT6] opening it makes one editor, and shows all its notes', async () => {
    expect(await editors(aigul).count()).toBe(1)
    const notes = aigul.page.locator('section li [role="textbox"]')
    await expect.poll(() => notes.count()).toBe(clauses / 5)
    expect(await note(aigul, 15).innerText()).toBe('Записи ведутся с 2015 года.')
    await note(aigul, 15).scrollIntoViewIfNeeded()
    await expectAccessible(aigul.page, 'notes that nobody is in')
  })

  test('[DRAFT1] [DRAFT6] what others write in a note shows, and makes no editor of it', async () => {
    wordsOfNote(10).insert(0, 'Теперь: ')
    await expect.poll(() => note(aigul, 10).innerText()).toMatch(/^Теперь: Записи/)
    expect(await editors(aigul).count()).toBe(1)
  })

  test('[DRAFT6] a press puts the caret where it was meant, and one types on', async () => {
    await note(aigul, 20).scrollIntoViewIfNeeded()
    const box = await note(aigul, 20).locator('p').boundingBox()
    if (!box) throw new Error('the note is not to be seen')
    await aigul.page.mouse.click(box.x + 1, box.y + box.height / 2)
    await aigul.page.keyboard.type('Вот: ')
    await expect.poll(() => wordsOfNote(20).toString()).toMatch(/^Вот: Записи/)
    expect(await isEditor(note(aigul, 20))).toBe(true)
    // One's own is taken back, and nothing of what others did.
    await aigul.page.keyboard.press('Control+z')
    await expect.poll(() => wordsOfNote(20).toString()).toMatch(/^Записи/)
    expect(wordsOfNote(10).toString()).toMatch(/^Теперь/)
  })

  test('[DRAFT6] the Tab key leads from note to note, and the next key writes', async () => {
    await aigul.page.keyboard.press('Tab')
    await aigul.page.keyboard.type('Раз ')
    await aigul.page.keyboard.press('Tab')
    await aigul.page.keyboard.type('Два ')
    await expect.poll(() => wordsOfNote(25).toString()).toMatch(/^Раз Записи/)
    await expect.poll(() => wordsOfNote(30).toString()).toMatch(/^Два Записи/)
    await aigul.page.keyboard.press('Shift+Tab')
    await aigul.page.keyboard.press('End')
    await aigul.page.keyboard.type(' Конец.')
    await expect.poll(() => wordsOfNote(25).toString()).toMatch(/года\. Конец\.$/)
  })

  test('[REV2] [DRAFT6] a suggestion in a note can be settled there as soon as somebody makes one', async () => {
    wordsOfNote(40).insert(0, 'Новое ', { insertion: { id: 'suggested' } })
    const row = aigul.page.locator('[id="note-note40"]')
    await row.getByRole('button', { name: aigul.say('files.suggestions.accept') }).click()
    await expect.poll(() => wordsOfNote(40).toDelta().length).toBe(1)
    expect(wordsOfNote(40).toString()).toMatch(/^Новое Записи/)
  })

  test('[DRAFT6] words are looked for, and replaced, in notes that nobody has come to', async () => {
    await aigul.text().click()
    await aigul.page.keyboard.press('Control+h')
    await aigul.page.keyboard.type('с 2115 года')
    await aigul.page.locator('output', { hasText: '1' }).first().waitFor()
    await aigul.page.getByLabel(aigul.say('typing.replace.with')).fill('с прошлого года')
    await aigul.button(aigul.say('typing.replace.all')).click()
    await expect.poll(() => wordsOfNote(115).toString()).toBe('Записи ведутся с прошлого года.')
    await aigul.page.keyboard.press('Escape')
  })

  test('[DRAFT6] what is found in the text is never under the list of what is found in all languages', async () => {
    const { page, say } = aigul
    const before = page.viewportSize()
    await page.setViewportSize({ width: 768, height: 900 })
    const current = page.locator('.found.current')
    const isCovered = () =>
      current.evaluate((found) => {
        const { left, top, width, height } = found.getBoundingClientRect()
        const seen = document.elementFromPoint(left + width / 2, top + height / 2)
        return !seen || !found.contains(seen)
      })
    await aigul.text().locator('[data-id="clause20"]').click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('ра')
    await page.getByRole('search').getByText(say('typing.everywhere')).click()
    await page.getByRole('search').getByRole('listitem').first().waitFor()
    await expect.poll(isCovered).toBe(false)
    await page.getByRole('search').getByLabel(say('typing.find'), { exact: true }).focus()
    for (let times = 0; times < 20; times++) {
      await page.keyboard.press('Enter')
      expect(await isCovered()).toBe(false)
    }
    await page.keyboard.press('Escape')
    if (before) await page.setViewportSize(before)
  })

  test('[DRAFT5] the outline leads to a clause far away, and its number is seen', async () => {
    await aigul.page.locator('[data-entry="clause100"]').click()
    const clause = aigul.text().locator('[data-id="clause100"]')
    await expect
      .poll(() =>
        clause.evaluate((block) => {
          const { top, bottom } = block.getBoundingClientRect()
          return top > 0 && bottom < window.innerHeight
        }),
      )
      .toBe(true)
    await aigul.page.keyboard.type('Далеко.')
    await expect.poll(() => clause.innerText()).toContain('Далеко.')
  })

  test('[DRAFT1] the arrow keys go through a text that is drawn where it is seen', async () => {
    await aigul.text().locator('[data-id="clause60"]').click()
    await aigul.page.keyboard.press('Home')
    for (let line = 0; line < 120; line++) await aigul.page.keyboard.press('ArrowDown')
    const at = await aigul.page.evaluate(() => {
      const node = getSelection()?.anchorNode
      const block = (node instanceof Element ? node : node?.parentElement)?.closest('[data-id]')
      const { top, bottom } = block?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      return { id: block?.getAttribute('data-id') ?? '', isSeen: bottom > 0 && top < innerHeight }
    })
    expect(at.id).toMatch(/^clause(8|9|10|11)\d$/)
    expect(at.isSeen).toBe(true)
    await aigul.page.keyboard.press('Control+End')
    await aigul.page.keyboard.press('Control+Home')
    await expect.poll(() => aigul.page.evaluate(() => window.scrollY)).toBeLessThan(900)
  })

  test('[DRAFT6] on a phone a tap puts the caret into a note', async () => {
    const { page } = await stage.come('ru', phone)
    await page.context().addCookies(await aigul.page.context().cookies())
    await page.goto(address)
    await page.locator('.tiptap[data-near="known"]').waitFor()
    const words = page.locator('[id="note-note50"] [role="textbox"] p')
    await words.evaluate((line) => line.scrollIntoView({ block: 'center' }))
    const box = await words.boundingBox()
    if (!box) throw new Error('the note is not to be seen')
    await page.touchscreen.tap(box.x + box.width - 2, box.y + box.height / 2)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains('tiptap')))
      .toBe(true)
    await page.keyboard.type(' Да.')
    await expect.poll(() => wordsOfNote(50).toString()).toMatch(/года\. Да\.$|года Да\.\.$/)
    await page.context().close()
  })

  test('nothing went wrong in the pages', () => {
    expect(stage.troubles).toEqual([])
  })
})
