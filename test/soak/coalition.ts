/** A coalition whose people type into one draft after another, through any of the processes. */
import {
  acceptInvitation,
  changeRole,
  claimCoalition,
  invitePerson,
  seeMe,
} from '#shared/api/people.ts'
import { readDraft, startStatement } from '#shared/api/statements.ts'
import type { Role } from '#shared/roles.ts'
import { Browser, tokenOf } from '../support/browser.ts'
import { Drafter } from '../support/drafter.ts'
import type { Program } from '../support/program.ts'

/** The co-ordinator, those who type, and one whose role is changed again and again. */
const mostTypists = 8

export class Coalition {
  readonly #coordinator: Browser
  readonly #coalition: string
  readonly typists: readonly Browser[]
  readonly witness: { browser: Browser; id: string }
  #statements = 0

  private constructor(
    coordinator: Browser,
    coalition: string,
    typists: readonly Browser[],
    witness: { browser: Browser; id: string },
  ) {
    this.#coordinator = coordinator
    this.#coalition = coalition
    this.typists = typists
    this.witness = witness
  }

  static async found({ origin, claimLink }: Program): Promise<Coalition> {
    const coordinator = new Browser(origin)
    const { coalition } = await coordinator.call(claimCoalition, {
      body: {
        token: tokenOf(claimLink),
        name: 'Айгүл',
        coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
      },
    })
    const typists = [coordinator]
    while (typists.length < mostTypists) typists.push(await invite(coordinator, coalition))
    const browser = await invite(coordinator, coalition)
    const { person } = await browser.call(seeMe)
    return new Coalition(coordinator, coalition, typists, { browser, id: person?.id ?? '' })
  }

  /** Starts a statement; tells its id. */
  async start(through: Program): Promise<string> {
    const { id } = await this.#through(through).call(startStatement, {
      params: { coalition: this.#coalition },
      body: {
        symbol: `KG-TJ/2026/${++this.#statements}`,
        kind: 'appeal',
        languages: ['ru'],
        addressees: {},
        titles: { ru: 'О воде' },
      },
    })
    return id
  }

  async wordsOf(statement: string, through: Program): Promise<string> {
    const { text } = await this.#through(through).call(readDraft, {
      params: { statement },
      query: { language: 'ru' },
    })
    return Drafter.wordsOf(text)
  }

  async makeWitness(role: Role, through: Program): Promise<void> {
    await this.#through(through).call(changeRole, {
      params: { coalition: this.#coalition, person: this.witness.id },
      body: { role },
    })
  }

  /** The co-ordinator's session, through one of the processes. */
  #through({ origin }: Program): Browser {
    const browser = new Browser(origin)
    browser.cookie = this.#coordinator.cookie
    return browser
  }
}

async function invite(coordinator: Browser, coalition: string): Promise<Browser> {
  const { link } = await coordinator.call(invitePerson, {
    params: { coalition },
    body: { role: 'editor', statement: null },
  })
  const editor = new Browser(coordinator.origin)
  await editor.call(acceptInvitation, { body: { token: tokenOf(link), name: 'Фирӯз' } })
  return editor
}
