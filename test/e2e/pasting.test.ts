/** Pasting in a real browser what other programs put on the clipboard, and copying for them. [DRAFT7] */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { Desk } from '../support/desk.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

let walker: Walker
let page: Page
let desk: Desk
/** What the page asked of another address than ours. */
const abroad: string[] = []

const stage = stageOf(async () => {
  walker = await stage.come('ru')
  page = walker.page
  desk = new Desk(walker)
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.program.origin)) abroad.push(request.url())
  })
  await stage.begin(walker)
})

const copied = (of: string) => readFileSync(join(import.meta.dirname, 'clipboard', of), 'utf8')

describe.skipIf(leftOut(chromiumPath))('pasting', () => {
  beforeEach(() => desk.startAfresh())

  test('[DRAFT7] Word: lists, headings, notes, tables; no styling, no tracking, nothing fetched', async () => {
    await desk.paste({ 'text/html': copied('word.clipboard') })
    await expect
      .poll(desk.blocks)
      .toEqual([
        'heading2: О воде',
        'plain0: Мы, организации двух берегов*, просим:',
        'operative0: согласовать дни полива;',
        'operative1: до весны;',
        'bullet0: вести журнал.',
        'quotation0: Вода общая.',
        'plain0: Канал',
        'plain0: 12 м',
        'plain0: Картинка: журнал и конец.',
      ])
    const text = walker.text()
    expect(await text.locator('a').getAttribute('href')).toBe('https://example.org/water')
    expect(await text.locator('strong').innerText()).toBe('организации')
    // Columns that no row keeps apart are one.
    expect(await text.locator('td').count()).toBe(2)
    await page.getByText('Записи ведутся с 2019 года.').waitFor()
    expect(abroad).toEqual([])
  })

  test('[DRAFT7] Google Docs: nested lists, formats, true addresses', async () => {
    await desk.paste({ 'text/html': copied('google-docs.clipboard') })
    await expect
      .poll(desk.blocks)
      .toEqual([
        'heading2: О журнале',
        'plain0: Вместе и открыто!',
        'operative0: первое;',
        'operative1: внутри;',
        'operative0: второе.',
        'bullet0: ссылка',
      ])
    const text = walker.text()
    expect(await text.locator('strong').allInnerTexts()).toEqual(['Вместе'])
    expect(await text.locator('em').allInnerTexts()).toEqual(['открыто'])
    expect(await text.locator('s').allInnerTexts()).toEqual(['!'])
    expect(await text.locator('u').count()).toBe(0)
    expect(await text.locator('a').getAttribute('href')).toBe('https://example.org/')
  })

  test('[DRAFT7] LibreOffice: where a list begins, what lies in it, footnotes', async () => {
    await desk.paste({ 'text/html': copied('libreoffice.clipboard') })
    await expect
      .poll(desk.blocks)
      .toEqual([
        'heading2: Раздел',
        'plain0: Текст* с жирным.',
        'operative0: третий пункт;',
        'bullet1: точка внутри',
        'operative0: четвёртый пункт.',
      ])
    expect(await walker.text().locator('[data-number="3."]').innerText()).toContain('третий')
    await page.getByText('Сноска из LibreOffice.').waitFor()
  })

  test('[DRAFT7] a web page: words and structure, and nothing that acts', async () => {
    await desk.paste({ 'text/html': copied('web-page.clipboard') })
    await expect.poll(desk.blocks).toEqual([
      'heading2: Новость',
      'plain0: Абзац в div без p.',
      'quotation0: Слова очевидца',
      'numbered0: раз',
      'numbered0: два',
      'bullet1: глубже',
      'plain0: плохая и хорошая ссылка, нет',
      'plain0: Год',
      'plain0: 2026',
      // The line below the table.
      'plain0: ',
    ])
    const links = walker.text().locator('a')
    expect(await links.count()).toBe(1)
    expect(await links.getAttribute('href')).toBe('https://example.org/a?id=7')
    expect(abroad).toEqual([])
  })

  test('[DRAFT7] a PDF: lines that were broken to a width are whole again', async () => {
    await desk.paste({ 'text/plain': copied('pdf.txt') })
    await expect
      .poll(desk.blocks)
      .toEqual([
        'plain0: О ВОДЕ ДЛЯ САДОВ',
        'plain0: Мы, организации двух берегов одной реки, зная, что сады засыхают одинаково по обе стороны границы, и помня о соглашении прошлых лет, обращаемся к комиссиям двух стран.',
        'operative0: Просим до весны согласовать дни полива и сообщить о них жителям обоих берегов.',
        'operative0: Предлагаем:',
        'operative1: вести общий журнал;',
        'bullet0: без исключений.',
      ])
  })

  test('[DRAFT7] what is copied here is whole again here, and clean everywhere else', async () => {
    await desk.paste({ 'text/html': copied('word.clipboard') })
    await page.getByText('Записи ведутся с 2019 года.').waitFor()
    const before = await desk.blocks()
    await desk.press('Control+a')
    const data = await desk.copy()
    expect(data['text/html']).toMatch(/<ol><li[^>]*>согласовать дни полива;<ol><li[^>]*>до /)
    expect(data['text/html']).not.toMatch(/\ufffc|style=|class=/)
    expect(data['text/plain']).toContain(
      '1. согласовать дни полива;\nа) до весны;\n• вести журнал.',
    )
    await desk.press('Delete')
    await desk.paste(data)
    await expect.poll(desk.blocks).toEqual(before)
    await desk.press('Control+z')
    await expect.poll(desk.blocks).toEqual([])
  })

  test('no page met a fault, and nothing was fetched from anywhere', () => {
    expect([stage.troubles, abroad]).toEqual([[], []])
  })
})
