/**
 * The room of one draft: gate → role → apply → commit → acknowledge → broadcast. Frames are worked
 * off in order; while a commit is under way the document stands still, so that whatever anybody
 * reads from it, or sees of it, is on the disk. [DRAFT1] [DRAFT2]
 */
import type * as Y from 'yjs'
import type { CloseReason } from '#shared/sync/close-codes.ts'
import type { Editor } from '../domain/access.ts'
import type { PresenceState } from '../domain/bus.ts'
import type { DraftLog } from '../domain/draft-log.ts'
import { DraftDocument } from './draft-document.ts'
import { editTask } from './edit.ts'
import { FanOut } from './fan-out.ts'
import { modeFrame, stateVectorFrame } from './frames.ts'
import { isStateVector } from './gate.ts'
import { Inbox } from './inbox.ts'
import { Intake } from './intake.ts'
import { expel, type Member, newMember } from './member.ts'
import { Packet } from './packet.ts'
import type { Peer } from './peer.ts'
import { Pipeline } from './pipeline.ts'
import { Presence } from './presence.ts'
import { ask } from './questions.ts'
import type { Tail } from './tail.ts'
import { systemTimers, type Timers } from './timers.ts'

/**
 * In a room of more members than this, telling everybody of each letter at once would take most of the
 * processor: for each one more, what is written in so many more milliseconds is told together.
 */
const spacing = { from: 100, msPerMember: 0.02 } as const

export class Room {
  readonly #timers: Timers
  readonly #document: DraftDocument
  readonly #pipeline: Pipeline
  readonly #presence: Presence
  readonly #fanOut: FanOut
  readonly #intake: Intake
  readonly #inbox: Inbox
  readonly #isShared: boolean

  private constructor(document: DraftDocument, log: DraftLog, events: RoomEvents) {
    const { timers = systemTimers } = events
    this.#timers = timers
    this.#isShared = log.isShared
    this.#intake = new Intake(document, log.isShared, ({ peer }) => this.#askFor(peer), timers)
    this.#document = document
    this.#fanOut = new FanOut(document, (act) => this.#inbox.add({ finish: act }))
    this.#presence = new Presence(
      (packet) => this.#fanOut.toAll(packet),
      (client) => document.ownerOf(client),
      { moved: events.moved, named: (peer, client) => this.#claim(peer, client) },
      timers,
    )
    this.#pipeline = new Pipeline(log, timers, {
      stored: (batch, positions) => {
        for (const position of positions) document.reached(position)
        this.#fanOut.broadcast(batch)
        events.changed()
      },
      spacing: () => (this.#fanOut.members.size - spacing.from) * spacing.msPerMember,
      paused: (fault) => {
        for (const peer of this.#fanOut.members.keys()) this.#tellMode(peer)
        if (fault !== null) events.paused(fault)
      },
      accessChanged: (refused, anew) => this.#intake.restart(refused, anew),
      broken: (fault) => {
        this.#sendAway('tryLater')
        events.broken(fault)
      },
    })
    this.#inbox = new Inbox(this.#pipeline, this.#intake)
  }

  /** Loads the draft. */
  static async open(statement: string, log: DraftLog, events: RoomEvents): Promise<Room> {
    return new Room(await DraftDocument.open(statement, log), log, events)
  }

  /** How much was written since the last snapshot. */
  get tail(): Tail {
    return this.#document.tail
  }

  join(peer: Peer): void {
    this.#fanOut.members.set(peer, newMember(peer))
    this.#tellMode(peer)
    if (peer.mayEdit) this.#askFor(peer)
  }

  leave(peer: Peer): void {
    this.#fanOut.members.get(peer)?.rest?.()
    this.#fanOut.members.delete(peer)
    this.#presence.leave(peer)
  }

  /** Lets an open socket edit from now on, or no longer. [SAFE3] */
  changeMode(peer: Peer, mayEdit: boolean, locked = false): void {
    const could = peer.mayEdit
    const was = peer.locked
    peer.mayEdit = mayEdit
    peer.locked = locked
    const member = this.#fanOut.members.get(peer)
    if (!member || (could === mayEdit && was === locked)) return
    this.#tellMode(peer)
    if (!mayEdit || could) return
    member.owes = true
    this.#askFor(peer)
  }

  /** `answer` tells that these bytes are everything that the client has and we lacked. */
  receiveUpdate(peer: Peer, bytes: Uint8Array, answer: boolean): void {
    const member = this.#fanOut.members.get(peer)
    if (member) this.#inbox.update(member, bytes, answer)
  }

  receiveStateVector(peer: Peer, stateVector: Uint8Array): void {
    const member = this.#fanOut.members.get(peer)
    if (!member) return
    ask(member, stateVector, this.#timers, () =>
      this.#inbox.add({ finish: () => this.#answer(member) }),
    )
  }

  receiveFence(peer: Peer, count: number): void {
    const member = this.#fanOut.members.get(peer)
    if (member) this.#inbox.fence(member, count)
  }

  receivePresence(peer: Peer, payload: Uint8Array): void {
    if (this.#fanOut.members.has(peer)) this.#presence.receive(peer, payload)
  }

  /** Whoever may write owns the client id from the moment in which others can see it. */
  #claim(peer: Peer, client: number) {
    this.#inbox.add({
      begin: ({ bindings }) => {
        if (!peer.mayEdit) return
        const binding = this.#document.claim(client, peer.person.id)
        if (binding) bindings.push(binding)
      },
    })
  }

  tellPresence(peer: Peer): void {
    peer.send(this.#presence.everybody())
  }

  /**
   * Changes the text on behalf of somebody, through the live document; resolves when it is on the disk.
   * Throws what `change` throws, and what `askAgain` throws when the editor may no longer.
   */
  edit(editor: Editor | null, change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((done, failed) => {
      const room = { document: this.#document, intake: this.#intake }
      this.#inbox.add(editTask(editor, change, room, { done, failed }))
    })
  }

  /** Takes in what other processes have stored. */
  follow(): void {
    this.#inbox.add({ begin: (batch) => this.#intake.follow(batch) })
  }

  /** Takes in where people are whose sockets another process holds. */
  hearPresence(states: readonly PresenceState[]): void {
    this.#presence.hear(states)
  }

  /** From time to time: tells a peer who is here, and other processes that it is, lest they take it for gone. */
  beat(peer: Peer): void {
    this.tellPresence(peer)
    this.#presence.shareOne(peer)
  }

  /** Tells other processes who is here. */
  sharePresence(): void {
    this.#presence.share()
  }

  /** Looks at the text as it is on the disk, and at the place in the log that it has reached. */
  read<Result>(look: (doc: Y.Doc, position: bigint) => Result): Promise<Result> {
    return new Promise<Result>((done, failed) => {
      this.#inbox.add({
        begin: (batch) => (this.#isShared ? this.#intake.follow(batch) : undefined),
        finish: () => {
          try {
            done(look(this.#document.doc, this.#document.position))
          } catch (fault) {
            failed(fault)
          }
        },
        drop: failed,
      })
    })
  }

  /** Sends everybody away; resolves when what they had sent before is on the disk. */
  async close(reason: CloseReason): Promise<void> {
    this.#sendAway(reason)
    await this.#pipeline.close()
    this.#document.destroy()
  }

  #answer(member: Member) {
    const isNew = !member.synced
    const stateVector = member.asking ?? Uint8Array.of()
    member.asking = null
    if (!this.#fanOut.members.has(member.peer)) return
    if (!isStateVector(stateVector)) return expel(member, 'badFrame')
    this.#fanOut.answer(member, stateVector)
    if (isNew) member.peer.send(this.#presence.everybody())
  }

  #askFor(peer: Peer) {
    peer.send(new Packet([stateVectorFrame(this.#document.stateVector())]))
  }

  #tellMode(peer: Peer) {
    if (!peer.knowsOurs) return
    const may = this.#pipeline.paused ? 'paused' : 'edit'
    const mayNot = peer.locked ? 'locked' : 'read'
    peer.send(new Packet([modeFrame(peer.mayEdit ? may : mayNot)]))
  }

  #sendAway(reason: CloseReason) {
    for (const [peer, { rest }] of this.#fanOut.members) {
      rest?.()
      peer.end(reason)
    }
    this.#fanOut.members.clear()
    this.#presence.close()
  }
}

export type RoomEvents = {
  timers?: Timers
  /** Something was stored. */
  changed(): void
  /** Where people are has changed, as far as this process holds their sockets. */
  moved(states: readonly PresenceState[]): void
  /** The log does not take what is written here; it is tried again until it does. */
  paused(fault: unknown): void
  /** The room cannot go on and must be opened anew. */
  broken(fault: unknown): void
}
