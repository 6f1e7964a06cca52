/** What becomes of an update that a member has sent: taken into the document, asked for again, or the end of its socket. */
import type { DraftDocument, Taken } from './draft-document.ts'
import { expel, hasTooManyGaps, type Member } from './member.ts'
import { type Batch, collect } from './pipeline.ts'

/** More bytes than this that wait to be worked off, and nothing more is read from their sender. */
const mostQueued = 1024 * 1024

export class Intake {
  readonly #document: DraftDocument
  /** Whether other processes write to the same log. */
  readonly #isShared: boolean
  readonly #askFor: (member: Member) => void

  /** `askFor` asks a member for what it has and the document lacks. */
  constructor(document: DraftDocument, isShared: boolean, askFor: (member: Member) => void) {
    this.#document = document
    this.#isShared = isShared
    this.#askFor = askFor
  }

  /** `answer` tells that these bytes are everything that the client has and we lacked. */
  take(member: Member, bytes: Uint8Array, answer: boolean, batch: Batch): Promise<void> | void {
    if (member.expelled) return
    if (!member.peer.mayEdit) {
      // An honest reader has nothing new to tell; anything else is an attempt to write. [REV1]
      if (this.#document.wouldAdd(bytes)) expel(member, 'notAllowed')
      member.owes = true
      return
    }
    const judge = () => {
      const taken = this.#document.take(bytes, member.peer.person.id)
      if (taken.kind === 'taken' && answer) member.owes = false
      return taken
    }
    const taken = judge()
    // What seems missing or somebody else's may have come through another process.
    const isUnknown = taken.kind === 'gap' || taken.kind === 'foreign'
    if (!isUnknown || !this.#isShared) return this.#settle(member, taken, answer, batch)
    return this.follow(batch).then(() => this.#settle(member, judge(), answer, batch))
  }

  /** Takes in what other processes have stored. When the database cannot be asked, the next time does. */
  async follow(batch: Batch): Promise<void> {
    try {
      batch.heard.push(...(await this.#document.follow()))
    } catch {
      // Whoever listens to the other processes is told to look again once the database is back.
    }
  }

  /** Builds the document anew from the log. Members are sent all of it when the log is not ours alone. */
  async rebuild(batch: Batch): Promise<void> {
    await this.#document.rebuild(batch.entries)
    if (this.#isShared) batch.heard.push(this.#document.missing(Uint8Array.of(0)))
  }

  /**
   * The log refused a batch, since somebody's rights have changed: whoever wrote in it is asked for anew
   * what they may do, and the document becomes what the log holds. Members are sent all of it: what an
   * earlier try had stored, before its answer was lost, nobody has been told.
   */
  async restart(refused: Batch, anew: Batch): Promise<void> {
    const authors = new Set(refused.entries.flatMap(({ author }) => author ?? []))
    await Promise.all(Array.from(authors, (author) => author.askAgain()))
    await this.#document.restart()
    anew.heard.push(this.#document.missing(Uint8Array.of(0)))
  }

  /** Counts what a member's frames still wait with; whoever writes faster than the disk is not read further. */
  queue(member: Member, bytes: number): void {
    const was = member.queued > mostQueued
    member.queued += bytes
    const is = member.queued > mostQueued
    if (is && !was) member.peer.pause()
    if (was && !is) member.peer.resume()
  }

  #settle(member: Member, taken: Taken, answer: boolean, batch: Batch): Promise<void> | void {
    switch (taken.kind) {
      case 'taken':
        collect(batch, taken, member.peer)
        member.gaps = 0
        return
      case 'gap':
        if (hasTooManyGaps(member, answer)) expel(member, 'badFrame')
        else if (!member.owes || answer) this.#askFor(member)
        member.owes = true
        return
      case 'poisoned':
        expel(member, 'badFrame')
        return this.rebuild(batch)
      case 'foreign':
      case 'refused':
        return expel(member, 'badFrame')
      case 'too-long':
        return expel(member, 'tooLong')
    }
  }
}
