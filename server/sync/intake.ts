/** What becomes of updates that a member has sent: taken into the document, asked for again, or the end of its socket. */
import type { DraftDocument } from './draft-document.ts'
import { expel, hasTooManyGaps, type Member } from './member.ts'
import { type Batch, collect } from './pipeline.ts'
import type { Stop } from './taken.ts'
import type { Timers } from './timers.ts'
import { Workload } from './workload.ts'

/** More bytes than this that wait to be worked off, and nothing more is read from their sender. */
const mostQueued = 1024 * 1024

/** Who has spoilt the document so often does not do so by mistake, and writes here no more. */
const mostSpoilt = 3

export class Intake {
  /** How often each person has spoilt the document since the room was opened. */
  readonly #spoilers = new Map<string, number>()
  readonly #workload = new Workload()
  readonly #document: DraftDocument
  /** Whether other processes write to the same log. */
  readonly #isShared: boolean
  readonly #askFor: (member: Member) => void
  readonly #timers: Timers

  /** `askFor` asks a member for what it has and the document lacks. */
  constructor(
    document: DraftDocument,
    isShared: boolean,
    askFor: (member: Member) => void,
    timers: Timers,
  ) {
    this.#timers = timers
    this.#document = document
    this.#isShared = isShared
    this.#askFor = askFor
  }

  /** Takes everything that a member has and we lacked, which we had asked for. */
  takeAnswer(member: Member, bytes: Uint8Array, batch: Batch): Promise<void> | void {
    return this.#take([bytes], { member, batch, answer: true, followed: !this.#isShared })
  }

  /** Takes what a member sent in a row of its own accord. */
  takeRun(member: Member, updates: readonly Uint8Array[], batch: Batch): Promise<void> | void {
    return this.#take(updates, { member, batch, answer: false, followed: !this.#isShared })
  }

  #take(updates: readonly Uint8Array[], taking: Taking): Promise<void> | void {
    const { member, batch, answer } = taking
    if (member.expelled || updates.length === 0) return
    if (member.peer.locked) {
      // Kept where it was typed, and asked for when the draft is unlocked.
      member.owes = true
      return
    }
    if (!member.peer.mayEdit) {
      // An honest reader has nothing new to tell; anything else is an attempt to write. [REV1]
      if (updates.some((bytes) => this.#document.wouldAdd(bytes))) expel(member, 'notAllowed')
      member.owes = true
      return
    }
    const { id } = member.peer.person
    if ((this.#spoilers.get(id) ?? 0) >= mostSpoilt) return expel(member, 'badFrame')
    if (this.#workload.restOf(id) > 0) return this.#rest(member)
    const taken = this.#document.take(updates, id)
    collect(batch, taken, member.peer)
    batch.effort += taken.effort
    this.#workload.add(id, taken)
    if (taken.count > 0) member.gaps = 0
    if (taken.stop !== 'poisoned' && this.#workload.restOf(id) > 0) return this.#rest(member)
    if (taken.stop !== null) return this.#goOn(updates.slice(taken.count), taken.stop, taking)
    if (answer) member.owes = false
  }

  /** Takes nothing more of a member that was too much work, and asks it for all of that after a while. */
  #rest(member: Member): void {
    member.owes = true
    member.rest ??= this.#timers.after(this.#workload.restOf(member.peer.person.id), () => {
      member.rest = null
      // Who may no longer write is not asked, lest the answer counts as an attempt to.
      if (member.peer.mayEdit) this.#askFor(member)
    })
  }

  /** The first of these updates was not taken for this reason, the others have not been looked at. */
  async #goOn(updates: readonly Uint8Array[], why: Stop, taking: Taking): Promise<void> {
    const { member, batch, answer, followed } = taking
    if (why === 'poisoned' && updates.length === 1) {
      this.#countSpoilt(member.peer.person.id)
      expel(member, 'badFrame')
      return this.rebuild(batch)
    }
    if (why === 'poisoned') {
      await this.rebuild(batch)
      // Which of them it was shows when each is taken by itself.
      for (const update of updates) await this.#take([update], taking)
      return
    }
    if (!followed && (why === 'gap' || why === 'foreign')) {
      // What seems missing or somebody else's may have come through another process.
      await this.follow(batch)
      return this.#take(updates, { ...taking, followed: true })
    }
    this.#refuse(member, why, answer)
    return this.#take(updates.slice(1), taking)
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
    if (this.#isShared) batch.heard.push(...this.#document.whole())
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
    anew.heard.push(...this.#document.whole())
  }

  /** Counts what a member's frames still wait with; whoever writes faster than the disk is not read further. */
  queue(member: Member, bytes: number): void {
    const was = member.queued > mostQueued
    member.queued += bytes
    const is = member.queued > mostQueued
    if (is && !was) member.peer.pause()
    if (was && !is) member.peer.resume()
  }

  #countSpoilt(person: string) {
    this.#spoilers.set(person, (this.#spoilers.get(person) ?? 0) + 1)
  }

  #refuse(member: Member, why: Stop, answer: boolean): void {
    if (why === 'gap') {
      if (hasTooManyGaps(member, answer)) expel(member, 'badFrame')
      else if (!member.owes || answer) this.#askFor(member)
      member.owes = true
    } else expel(member, why === 'too-long' ? 'tooLong' : 'badFrame')
  }
}

type Taking = {
  member: Member
  batch: Batch
  /** Whether this is everything that the member has and we lacked. */
  answer: boolean
  /** Whether what other processes have stored was taken in just now, or there are none. */
  followed: boolean
}
