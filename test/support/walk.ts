/** The steps of the story as people take them in a browser, by the words that stand on the screens. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Say } from '#client/i18n/words.ts'
import { countryName } from '#shared/language/countries.ts'
import { type Language, languageOwnNames } from '#shared/language/languages.ts'
import { somebody } from './chromium.ts'
import { wordsIn } from './words.ts'

/** A person in a browser of their own, whose screens speak one language. */
export class Walker {
  readonly page: Page
  readonly say: Say
  readonly language: Language

  private constructor(page: Page, language: Language) {
    this.page = page
    this.language = language
    this.say = wordsIn(language)
  }

  static async come(
    browser: Browser,
    language: Language,
    options: BrowserContextOptions,
    troubles: string[],
  ): Promise<Walker> {
    const page = await somebody(browser, { ...options, locale: language }, troubles)
    return new Walker(page, language)
  }

  button = (name: string) => this.page.getByRole('button', { name, exact: true })
  section = (name: string) =>
    this.page.getByRole('navigation').getByRole('link', { name, exact: true })
  field = (name: string) => this.page.getByLabel(name, { exact: true })
  /** The dialog that is open; a toast has the same role, and is none. */
  dialog = () => this.page.locator('[role="dialog"]:not([aria-modal="false"])')

  /** Opens the founding link and answers the three questions. */
  async found(link: string, name: string, coalition: string) {
    const { page, say } = this
    await page.goto(link)
    await this.field(say('people.your-name')).fill(name)
    await this.field(say('people.start.coalition')).fill(coalition)
    await this.button(say('people.start.submit')).click()
    await page.getByRole('heading', { name: say('statements.steps.title') }).waitFor()
  }

  async addOrganisations(
    organisations: readonly { names: { [language in Language]?: string }; country: 'KG' | 'TJ' }[],
  ) {
    const { say } = this
    await this.section(say('app.organisations')).click()
    for (const { names, country } of organisations) {
      await this.button(say('coalitions.organisation.add')).click()
      for (const [language, name] of Object.entries(names)) {
        await this.dialog()
          .getByLabel(languageOwnNames[language as Language])
          .fill(name)
      }
      await this.dialog()
        .getByLabel(say('coalitions.organisation.country'))
        .selectOption({ label: countryName(country, this.language) })
      await this.button(say('coalitions.organisation.add.submit')).click()
      await this.dialog().waitFor({ state: 'hidden' })
    }
  }

  /** `look` is called when the form is filled in. */
  async startStatement(
    title: string,
    addressees: { [language in Language]?: string[] },
    look: (page: Page) => Promise<void> = async () => undefined,
  ) {
    const { page, say } = this
    await this.section(say('app.statements')).click()
    await page.getByRole('link', { name: say('statements.new') }).click()
    await page.getByLabel(say('statements.title')).first().fill(title)
    await page.getByText(say('statements.addressees'), { exact: true }).first().click()
    for (const [language, lines] of Object.entries(addressees)) {
      const name = languageOwnNames[language as Language]
      await page.getByRole('textbox', { name, exact: true }).last().fill(lines.join('\n'))
    }
    await look(page)
    await this.button(say('statements.start')).click()
    await this.text().waitFor()
  }

  /** The editor of the text. */
  text = () => this.page.locator('.tiptap.statement')

  /**
   * Gives the text the focus by a script, and waits until the caret is back in its place: the browser puts it
   * at the beginning, and the editor where it was, by a timer of 20 ms, which is before a later one.
   */
  focusText = () =>
    this.text().evaluate((text: HTMLElement) => {
      text.focus()
      return new Promise<void>((done) => setTimeout(done, 21))
    })

  /** Brings in a Word file as the text of the language that is shown; `look` sees what would come over. */
  async bringIn(
    name: string,
    bytes: Uint8Array,
    look: (page: Page) => Promise<void> = async () => undefined,
  ) {
    const { page, say } = this
    await this.button(say('files.import.open')).click()
    await this.dialog()
      .locator('input[type=file]')
      .setInputFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: Buffer.from(bytes),
      })
    await this.button(say('files.import.submit')).waitFor()
    await look(page)
    await this.button(say('files.import.submit')).click()
    await this.dialog().waitFor({ state: 'hidden' })
  }

  /** Chooses from the menu of what can be put into the text. */
  async putIn(what: 'tables.insert' | 'images.insert') {
    await this.button(this.say('typing.insert')).click()
    await this.page.getByRole('menuitem', { name: this.say(what), exact: true }).click()
  }

  /** Resolves once the screen shows this state of the draft. */
  async shows(state: string) {
    await this.page.locator(`[data-state="${state}"]`).waitFor()
  }

  async chooseTextLanguage(language: Language) {
    await this.button(languageOwnNames[language]).click()
    await this.page.locator(`.tiptap.statement[lang="${language}"]`).waitFor()
  }

  /** Invites somebody from the screen of people or of a text, and returns the link. */
  async invite(role: 'co-ordinator' | 'editor' | 'reader'): Promise<string> {
    const { say } = this
    await this.button(say('people.invite')).first().click()
    const dialog = this.dialog()
    if (role === 'co-ordinator') await dialog.getByLabel(say('people.scope.coalition')).check()
    await dialog.getByRole('radio', { name: new RegExp(`^${say(`role.${role}`)}`) }).check()
    await dialog.getByRole('button', { name: say('people.invite.submit') }).click()
    const link = await dialog.getByRole('textbox').inputValue()
    await dialog.getByRole('button', { name: say('people.link.done') }).click()
    return link
  }

  async join(link: string, name: string) {
    const { page, say } = this
    await page.goto(link)
    await this.field(say('people.your-name')).fill(name)
    await this.button(say('people.join.submit')).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/join'))
  }

  async freeze(number: number) {
    const { page, say } = this
    await page.getByRole('link', { name: say('drafting.freeze') }).click()
    await this.button(say('releases.freeze-as', { number })).click()
    await this.dialog()
      .getByRole('button', { name: say('releases.freeze'), exact: true })
      .click()
    const arrived = say('signatures.title.candidate', { number })
    await page.getByRole('heading', { level: 1, name: arrived }).waitFor()
    await this.dialog().waitFor({ state: 'hidden' })
  }

  /** Makes signing links for these organisations and returns them by name. */
  async inviteToSign(names: readonly string[]): Promise<Map<string, string>> {
    const { say } = this
    await this.button(say('signatures.invite')).first().click()
    const dialog = this.dialog()
    for (const name of names) await dialog.getByRole('checkbox', { name }).check()
    const make = say('signatures.invite.make', { count: names.length })
    await dialog.getByRole('button', { name: make }).click()
    const links = new Map<string, string>()
    for (const name of names) {
      links.set(name, await dialog.getByRole('textbox', { name, exact: true }).inputValue())
    }
    await dialog.getByRole('button', { name: say('signatures.links.done') }).click()
    return links
  }

  /** Signs what the link shows. */
  async sign(representative: string, position: string) {
    const { page, say } = this
    await this.field(say('signatures.representative')).fill(representative)
    await this.field(say('signatures.position')).fill(position)
    await page.getByRole('checkbox').check()
    await this.button(say('signatures.sign')).click()
    await page.getByRole('heading', { name: say('signatures.after.signed') }).waitFor()
  }

  /** Admits the first signature that waits. */
  async admit() {
    const { say } = this
    await this.button(say('signatures.admit')).first().click()
    const dialog = this.dialog()
    await dialog.getByRole('radio', { name: new RegExp(say('signatures.basis.vouched')) }).check()
    await dialog.getByRole('button', { name: say('signatures.admit'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Publishes the open candidate and returns its permalink. */
  async publish(): Promise<string> {
    const { page, say } = this
    await page.getByRole('link', { name: say('statements.tab.releases') }).click()
    await this.button(say('releases.publish')).click()
    const dialog = this.dialog()
    await dialog.getByRole('button', { name: say('releases.publish'), exact: true }).click()
    const permalink = await dialog.getByRole('textbox').inputValue()
    await this.dialog()
      .getByRole('button', { name: say('ui.close') })
      .last()
      .click()
    return permalink
  }
}
