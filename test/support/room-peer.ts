/** A socket without a network: a real Yjs client on the other side of a room's peer. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Packet } from '#server/sync/packet.ts'
import type { Peer } from '#server/sync/peer.ts'
import type { Room } from '#server/sync/room.ts'
import type { CloseReason } from '#shared/sync/close-codes.ts'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'

let counter = 0

export class RoomPeer implements Peer {
  readonly doc = new Y.Doc()
  readonly person: { id: string; name: string }
  readonly knowsOurs = true
  mayEdit: boolean
  locked = false
  accessChanges = 0
  /** What is decided when this peer is asked for again. */
  decision: { mayEdit: boolean; locked?: boolean; accessChanges: number } | null = null
  ended: CloseReason | null = null
  saved = 0
  mode = ''
  /** The presence frames that arrived, as bytes. */
  readonly presence: Uint8Array[] = []
  /** What Yjs threw while it took in what arrived. */
  readonly faults: Error[] = []
  paused = false
  #room: Room | null = null
  #unread: Uint8Array[] | null = null
  #whenSent: (() => void)[] = []

  constructor({ mayEdit = true, person = `person-${++counter}`, name = 'Нургүл' } = {}) {
    this.mayEdit = mayEdit
    this.person = { id: person, name }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#room?.receiveUpdate(this, update, false)
    })
  }

  join(room: Room): this {
    this.#room = room
    room.join(this)
    room.receiveStateVector(this, Y.encodeStateVector(this.doc))
    return this
  }

  leave(): void {
    this.#room?.leave(this)
    this.#room = null
  }

  type(words: string): void {
    const text = this.doc.getText('words')
    text.insert(text.length, words)
  }

  get words(): string {
    return this.doc.getText('words').toString()
  }

  fence(count: number): void {
    this.#room?.receiveFence(this, count)
  }

  send({ frames }: Packet): void {
    for (const frame of frames) this.#receive(frame)
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
  }

  /** From now on this client reads nothing, until `readOn`. */
  readSlowly(): void {
    this.#unread ??= []
  }

  readOn(): void {
    const frames = this.#unread ?? []
    this.#unread = null
    for (const frame of frames) this.#receive(frame)
    for (const act of this.#whenSent.splice(0)) act()
  }

  get unsent(): number {
    return (this.#unread ?? []).reduce((sum, frame) => sum + frame.length, 0)
  }

  whenSent(act: () => void): void {
    this.#whenSent.push(act)
  }

  #receive(frame: Uint8Array) {
    if (this.#unread) {
      this.#unread.push(frame)
      return
    }
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.saved) this.saved = decoding.readVarUint(decoder)
    else if (type === messageTypes.mode) this.mode = decoding.readVarString(decoder)
    else if (type === messageTypes.awareness) this.presence.push(frame)
    else if (type === messageTypes.sync) this.#sync(decoder)
  }

  end(reason: CloseReason): void {
    this.ended = reason
    this.leave()
  }

  async askAgain(): Promise<void> {
    if (this.decision === null) return
    this.accessChanges = this.decision.accessChanges
    this.#room?.changeMode(this, this.decision.mayEdit, this.decision.locked)
  }

  #sync(decoder: decoding.Decoder) {
    const answer = encoding.createEncoder()
    const type = syncProtocol.readSyncMessage(decoder, answer, this.doc, this, (fault) =>
      this.faults.push(fault),
    )
    if (type !== syncTypes.stateVector) return
    const reply = decoding.createDecoder(encoding.toUint8Array(answer))
    decoding.readVarUint(reply)
    this.#room?.receiveUpdate(this, decoding.readVarUint8Array(reply), true)
  }
}
