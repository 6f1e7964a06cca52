/** The whole chain, from an empty server to a signed, published link, as people walk it in their browsers. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { phone, somebody } from '../support/chromium.ts'
import { exampleAddressees, exampleTitle, exampleWordFile } from '../support/example.ts'
import { flipped, minisignSays } from '../support/minisign.ts'
import { boxesOnTop, boxesThatCut } from '../support/paper.ts'
import { stageOf } from '../support/stage.ts'
import { chromiumPath, leftOut, minisignPath } from '../support/system-programs.ts'
import type { Walker } from '../support/walk.ts'

const stage = stageOf()

const organisations = [
  { names: { ru: 'Айыл доору', ky: 'Айыл доору' }, country: 'KG' },
  { names: { ru: 'Ҳамсоя', tg: 'Ҳамсоя' }, country: 'TJ' },
] as const

/** What stands in the text, without the names at other people's carets; every space is one like others. */
const wordsOf = (page: Page) =>
  page.locator('.tiptap.statement').evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.others-caret')) caret.remove()
    return [...copy.children]
      .map((block) => block.textContent)
      .join('\n')
      .replaceAll('\u00a0', ' ')
  })

const story = test.skipIf(leftOut(chromiumPath))

story('from an empty server to a signed and published link', async () => {
  // 1. The printed link lets the first co-ordinator in, once.
  const aigul = await stage.come('ru')
  await aigul.page.goto(stage.program.claimLink)
  await aigul.button(aigul.say('people.start.submit')).waitFor()
  await expectAccessible(aigul.page, 'start')
  await aigul.found(stage.program.claimLink, 'Айгүл О.', 'Общая вода')
  await expectAccessible(aigul.page, 'home')
  const late = await stage.come('en')
  await late.page.goto(stage.program.claimLink)
  await late.page.getByText(late.say('refusal.link-used')).waitFor()
  await expectAccessible(late.page, 'a link used twice')

  // 2. Organisations, a statement in four languages, the Russian text from Word.
  await aigul.addOrganisations(organisations)
  await expectAccessible(aigul.page, 'organisations')
  await aigul.startStatement(exampleTitle('ru'), exampleAddressees, (page) =>
    expectAccessible(page, 'a new statement'),
  )
  await aigul.bringIn('zayavlenie.docx', exampleWordFile())
  await aigul.page
    .getByRole('region', { name: aigul.say('ui.news') })
    .locator('p')
    .first()
    .waitFor()
  expect(await boxesOnTop(aigul.page)).toEqual([])
  await expect.poll(() => wordsOf(aigul.page)).toContain('вести общий журнал уровня воды;')
  expect(await aigul.text().locator('h1').innerText()).toBe(exampleTitle('ru'))
  expect(await aigul.text().locator('a[href="https://example.org/water"]').count()).toBe(1)
  expect(await aigul.text().locator('.note[data-number="1"]').count()).toBe(1)
  expect(await aigul.text().locator('[data-kind="bullet"]').count()).toBe(2)
  await aigul.page.getByText('Записи ведутся с 2019 года.').waitFor()
  await expectAccessible(aigul.page, 'text')
  expect(await boxesThatCut(aigul.page)).toEqual([])
  const textAddress = aigul.page.url()

  // 3. A second drafter; both type in one paragraph; the server is killed while they type.
  const firuz = await stage.come('tg')
  const invitation = await aigul.invite('editor')
  await firuz.page.goto(invitation)
  await firuz.button(firuz.say('people.join.submit')).waitFor()
  await expectAccessible(firuz.page, 'join')
  await firuz.join(invitation, 'Фирӯз Р.')
  await firuz.page.goto(textAddress)
  await firuz.chooseTextLanguage('ru')
  await expect.poll(() => wordsOf(firuz.page)).toContain(exampleTitle('ru'))
  const line = (walker: Walker) => walker.text().locator('p').first()
  await line(aigul).click({ position: { x: 2, y: 8 } })
  await aigul.page.keyboard.press('Home')
  await line(firuz).click()
  await firuz.page.keyboard.press('End')
  await Promise.all([
    aigul.page.keyboard.type('Вместе ', { delay: 15 }),
    firuz.page.keyboard.type(' много лет', { delay: 15 }),
  ])
  await Promise.all([aigul.shows('saved'), firuz.shows('saved')])
  await expect.poll(async () => (await wordsOf(aigul.page)).includes('много лет')).toBe(true)
  await aigul.page.locator('.others-caret', { hasText: 'Фирӯз Р.' }).waitFor()
  await firuz.page.locator('.others-caret', { hasText: 'Айгүл О.' }).waitFor()

  const typing = firuz.page.keyboard.type(' и дольше', { delay: 40 })
  await stage.program.kill()
  await typing
  await Promise.race([firuz.shows('in-this-window'), firuz.shows('saved')])
  await aigul.page.keyboard.type('и ')
  await stage.program.start()
  await Promise.all([aigul.shows('saved'), firuz.shows('saved')])
  for (const { page } of [aigul, firuz]) {
    await expect.poll(() => wordsOf(page)).toContain('много лет и дольше')
  }
  const settled = async () => (await wordsOf(aigul.page)) === (await wordsOf(firuz.page))
  await expect.poll(settled).toBe(true)

  // 4. A reader sees it live, and cannot change a letter.
  const reader = await stage.come('ky', phone)
  await reader.join(await aigul.invite('reader'), 'Окурман')
  await reader.chooseTextLanguage('ru')
  await reader.shows('read-only')
  await expect.poll(() => wordsOf(reader.page)).toContain('много лет и дольше')
  expect(await reader.text().getAttribute('contenteditable')).toBe('false')
  await expectAccessible(reader.page, 'text of a reader')

  // The other languages are written by hand.
  for (const language of ['ky', 'tg', 'en'] as const) {
    await aigul.chooseTextLanguage(language)
    await aigul.text().locator('h1').click()
    await aigul.page.keyboard.type(exampleTitle(language))
    await aigul.page.keyboard.press('ArrowDown')
    await aigul.page.keyboard.type(`1. ${exampleTitle(language)}.`)
    await aigul.text().locator('[data-kind="operative"][data-number="1."]').waitFor()
  }
  await aigul.shows('saved')

  // 5. Frozen as a candidate; drafting goes on beside it.
  await aigul.freeze(1)
  await expectAccessible(aigul.page, 'signatures before anybody is invited')
  for (const [screen, heading] of [
    ['freeze', 'releases.freeze.title'],
    ['details', 'statements.tab.details'],
  ] as const) {
    const page = await aigul.page.context().newPage()
    await page.goto(`${textAddress.split('?')[0]}/${screen}`)
    await page.getByRole('heading', { level: 1, name: aigul.say(heading) }).waitFor()
    await expectAccessible(page, screen)
    await page.close()
  }

  // 6. One organisation from each country signs on a phone.
  const links = await aigul.inviteToSign(organisations.map(({ names }) => names.ru))
  for (const [name, language, person] of [
    ['Айыл доору', 'ky', 'Бакыт Э.'],
    ['Ҳамсоя', 'tg', 'Манижа С.'],
  ] as const) {
    const director = await stage.come(language, phone)
    await director.page.goto(links.get(name) ?? '')
    await director.page.getByRole('heading', { name: exampleTitle(language) }).waitFor()
    await expectAccessible(director.page, `signing in ${language}`)
    expect(await boxesThatCut(director.page)).toEqual([])
    expect(await boxesOnTop(director.page)).toEqual([])
    await director.sign(person, 'директор')
    await expectAccessible(director.page, `signed in ${language}`)
  }

  // 7. A second co-ordinator admits them; whoever made the links could not.
  await aigul.page.reload()
  expect(await aigul.button(aigul.say('signatures.admit')).count()).toBe(0)
  await aigul.section(aigul.say('app.people')).click()
  const second = await stage.come('en')
  await second.join(await aigul.invite('co-ordinator'), 'Nurgul K.')
  await expectAccessible(aigul.page, 'people')
  await second.page.goto(`${textAddress.split('?')[0]}/signatures`)
  await second.admit()
  await second.admit()
  await expectAccessible(second.page, 'signatures')

  // 8. Published: plain HTML in every language, names in alternat order, files that can be checked.
  await aigul.page.goto(textAddress)
  const first = await aigul.publish()
  await expectAccessible(aigul.page, 'releases')
  for (const address of [first, first.replace(/\/\d+$/, ''), new URL('/p', first).href]) {
    await reader.page.goto(address)
    await expectAccessible(reader.page, address)
  }
  const visitor = await somebody(
    stage.browser,
    { javaScriptEnabled: false, locale: 'ky' },
    stage.troubles,
  )
  for (const [language, order] of [
    ['ky', ['Айыл доору', 'Ҳамсоя']],
    ['tg', ['Ҳамсоя', 'Айыл доору']],
    ['ru', ['Айыл доору', 'Ҳамсоя']],
    ['en', ['Айыл доору', 'Ҳамсоя']],
  ] as const) {
    await visitor.goto(`${first}/${language}`)
    expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(
      exampleTitle(language),
    )
    expect(await visitor.locator('html').getAttribute('lang')).toBe(language)
    const page = await visitor.locator('body').innerText()
    expect(order.map((name) => page.indexOf(name))).toEqual(
      order.map((name) => page.indexOf(name)).sort((a, b) => a - b),
    )
  }
  for (const file of leftOut(minisignPath) ? [] : await downloads(first)) {
    expect(minisignSays(file)).toContain('verified')
    const changed = flipped(file.bytes, file.bytes.length - 20)
    expect(() => minisignSays({ ...file, bytes: changed })).toThrow()
  }

  // 9. A second release after an edit: the old address stays, and says that there is a newer one.
  await aigul.page.goto(`${textAddress.split('?')[0]}?language=ru`)
  await aigul.text().locator('p').last().click()
  await aigul.page.keyboard.press('End')
  await aigul.page.keyboard.type(' Без исключений.')
  await aigul.shows('saved')
  await aigul.freeze(2)
  const again = await stage.come('ky', phone)
  await again.page.goto(links.get('Айыл доору') ?? '')
  await again.page.getByRole('heading', { name: exampleTitle('ky') }).waitFor()
  await again.page.getByRole('checkbox').check()
  await again.button(again.say('signatures.sign')).click()
  await again.page.getByRole('heading', { name: again.say('signatures.after.signed') }).waitFor()
  await second.page.reload()
  await second.admit()
  await aigul.publish()
  await visitor.goto(`${first}/ru`)
  const old = await visitor.locator('body').innerText()
  expect(old).not.toContain('Без исключений.')
  expect(await visitor.locator('.notice a').getAttribute('href')).toContain('/latest')
  await visitor.goto(`${first.replace(/\/\d+$/, '')}/latest/ru`)
  expect(await visitor.locator('body').innerText()).toContain('Без исключений.')

  expect(stage.troubles).toEqual([])
})

/** The canonical JSON and the page as a file, each with its signature and the key. */
async function downloads(permalink: string) {
  const [slug = '', number = ''] = permalink.split('/').slice(-2)
  const get = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer())
  const key = (await get(`${permalink.replace(/\/\d+$/, '')}/minisign.pub`)).toString()
  const names = [`${slug}-${number}.json`, `${slug}-${number}.ru.html`]
  return Promise.all(
    names.map(async (name) => {
      const bytes = await get(`${permalink}/${name}`)
      return { name, key, bytes, signature: await get(`${permalink}/${name}.minisig`) }
    }),
  )
}
