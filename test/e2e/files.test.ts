/** Files in and out, as a drafter meets them in a browser. */
import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import type { FormatOut } from '#shared/text/formats.ts'
import { laptop, openChromium } from '../support/chromium.ts'
import { fullText } from '../support/full-text.ts'
import { drawing, gradient } from '../support/pictures.ts'
import { Program } from '../support/program.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { chromiumPath, leftOut, officePath } from '../support/system-programs.ts'
import { Walker } from '../support/walk.ts'
import { outline } from '../support/word-text.ts'

let browser: Browser
let program: Program
const troubles: string[] = []

beforeAll(async () => {
  if (leftOut(chromiumPath)) return
  browser = await openChromium()
})

beforeEach(async () => {
  if (browser) program = await Program.start()
})

afterEach(() => program?.remove())

afterAll(() => browser?.close())

async function download(walker: Walker, label: string, format: FormatOut) {
  const { page, say } = walker
  await page.getByRole('button', { name: new RegExp(`^${say('files.download')}`) }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: label }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.ru\\.${format}$`))
  return readFile(new Uint8Array(readFileSync(await file.path())), format)
}

test.skipIf(leftOut(chromiumPath))(
  '[DRAFT7] a reviewed file is looked at, brought in, settled and taken out again',
  async () => {
    const walker = await Walker.come(browser, 'ru', laptop, troubles)
    const { page, say } = walker
    await walker.found(program.claimLink, 'Айгүл Осмонова', 'Общая вода')
    await walker.startStatement('О воде', {})

    await walker.bringIn('review.docx', reviewWordFile(), async (seen: Page) => {
      const dialog = walker.dialog()
      await dialog
        .getByText('2 правки станут предложениями')
        .or(dialog.getByText('3 правки станут предложениями'))
        .waitFor()
      await dialog.getByText('1 комментарий с ответами').waitFor()
      await dialog.locator('ins', { hasText: 'обоим правительствам' }).waitFor()
      // Nothing has changed yet, for anybody.
      expect(await seen.locator('.desk, article').locator('ins').count()).toBe(0)
    })

    await page.getByText(say('files.suggestions.count', { count: 3 })).waitFor()
    await walker.shows('saved')

    const whole = await download(walker, 'Word', 'docx')
    expect(outline(whole)[1]).toContain('{insertion|обоим правительствам}{deletion|властям}')
    expect(Object.values(whole.comments)[0]?.replies[0]?.text).toBe('С какого часа?')

    // What is typed amid words that are to go stays when they go.
    await page.locator('.tiptap del').click()
    await page.keyboard.type('ЯТУТ')
    expect(await page.locator('.tiptap del', { hasText: 'ЯТУТ' }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.locator('.tiptap.statement h1').click()

    await walker.button(say('files.suggestions.next')).click()
    await page.getByText(`${say('files.suggestions.insertion')}: Айгүл Осмонова`).waitFor()
    await walker.button(say('files.suggestions.accept')).click()
    await page.getByText(say('files.suggestions.count', { count: 2 })).waitFor()
    await walker.button(say('files.suggestions.more')).click()
    await page.getByRole('menuitem', { name: say('files.suggestions.reject-all') }).click()
    await page.getByText(say('files.suggestions.count', { count: 2 })).waitFor({ state: 'hidden' })
    await walker.shows('saved')

    const settled = await download(walker, 'Markdown', 'md')
    expect(outline(settled)).toEqual([
      'heading 1: О воде',
      'Мы, организации двух стран, обращаемся к обоим правительствамвластям с просьбой открыть пешеходный переход.',
      'operative: Открыть переход утром.',
      'operative: Не требовать лишних документов.',
      'Подпись:',
    ])

    // One's own undo brings back what was settled, and all of it.
    await page.locator('.tiptap.statement').first().click()
    await page.keyboard.press('Control+z')
    await page.getByText(say('files.suggestions.count', { count: 2 })).waitFor()
    expect(troubles).toEqual([])
  },
)

test.skipIf(leftOut(chromiumPath))(
  '[DRAFT6] [DRAFT7] pictures and figures of a file are seen before it is brought in, and go out again',
  async () => {
    const walker = await Walker.come(browser, 'ru', laptop, troubles)
    const { page, say } = walker
    await walker.found(program.claimLink, 'Фирӯз Раҳимов', 'Вода и люди')
    await walker.startStatement('О воде', {})
    const drawn = new Uint8Array(await gradient(600, 300).jpeg().toBuffer())

    await walker.bringIn('full.docx', writeFile(fullText(drawn), 'docx', 'ru').bytes, async () => {
      const dialog = walker.dialog()
      const picture = dialog.getByRole('img', { name: 'Канал зимой' })
      await picture.scrollIntoViewIfNeeded()
      expect(await picture.evaluate(naturalWidth)).toBe(600)
      await dialog.locator('[data-number="1.1.1"]').waitFor()
    })
    await page.locator('.tiptap [data-number="1.1.1"]').waitFor()
    const picture = page.locator('.tiptap').getByRole('img', { name: 'Канал зимой' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate(naturalWidth)).toBe(600)
    await page.locator('.tiptap figcaption', { hasText: 'Снимок канала' }).waitFor()
    await walker.shows('saved')

    // A suggestion in a note is settled where it stands, and taken back like any other change.
    const note = page.locator('li', { hasText: 'По замерам' }).last()
    await note.getByText(`${say('files.suggestions.insertion')}: Фирӯз`).waitFor()
    await note.getByRole('button', { name: say('files.suggestions.reject') }).click()
    await page.getByText(say('files.suggestions.count', { count: 2 })).waitFor()
    expect(await note.innerText()).not.toContain('прошлой')
    await page.keyboard.press('Control+z')
    await note.locator('ins', { hasText: 'прошлой' }).waitFor()
    await page.getByText(say('files.suggestions.count', { count: 3 })).waitFor()
    await walker.shows('saved')

    const whole = await download(walker, 'Word', 'docx')
    expect(Object.values(whole.pictures)).toHaveLength(1)
    expect(outline(whole)).toContain('(Канал зимой) Снимок канала')
    expect(whole.losses).toEqual([])
    await page.getByRole('button', { name: new RegExp(`^${say('files.download')}`) }).click()
    await page.getByRole('menuitem', { name: 'Word' }).waitFor()
    const offered = page.getByRole('menuitem', { name: 'OpenDocument' })
    expect(await offered.count()).toBe(officePath ? 1 : 0)
    await page.keyboard.press('Escape')
    expect(troubles).toEqual([])
  },
)

test.skipIf(leftOut(chromiumPath))(
  '[DRAFT7] a file that is dropped or pasted anywhere is looked at, and none takes the text off the screen',
  async () => {
    const walker = await Walker.come(browser, 'ru', laptop, troubles)
    const { page, say } = walker
    await walker.found(program.claimLink, 'Айгүл Осмонова', 'Общая вода')
    await walker.startStatement('О воде', {})
    const word = { name: 'review.docx', type: '', bytes: [...reviewWordFile()] }
    const picture = { name: 'canal.png', type: 'image/png', bytes: [...(await drawing())] }

    const here = page.getByText(say('files.import.drop'))
    // What listens comes a moment after the text.
    await expect.poll(() => drop(page.locator('body'), 'dragover', word)).toBe(true)
    await here.waitFor()
    await drop(page.locator('body'), 'dragover', picture)
    await here.waitFor({ state: 'detached' })

    expect(await drop(walker.text(), 'drop', word)).toBe(true)
    await walker.dialog().locator('ins', { hasText: 'обоим правительствам' }).waitFor()
    expect(
      await drop(walker.dialog().locator('input[type=file]'), 'drop', { ...word, name: 'a.exe' }),
    ).toBe(true)
    await walker.dialog().getByText(say('files.import.unknown')).waitFor()
    await drop(walker.dialog().locator('input[type=file]'), 'drop', word)
    await walker.button(say('files.import.submit')).click()
    await page.getByText(say('files.suggestions.count', { count: 3 })).waitFor()

    await drop(walker.text(), 'paste', word)
    await walker.dialog().locator('ins', { hasText: 'обоим правительствам' }).waitFor()
    await page.keyboard.press('Escape')
    await walker.dialog().waitFor({ state: 'hidden' })

    expect(await drop(page.locator('header').first(), 'drop', picture)).toBe(true)
    expect(await drop(walker.text().locator('p').first(), 'drop', picture)).toBe(true)
    await walker.text().locator('figure img').waitFor()
    expect(await walker.dialog().count()).toBe(0)
    expect(troubles).toEqual([])
  },
)

type Dropped = { name: string; type: string; bytes: number[] }

/** Whether the program took it, and the browser does not open it. */
const drop = (
  place: Locator,
  event: 'dragover' | 'drop' | 'paste',
  file: Dropped,
): Promise<boolean> =>
  place.evaluate(
    (element, [type, { name, bytes, type: kind }]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: kind }))
      const { left, top } = element.getBoundingClientRect()
      const where = { clientX: left + 5, clientY: top + 5 }
      const dragged = { ...where, dataTransfer, bubbles: true, cancelable: true }
      return !element.dispatchEvent(
        type === 'paste'
          ? new ClipboardEvent(type, { ...dragged, clipboardData: dataTransfer })
          : new DragEvent(type, dragged),
      )
    },
    [event, file] as const,
  )

const naturalWidth = (picture: Element) => (picture as HTMLImageElement).naturalWidth
