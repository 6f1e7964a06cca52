/**
 * The room of one draft: gate → role → apply → commit → acknowledge → broadcast. Frames are worked
 * off in order; while a commit is under way the document stands still, so that whatever anybody
 * reads from it, or sees of it, is on the disk. [DRAFT1] [DRAFT2]
 */
import type * as Y from 'yjs'
import { Refusal } from '#shared/refusals.ts'
import type { CloseReason } from '#shared/sync/close-codes.ts'
import type { DraftLog } from '../domain/draft-log.ts'
import { DraftDocument } from './draft-document.ts'
import { missingFrame, modeFrame, savedFrame, stateVectorFrame, updateFrame } from './frames.ts'
import { expel, hasTooManyGaps, type Member, newMember } from './member.ts'
import type { Peer } from './peer.ts'
import { type Batch, collect, Pipeline } from './pipeline.ts'
import { Presence } from './presence.ts'
import { systemTimers, type Timers } from './timers.ts'

export class Room {
  readonly #document: DraftDocument
  readonly #pipeline: Pipeline
  readonly #presence: Presence
  readonly #members = new Map<Peer, Member>()

  private constructor(document: DraftDocument, log: DraftLog, events: RoomEvents) {
    const { timers = systemTimers } = events
    this.#document = document
    this.#presence = new Presence(
      (frame) => this.#sendToAll(frame),
      (client) => document.ownerOf(client),
      timers,
    )
    this.#pipeline = new Pipeline(log, timers, {
      stored: (batch, positions) => {
        for (const position of positions) document.reached(position)
        this.#broadcast(batch)
        events.changed()
      },
      paused: (fault) => {
        for (const peer of this.#members.keys()) this.#tellMode(peer)
        if (fault !== null) events.paused(fault)
      },
      broken: (fault) => {
        this.#sendAway('tryLater')
        events.broken(fault)
      },
    })
  }

  /** Loads the draft. */
  static async open(statement: string, log: DraftLog, events: RoomEvents): Promise<Room> {
    return new Room(await DraftDocument.open(statement, log), log, events)
  }

  get peers(): Iterable<Peer> {
    return this.#members.keys()
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  join(peer: Peer): void {
    this.#members.set(peer, newMember(peer))
    this.#tellMode(peer)
    if (peer.mayEdit) this.#askFor(peer)
  }

  leave(peer: Peer): void {
    this.#members.delete(peer)
    this.#presence.leave(peer)
  }

  /** Lets an open socket edit from now on, or no longer. [SAFE3] */
  changeMode(peer: Peer, mayEdit: boolean): void {
    const member = this.#members.get(peer)
    if (!member || peer.mayEdit === mayEdit) return
    peer.mayEdit = mayEdit
    this.#tellMode(peer)
    if (!mayEdit) return
    member.owes = true
    this.#askFor(peer)
  }

  /** `answer` tells that these bytes are everything that the client has and we lacked. */
  receiveUpdate(peer: Peer, bytes: Uint8Array, answer: boolean): void {
    const member = this.#members.get(peer)
    if (!member) return
    this.#pipeline.add({
      begin: (batch) => this.#take(member, bytes, answer, batch),
      finish: () => this.#tellSaved(member),
    })
  }

  receiveStateVector(peer: Peer, stateVector: Uint8Array): void {
    const member = this.#members.get(peer)
    if (member) this.#pipeline.add({ finish: () => this.#answer(member, stateVector) })
  }

  receiveFence(peer: Peer, count: number): void {
    const member = this.#members.get(peer)
    if (!member) return
    this.#pipeline.add({
      finish: () => {
        member.fence = count
        this.#tellSaved(member)
      },
    })
  }

  receivePresence(peer: Peer, payload: Uint8Array): void {
    if (this.#members.has(peer)) this.#presence.receive(peer, payload)
  }

  tellPresence(peer: Peer): void {
    peer.send(this.#presence.everybody())
  }

  /** Changes the text on behalf of a person, through the live document; resolves when it is on the disk. */
  edit(person: string | null, change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((done, failed) => {
      let fault: unknown = null
      this.#pipeline.add({
        begin: async (batch) => {
          try {
            const taken = this.#document.edit(person, change)
            if (this.#document.isTooLong()) throw new Refusal('text-too-long')
            collect(batch, taken, null)
          } catch (thrown) {
            fault = thrown
            await this.#document.rebuild(batch.entries)
          }
        },
        finish: () => (fault ? failed(fault) : done()),
        drop: failed,
      })
    })
  }

  /** Looks at the text as it is on the disk, and at the place in the log that it has reached. */
  read<Result>(look: (doc: Y.Doc, position: bigint) => Result): Promise<Result> {
    return new Promise<Result>((done, failed) => {
      this.#pipeline.add({
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

  async #take(member: Member, bytes: Uint8Array, answer: boolean, batch: Batch) {
    const { peer } = member
    if (member.expelled) return
    if (!peer.mayEdit) {
      // An honest reader has nothing new to tell; anything else is an attempt to write. [REV1]
      if (this.#document.wouldAdd(bytes)) expel(member, 'notAllowed')
      member.owes = true
      return
    }
    const taken = this.#document.take(bytes, peer.person.id)
    switch (taken.kind) {
      case 'taken':
        collect(batch, taken, peer)
        member.gaps = 0
        if (answer) member.owes = false
        return
      case 'gap':
        if (hasTooManyGaps(member, answer)) expel(member, 'badFrame')
        else if (!member.owes || answer) this.#askFor(peer)
        member.owes = true
        return
      case 'poisoned':
        expel(member, 'badFrame')
        return this.#document.rebuild(batch.entries)
      case 'refused':
        return expel(member, 'badFrame')
      case 'too-long':
        return expel(member, 'tooLong')
    }
  }

  #broadcast({ entries }: Batch) {
    for (const { bytes, sender } of entries) {
      const frame = updateFrame(bytes)
      for (const { peer, synced } of this.#members.values()) {
        if (synced && peer !== sender) peer.send(frame)
      }
    }
  }

  #answer(member: Member, stateVector: Uint8Array) {
    try {
      member.peer.send(missingFrame(this.#document.missing(stateVector)))
    } catch {
      return expel(member, 'badFrame')
    }
    if (!member.synced) member.peer.send(this.#presence.everybody())
    member.synced = true
  }

  #askFor(peer: Peer) {
    peer.send(stateVectorFrame(this.#document.stateVector()))
  }

  #tellSaved(member: Member) {
    if (member.owes || member.fence === null) return
    if (member.peer.knowsOurs) member.peer.send(savedFrame(member.fence))
    member.fence = null
  }

  #tellMode(peer: Peer) {
    if (!peer.knowsOurs) return
    const mode = this.#pipeline.paused ? 'paused' : 'edit'
    peer.send(modeFrame(peer.mayEdit ? mode : 'read'))
  }

  #sendToAll(frame: Uint8Array) {
    for (const peer of this.#members.keys()) peer.send(frame)
  }

  #sendAway(reason: CloseReason) {
    for (const peer of this.#members.keys()) peer.end(reason)
    this.#members.clear()
    this.#presence.close()
  }
}

export type RoomEvents = {
  timers?: Timers
  /** Something was stored. */
  changed(): void
  /** The log does not take what is written here; it is tried again until it does. */
  paused(fault: unknown): void
  /** The room cannot go on and must be opened anew. */
  broken(fault: unknown): void
}
