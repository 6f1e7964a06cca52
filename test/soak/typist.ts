/** Somebody who types numbered tokens, and how far the server has told that they are saved. */
import type { Browser } from '../support/browser.ts'
import { Drafter } from '../support/drafter.ts'
import type { Program } from '../support/program.ts'
import type { Random } from '../support/random.ts'

// Each client of y-websocket listens for the end of the process.
process.setMaxListeners(0)

/** A long wait for the program must not make a long text. */
const mostTokensAtOnce = 25

export class Typist {
  readonly drafter: Drafter
  /** The process that its socket leads to. */
  readonly program: Program
  readonly name: string
  typed = 0
  saved = 0
  /** The code with which the server has sent this honest typist away for good. */
  sentAway: number | null = null

  constructor(browser: Browser, statement: string, program: Program, name: string) {
    this.drafter = new Drafter({ origin: program.origin, cookie: browser.cookie }, statement)
    this.program = program
    this.name = name
    this.drafter.provider.on('closed', ({ code }) => {
      this.sentAway = code
    })
  }

  /** Types a token every few milliseconds, each followed by the question whether it is saved. */
  async typeWhile(goesOn: () => boolean, random: Random): Promise<void> {
    for (let left = mostTokensAtOnce; left > 0 && goesOn(); left--) {
      const token = ++this.typed
      this.drafter.insert(`<${this.name}${token}>`, random())
      void this.drafter.saved().then(() => {
        this.saved = Math.max(this.saved, token)
      })
      await pause(random() * 20)
    }
  }

  /** Resolves when all that was typed is called saved. */
  async savedAll(): Promise<void> {
    await this.drafter.saved()
    this.saved = this.typed
  }

  /** What the server should have told by now, for somebody who looks why it has not. */
  state() {
    const { wsconnected, synced } = this.drafter.provider
    const { pendingStructs, pendingDs } = this.drafter.doc.store
    const pending = pendingStructs !== null || pendingDs !== null
    const { name, typed, saved, sentAway } = this
    return { name, typed, saved, sentAway, wsconnected, synced, pending, mode: this.drafter.mode }
  }
}

/** How often each token stands in a text. */
export function tokensIn(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, token = ''] of words.matchAll(/<([a-z]\d+)>/g)) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return counts
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
