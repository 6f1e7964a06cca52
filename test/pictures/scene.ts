/** A coalition in the middle of its work, walked to by its people, to take pictures of. */
import type { Browser } from 'playwright-core'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import { appendNodes, bodyOf } from '#shared/text/draft.ts'
import { laptop, phone } from '../support/chromium.ts'
import { Drafter } from '../support/drafter.ts'
import {
  exampleAddressees,
  exampleBlocks,
  exampleTitle,
  exampleWordFile,
} from '../support/example.ts'
import { gradient } from '../support/pictures.ts'
import type { Program } from '../support/program.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { Walker } from '../support/walk.ts'

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
  /** Address of the statement, without a slash at its end. */
  statement: string
  /** Of one that was brought in from a reviewed file, which nobody has settled. */
  review: string
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
  await writeOtherLanguages(coordinator, statement)

  const drafter = await come('tg')
  await drafter.join(await coordinator.invite('editor'), 'Фирӯз Раҳимов')
  await coordinator.section(coordinator.say('app.people')).click()
  const second = await come('en')
  await second.join(await coordinator.invite('co-ordinator'), 'Nurgul Kadyrova')
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
  return {
    coordinator,
    second,
    drafter,
    statement,
    review,
    links: { join, open: linkOf(3), signed: linkOf(1) },
    permalink,
  }
}

async function addLine({ page }: Walker, statement: string) {
  await page.goto(`${statement}?language=ru`)
  await page.locator('.tiptap.statement p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Без исключений.')
  await page.locator('[data-state="saved"]').waitFor()
}

async function addTableAndPicture(walker: Walker, statement: string) {
  const { page } = walker
  await page.goto(`${statement}?language=ru`)
  const last = page.locator('.tiptap.statement > p').last()
  await last.click()
  const [picker] = await Promise.all([
    page.waitForEvent('filechooser'),
    walker.putIn('images.insert'),
  ])
  const buffer = await gradient(600, 240).png().toBuffer()
  await picker.setFiles({ name: 'kanal.png', mimeType: 'image/png', buffer })
  await page.locator('.tiptap.statement figure img').waitFor()
  await last.click()
  await walker.putIn('tables.insert')
  await walker.dialog().getByRole('button').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.tiptap.statement table').waitFor()
  const words = ['Год', 'Вода, млн м³', 'Дни полива', '2024', '42', '61', '2025', '38', '54']
  for (const [at, one] of words.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(one)
  }
  await walker.shows('saved')
}

async function writeOtherLanguages({ page }: Walker, statement: string) {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const drafter = new Drafter({ origin: new URL(statement).origin, cookie }, idOf(statement))
  await drafter.synced()
  for (const language of languagesOnScreen.filter((one) => one !== 'ru')) {
    const body = bodyOf(drafter.doc, language)
    body.delete(0, body.length)
    appendNodes(body, exampleBlocks(language))
  }
  await drafter.saved()
  drafter.leave()
}

const idOf = (statement: string) => statement.slice(statement.lastIndexOf('/') + 1)
