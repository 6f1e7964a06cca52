/** A coalition in the middle of its work, walked to by its people, to take pictures of. */
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import * as Y from 'yjs'
import { keepPicture } from '#shared/api/pictures.ts'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import type { KeptPicture } from '#shared/pictures.ts'
import { appendNodes, bodyOf, footnotesOf } from '#shared/text/draft.ts'
import { laptop, phone } from '../support/chromium.ts'
import { Drafter } from '../support/drafter.ts'
import {
  exampleAddressees,
  exampleBlocks,
  exampleTitle,
  exampleWordFile,
} from '../support/example.ts'
import type { Program } from '../support/program.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { Walker } from '../support/walk.ts'
import { richBlocks, richNote } from './rich-text.ts'

const organisations = [
  { names: { ru: 'Айыл доору', ky: 'Айыл доору', tg: 'Айыл доору' }, country: 'KG' },
  { names: { ru: 'Өрүк багы', ky: 'Өрүк багы', tg: 'Боғи зардолу' }, country: 'KG' },
  { names: { ru: 'Ҳамсоя', ky: 'Ҳамсоя', tg: 'Ҳамсоя' }, country: 'TJ' },
  { names: { ru: 'Ҷавонони Хуҷанд', ky: 'Кожент жаштары', tg: 'Ҷавонони Хуҷанд' }, country: 'TJ' },
] as const

export interface Scene {
  coordinator: Walker
  second: Walker
  drafter: Walker
  /** May read the text, and no more. */
  reader: Walker
  /** Address of the statement, without a slash at its end. */
  statement: string
  /** Of one that was brought in from a reviewed file, which nobody has settled. */
  review: string
  /** Of one in which nothing stands yet. */
  empty: string
  /** Links by what stands behind them; each still unused, or its answer given. */
  links: { join: string; open: string; signed: string }
  permalink: string
}

/** Release 1 is published, a candidate for release 2 is being signed, and drafting goes on. */
export async function setScene(browser: Browser, program: Program): Promise<Scene> {
  const come = (language: Language, options = laptop) => Walker.come(browser, language, options, [])
  const coordinator = await come('ru')
  await coordinator.found(program.claimLink, 'Айгүл Осмонова', 'Общая вода')
  await coordinator.addOrganisations(organisations)
  await coordinator.startStatement(exampleTitle('ru'), exampleAddressees)
  await coordinator.bringIn('zayavlenie.docx', exampleWordFile())
  await coordinator.page.getByText('Записи ведутся с 2019 года.').waitFor()
  await coordinator.shows('saved')
  const statement = coordinator.page.url().replace(/\?.*/, '')
  await writeAllLanguages(coordinator, statement)

  const drafter = await come('tg')
  await drafter.join(await coordinator.invite('editor'), 'Фирӯз Раҳимов')
  await coordinator.section(coordinator.say('app.people')).click()
  const second = await come('en')
  await second.join(await coordinator.invite('co-ordinator'), 'Nurgul Kadyrova')
  const reader = await come('ru')
  await reader.join(await coordinator.invite('reader'), 'Мээрим Токтосунова')
  const join = await coordinator.invite('editor')

  await coordinator.page.goto(statement)
  await coordinator.freeze(1)
  const names = organisations.map((one) => one.names.ru)
  const links = await coordinator.inviteToSign(names)
  const linkOf = (at: number) => links.get(names[at] ?? '') ?? ''
  const sign = async (at: number, language: Language, person: string) => {
    const director = await come(language, phone)
    await director.page.goto(linkOf(at))
    await director.sign(person, 'директор')
    await director.page.context().close()
  }
  await sign(0, 'ky', 'Бакыт Эсенов')
  await sign(2, 'tg', 'Манижа Саидова')
  await second.page.goto(`${statement}/signatures`)
  await second.admit()
  await second.admit()
  await coordinator.page.goto(statement)
  const permalink = await coordinator.publish()

  await addLine(coordinator, statement)
  await coordinator.freeze(2)
  await sign(1, 'ru', 'Гүлзат Мамытова')
  await addTableAndPicture(coordinator, statement)
  await coordinator.startStatement('О переходе', {})
  await coordinator.bringIn('obraschenie.docx', reviewWordFile())
  await coordinator.shows('saved')
  const review = coordinator.page.url().replace(/\?.*/, '')
  await coordinator.startStatement('О канале', {})
  const empty = coordinator.page.url().replace(/\?.*/, '')
  return {
    coordinator,
    second,
    drafter,
    reader,
    statement,
    review,
    empty,
    links: { join, open: linkOf(3), signed: linkOf(1) },
    permalink,
  }
}

async function addLine({ page }: Walker, statement: string) {
  await page.goto(`${statement}?language=ru`)
  await page.locator('.tiptap.statement > [data-kind="operative"]').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Без исключений.')
  await page.locator('[data-state="saved"]').waitFor()
}

async function addTableAndPicture(walker: Walker, statement: string) {
  const { page } = walker
  await page.goto(`${statement}?language=ru`)
  const last = page.locator('.tiptap.statement > [data-kind="operative"]').last()
  await last.click()
  const [picker] = await Promise.all([
    page.waitForEvent('filechooser'),
    walker.putIn('images.insert'),
  ])
  await picker.setFiles({ name: 'kanal.png', mimeType: 'image/png', buffer: await landscape() })
  await page.locator('.tiptap.statement figure img').nth(1).waitFor()
  await last.click()
  await walker.putIn('tables.insert')
  await walker.dialog().getByRole('button').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.tiptap.statement table').nth(1).waitFor()
  const words = ['Год', 'Вода, млн м³', 'Дни полива', '2024', '42', '61', '2025', '38', '54']
  for (const [at, one] of words.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(one)
  }
  await walker.shows('saved')
}

async function writeAllLanguages(walker: Walker, statement: string) {
  const asset = await sendPicture(walker, statement)
  const drafter = await drafterBeside(walker, statement)
  drafter.doc.transact(() => {
    for (const language of languagesOnScreen) {
      const body = bodyOf(drafter.doc, language)
      if (language !== 'ru') {
        body.delete(0, body.length)
        appendNodes(body, exampleBlocks(language))
      }
      appendNodes(body, richBlocks(language, asset))
      const note = new Y.XmlFragment()
      footnotesOf(drafter.doc).set(`rich-${language}`, note)
      appendNodes(note, richNote(language))
    }
  })
  await drafter.saved()
  drafter.leave()
}

async function sendPicture({ page }: Walker, statement: string): Promise<string> {
  const answer = await page.request.post(
    new URL(keepPicture.path.replace(':statement', idOf(statement)), statement).href,
    {
      headers: { Origin: new URL(statement).origin, 'Content-Type': keepPicture.file.type },
      data: await landscape(),
    },
  )
  return ((await answer.json()) as KeptPicture).asset
}

async function drafterBeside({ page }: Walker, statement: string): Promise<Drafter> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const drafter = new Drafter({ origin: new URL(statement).origin, cookie }, idOf(statement))
  await drafter.synced()
  return drafter
}

/** Hills behind a canal, so that a picture on a picture looks like one. */
const landscape = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="480">
        <rect width="1200" height="480" fill="#cfdfe6"/>
        <path d="M0 300 220 130 380 240 600 90 840 250 1010 160 1200 280V480H0Z" fill="#7f93a3"/>
        <path d="M0 330C300 270 500 350 800 300S1100 300 1200 320V480H0Z" fill="#6f8455"/>
        <path d="M560 310 430 480H820L640 310Z" fill="#b9b3a6"/>
        <path d="M585 330 520 480H730L618 330Z" fill="#7ea7b8"/>
      </svg>`,
    ),
  )
    .png()
    .toBuffer()

const idOf = (statement: string) => statement.slice(statement.lastIndexOf('/') + 1)
