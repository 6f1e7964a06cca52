/**
 * What members send, on its way into the pipeline. What one member sends in a row, and nobody has begun
 * to work off, is taken, stored and told as one: it has one author, and comes to the disk in one moment.
 */
import { savedFrame } from './frames.ts'
import type { Intake } from './intake.ts'
import type { Member } from './member.ts'
import { Packet } from './packet.ts'
import type { Pipeline, Task } from './pipeline.ts'

export class Inbox {
  readonly #pipeline: Pipeline
  readonly #intake: Intake
  /** What was added last, as long as more may join it. */
  #last: Run | null = null

  constructor(pipeline: Pipeline, intake: Intake) {
    this.#pipeline = pipeline
    this.#intake = intake
  }

  /** Adds a task behind everything that was sent before. */
  add(task: Task): void {
    this.#last = null
    this.#pipeline.add(task)
  }

  /** `answer` tells that these bytes are everything that the client has and we lacked. */
  update(member: Member, bytes: Uint8Array, answer: boolean): void {
    this.#intake.queue(member, bytes.length)
    if (answer) this.#addAnswer(member, bytes)
    else if (!this.#last?.join(member, bytes)) this.#addRun(new Run(member, bytes))
  }

  /** The member asks to be told when this many of its changes, and all before, are saved. */
  fence(member: Member, count: number): void {
    if (this.#last?.member === member) {
      this.#last.fence = count
      return
    }
    this.add({
      finish: () => {
        member.fence = count
        tellSaved(member)
      },
    })
  }

  #addAnswer(member: Member, bytes: Uint8Array) {
    this.add({
      begin: (batch) => this.#intake.takeAnswer(member, bytes, batch),
      finish: () => {
        this.#intake.queue(member, -bytes.length)
        tellSaved(member)
      },
    })
  }

  #addRun(run: Run) {
    const { member, updates } = run
    this.#last = run
    this.#pipeline.add({
      get size() {
        return updates.length
      },
      begin: (batch) => {
        if (this.#last === run) this.#last = null
        return this.#intake.takeRun(member, updates, batch)
      },
      finish: () => {
        this.#intake.queue(member, -run.bytes)
        member.fence = run.fence ?? member.fence
        tellSaved(member)
      },
    })
  }
}

function tellSaved(member: Member) {
  if (member.owes || member.fence === null) return
  if (member.peer.knowsOurs) member.peer.send(new Packet([savedFrame(member.fence)]))
  member.fence = null
}

const mostUpdates = 200
const mostBytes = 64 * 1024

class Run {
  readonly member: Member
  readonly updates: Uint8Array[] = []
  bytes = 0
  /** The newest fence among them: what was sent before it is saved with the rest. */
  fence: number | null = null

  constructor(member: Member, update: Uint8Array) {
    this.member = member
    this.#push(update)
  }

  /** Whether the update has joined: it must come from the same member, and the run may not be long. */
  join(member: Member, update: Uint8Array): boolean {
    const fits = this.updates.length < mostUpdates && this.bytes + update.length <= mostBytes
    if (member !== this.member || !fits) return false
    this.#push(update)
    return true
  }

  #push(update: Uint8Array) {
    this.updates.push(update)
    this.bytes += update.length
  }
}
