/** Keeps the titles that lists show, and when a draft was last changed, in step with the drafts. */
import type * as Y from 'yjs'
import { type Localised, languages } from '#shared/language/languages.ts'
import { titleOf } from '#shared/text/draft.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../store/database.ts'
import { setTitles } from '../../store/statements.ts'

/** Lists tell in minutes when a draft was last changed: while its titles stay, that is kept so often. */
const mostBehindMs = 30_000

/** Drafts whose titles are remembered; the oldest are forgotten, and written again when they change. */
const mostRemembered = 5000

type Kept = { titles: string; at: number }

/** What is kept is only a copy: should it fail, the next change of the draft mends it. */
export class TitleKeeper {
  readonly #database: Database
  readonly #clock: Clock
  readonly #kept = new Map<string, Kept>()

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  async keep(statement: string, doc: Y.Doc): Promise<void> {
    const now = this.#clock.now()
    const titles = titlesOf(doc)
    const next = { titles: JSON.stringify(titles), at: now.getTime() }
    const kept = this.#kept.get(statement)
    if (kept?.titles === next.titles && next.at - kept.at < mostBehindMs) return
    this.#remember(statement, next)
    try {
      await setTitles(this.#database.queries, statement, titles, now)
    } catch (fault) {
      this.#kept.delete(statement)
      throw fault
    }
  }

  #remember(statement: string, kept: Kept) {
    this.#kept.delete(statement)
    this.#kept.set(statement, kept)
    if (this.#kept.size <= mostRemembered) return
    for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest)
  }
}

const titlesOf = (doc: Y.Doc): Localised =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const title = titleOf(doc, language)
      return title ? [[language, title]] : []
    }),
  )
