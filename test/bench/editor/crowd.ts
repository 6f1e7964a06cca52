/** People who write in one text at human speed, spread over it, with their carets. */
import * as Y from 'yjs'
import { tellOnlyOwn } from '#client/sync/own-presence.ts'
import { acceptInvitation, claimCoalition, invitePerson } from '#shared/api/people.ts'
import { startStatement } from '#shared/api/statements.ts'
import { messageTypes } from '#shared/sync/messages.ts'
import { bodyOf } from '#shared/text/draft.ts'
import { Browser, tokenOf } from '../../support/browser.ts'
import { Drafter } from '../../support/drafter.ts'
import type { Program } from '../../support/program.ts'
import { seeded } from '../../support/random.ts'
import { writeLongText } from './long-text.ts'

export type Stage = { coordinator: Browser; people: Browser[]; statement: string }

/** A coalition of so many people, with a statement of so many clauses. */
export async function setStage(
  { origin, claimLink }: Program,
  people: number,
  clauses: number,
): Promise<Stage> {
  const coordinator = new Browser(origin)
  const { coalition } = await coordinator.call(claimCoalition, {
    body: {
      token: tokenOf(claimLink),
      name: 'Айгүл Осмонова',
      coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
    },
  })
  const { id: statement } = await coordinator.call(startStatement, {
    params: { coalition },
    body: {
      symbol: 'KG-TJ/2026/1',
      kind: 'appeal',
      languages: ['ru'],
      addressees: {},
      titles: { ru: 'О воде' },
    },
  })
  const author = new Drafter(coordinator, statement)
  await author.synced()
  writeLongText(author.doc, clauses)
  await author.saved()
  author.leave()
  const params = { coalition }
  const invited = Array.from({ length: people }, async (_, at) => {
    const body = { role: 'editor', statement: null } as const
    const { link } = await coordinator.call(invitePerson, { params, body })
    const one = new Browser(origin)
    await one.call(acceptInvitation, { body: { token: tokenOf(link), name: `Участник ${at + 1}` } })
    return one
  })
  return { coordinator, statement, people: await Promise.all(invited) }
}

/**
 * Somebody who types four to seven letters a second, a word here and a word there, on a machine of their own:
 * so what it costs to take in what others type there is not paid here.
 */
export class Hand {
  readonly drafter: Drafter
  readonly #random: () => number
  #timer: NodeJS.Timeout | null = null
  #text: Y.XmlText | null = null
  #index = 0
  typed = 0

  constructor(browser: Browser, statement: string, seed: number) {
    this.drafter = new Drafter(browser, statement)
    tellOnlyOwn(this.drafter.provider)
    this.#random = seeded(seed)
  }

  start(): void {
    const { messageHandlers } = this.drafter.provider
    for (const type of [messageTypes.sync, messageTypes.awareness]) {
      messageHandlers[type] = () => undefined
    }
    this.#goOn()
  }

  #goOn() {
    const pause = 140 + this.#random() * 110
    this.#timer = setTimeout(() => {
      this.#type()
      this.#goOn()
    }, pause)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #type() {
    if (!this.#text || this.#random() < 0.04) this.#goElsewhere()
    const text = this.#text
    if (!text) return
    text.insert(this.#index++, this.#random() < 0.15 ? ' ' : 'а')
    this.typed++
    const place = Y.createRelativePositionFromTypeIndex(text, this.#index, -1)
    const cursor = { anchor: place, head: place }
    this.drafter.provider.awareness.setLocalStateField('cursor', cursor)
  }

  #goElsewhere() {
    const texts = bodyOf(this.drafter.doc, 'ru')
      .toArray()
      .filter((type) => type instanceof Y.XmlText && type.length > 20)
    this.#text = texts[Math.floor(this.#random() * texts.length)] as Y.XmlText
    this.#index = Math.floor(this.#random() * 20)
  }
}
