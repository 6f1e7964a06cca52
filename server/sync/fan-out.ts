/** What a room sends to its members: each update once encoded for all, the whole text to who comes, nothing more to who cannot keep up. */
import * as Y from 'yjs'
import type { DraftDocument } from './draft-document.ts'
import { missingFrame, updateFrame } from './frames.ts'
import type { Member } from './member.ts'
import { Packet } from './packet.ts'
import type { Peer } from './peer.ts'
import type { Batch } from './pipeline.ts'

/** A client that has more bytes than this still to read gets no updates; once it has read them, what it lacks. */
const mostUnsent = 1024 * 1024

export class FanOut {
  readonly #members = new Map<Peer, Member>()
  readonly #document: DraftDocument
  readonly #whenStored: (act: () => void) => void
  /** The whole text, as all get it who come without any of it, until it changes. */
  #whole: Packet | null = null

  /** `whenStored` calls back when nothing of the document is on its way to the disk. */
  constructor(document: DraftDocument, whenStored: (act: () => void) => void) {
    this.#document = document
    this.#whenStored = whenStored
  }

  get members(): Map<Peer, Member> {
    return this.#members
  }

  /** Tells everybody else what a batch has written. */
  broadcast({ entries, heard }: Batch): void {
    this.#whole = null
    const updates = [...heard, ...entries.map(({ bytes }) => bytes)]
    const packet = new Packet(updates.map(updateFrame))
    const sender = heard.length === 0 ? onlySender(entries) : null
    for (const member of this.#members.values()) {
      if (!member.synced || member.behind !== null || member.peer === sender) continue
      member.peer.send(packet)
      if (member.peer.unsent > mostUnsent) this.#waitFor(member)
    }
  }

  /** Sends to all who keep up what nobody misses who does not. */
  toAll(packet: Packet): void {
    for (const { peer, behind } of this.#members.values()) {
      if (behind === null) peer.send(packet)
    }
  }

  /** Sends what a client with this state vector lacks. Throws when it is not one. */
  answer(member: Member, stateVector: Uint8Array): void {
    if (member.behind !== null) {
      Y.decodeStateVector(stateVector)
      member.behind = stateVector
      return
    }
    member.peer.send(this.#missing(stateVector))
    member.synced = true
    if (member.peer.unsent > mostUnsent) this.#waitFor(member)
  }

  /** The client reads more slowly than others write: it is sent what it lacks when it has read what it has. */
  #waitFor(member: Member) {
    member.behind = this.#document.stateVector()
    member.peer.whenSent(() => this.#whenStored(() => this.#catchUp(member)))
  }

  #catchUp(member: Member) {
    const { behind, peer } = member
    member.behind = null
    if (behind && this.#members.has(peer)) this.answer(member, behind)
  }

  #missing(stateVector: Uint8Array): Packet {
    const isEmpty = stateVector.length === 1 && stateVector[0] === 0
    if (!isEmpty) return new Packet([missingFrame(this.#document.missing(stateVector))])
    this.#whole ??= wholeText(this.#document.whole())
    return this.#whole
  }
}

const wholeText = ([first, ...others]: readonly Uint8Array[]) =>
  new Packet([missingFrame(first as Uint8Array), ...others.map(updateFrame)])

/** The socket that all of it came from, which knows it already; null when there are several. */
function onlySender(entries: Batch['entries']): Peer | null {
  const sender = entries[0]?.sender ?? null
  return entries.every((one) => one.sender === sender) ? sender : null
}
