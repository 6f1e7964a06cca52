/** One draft and those who type in it, through some rounds; judges that nothing of it is lost. */
import type { Program } from '../support/program.ts'
import { type Random, upTo } from '../support/random.ts'
import type { Coalition } from './coalition.ts'
import type { Servers } from './servers.ts'
import { Typist, tokensIn } from './typist.ts'

export type Counted = {
  tokens: number
  saved: number
  /** Called saved, or typed by somebody who is connected again, and not there. */
  lost: number
  /** There more than once, or never typed. */
  doubled: number
  /** Copies that were not the same in the end. */
  unlike: number
}

/** The processes through which people type and read. */
type Some = Pick<Servers, 'any' | 'programs'>

export class Chapter {
  readonly typists: readonly Typist[]
  /** Reads along, and is told when its role is another. */
  readonly witness: Typist
  readonly #statement: string
  readonly #coalition: Coalition
  readonly #servers: Some

  private constructor(
    statement: string,
    coalition: Coalition,
    servers: Some,
    typists: readonly Typist[],
    witness: Typist,
  ) {
    this.#statement = statement
    this.#coalition = coalition
    this.#servers = servers
    this.typists = typists
    this.witness = witness
  }

  /** Three to eight people, each through any of the processes. */
  static async begin(coalition: Coalition, servers: Some, random: Random): Promise<Chapter> {
    const statement = await coalition.start(servers.any())
    const typists = coalition.typists
      .slice(0, 3 + upTo(random, coalition.typists.length - 2))
      .map((one, at) => new Typist(one, statement, servers.any(), String.fromCharCode(97 + at)))
    const witness = new Typist(coalition.witness.browser, statement, servers.any(), 'w')
    const chapter = new Chapter(statement, coalition, servers, typists, witness)
    await Promise.all(chapter.everybody.map(({ drafter }) => drafter.synced()))
    return chapter
  }

  get everybody(): readonly Typist[] {
    return [...this.typists, this.witness]
  }

  through(program: Program): readonly Typist[] {
    return this.everybody.filter((one) => one.program === program)
  }

  /** What was called saved before the question is there, once. */
  async judgeSaved(counted: Counted): Promise<void> {
    const saved = this.typists.map((one) => ({ name: one.name, upTo: one.saved }))
    this.#count(await this.#words(this.#servers.any()), saved, counted)
  }

  /** When all are connected: everything that was ever typed is there, once, in every copy. */
  async judgeAll(counted: Counted): Promise<void> {
    await Promise.all(this.everybody.map(({ drafter }) => drafter.synced()))
    await Promise.all(this.typists.map((one) => one.savedAll()))
    const texts = await Promise.all(this.#servers.programs.map((one) => this.#words(one)))
    const [words = ''] = texts
    await Promise.all(
      this.everybody.map(({ drafter }) => drafter.until(() => drafter.words() === words)),
    )
    const copies = this.everybody.map(({ drafter }) => JSON.stringify(drafter.doc.toJSON()))
    counted.unlike += new Set(texts).size - 1 + new Set(copies).size - 1
    this.#count(
      words,
      this.typists.map(({ name, typed }) => ({ name, upTo: typed })),
      counted,
    )
  }

  /** The figures of a chapter that is over. */
  end(counted: Counted): void {
    for (const { typed, saved, drafter } of this.everybody) {
      counted.tokens += typed
      counted.saved += saved
      drafter.leave()
    }
  }

  /** Asked until there is an answer: the database may be on its way back. */
  async #words(program: Program): Promise<string> {
    for (;;) {
      const words = await this.#coalition
        .wordsOf(this.#statement, program)
        .catch((fault) => (isRefused(fault) ? null : Promise.reject(fault)))
      if (words !== null) return words
    }
  }

  #count(words: string, expected: { name: string; upTo: number }[], counted: Counted) {
    const tokens = tokensIn(words)
    for (const { name, upTo } of expected) {
      for (let token = 1; token <= upTo; token++) {
        if (!tokens.has(`${name}${token}`)) counted.lost++
      }
    }
    for (const [token, times] of tokens) {
      const author = this.typists.find(({ name }) => token.startsWith(name))
      if (times > 1 || Number(token.slice(1)) > (author?.typed ?? 0)) counted.doubled++
    }
  }
}

/** Whether a call met a fault of the server, and not a mistake of this script. */
const isRefused = (fault: unknown) =>
  fault instanceof TypeError || (fault as { status?: number }).status === 500
