/** A simulated client: a real Y.Doc that speaks as y-websocket does, and the editor's own count of what is saved. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { Acknowledgements } from '#client/sync/acknowledgements.ts'
import { type DraftState, draftStateOf } from '#client/sync/draft-state.ts'
import { messageTypes, type SocketMode, syncTypes } from '#shared/sync/messages.ts'
import { numbers, presenceFrame, syncFrame } from './client-frames.ts'
import type { Author, Ledger } from './ledger.ts'
import { type ClientEnd, Line } from './line.ts'
import type { Person } from './people.ts'
import { wordsOf } from './text.ts'
import type { World } from './world.ts'

export type Surroundings = {
  world: World
  ledger: Ledger
  slowestMs: number
  answer(line: Line, person: string): boolean
  overhear(client: Client, frame: Uint8Array): void
  /** An update of its own arrives at the server. */
  arrived(client: Client, update: Uint8Array): void
}

const longestBackoffMs = 2000

export class Client implements Author, ClientEnd {
  readonly name: string
  readonly person: Person
  readonly doc = new Y.Doc()
  readonly isPolite: boolean
  /** Every change that was made here, as an update; the first is number 1. */
  readonly changes: Uint8Array[] = []
  /** The highest fence that was answered here. */
  saved = 0
  closedWith: number | null = null
  /** Whether anybody has edited here. */
  hasWritten = false
  /** How often its person had been removed when the page was opened; -1 when it just was. */
  readonly #removals: number
  /** The page was closed. */
  gone = false
  /** No call gets through. */
  cutOff = false
  readonly #around: Surroundings
  readonly #acknowledgements = new Acknowledgements()
  #line: Line | null = null
  #lastLine: Line | null = null
  #connected = false
  #synced = false
  #everSynced = false
  #mode: SocketMode | null = null
  #failures = 0
  #presence = 0

  constructor(around: Surroundings, person: Person, number: number, isPolite: boolean) {
    this.#around = around
    this.person = person
    this.#removals = person.role === 'removed' ? -1 : person.removals
    this.name = `c${number}`
    this.isPolite = isPolite
    this.doc.clientID = number
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#onChange(update)
    })
    this.#dial()
  }

  /** What the screen says. */
  get state(): DraftState {
    return draftStateOf({
      connected: this.#connected,
      failed: true,
      synced: this.#synced,
      loaded: this.#everSynced,
      kept: 'nowhere',
      mode: this.#mode,
      unsaved: this.#acknowledgements.unsaved,
      closedWith: this.closedWith,
    })
  }

  get mayEdit(): boolean {
    const ended = this.closedWith !== null && this.isPolite
    return (
      this.#everSynced && !this.gone && !ended && (this.#mode === 'edit' || this.#mode === 'paused')
    )
  }

  /** Whether nobody has refused it anything, so that in the end all that it typed must be there. */
  get isWhole(): boolean {
    return !this.gone && this.closedWith === null && this.person.role === 'edit'
  }

  /** Whether it only ever read, and was never told to go. */
  get isReader(): boolean {
    return !this.hasWritten && this.person.removals === this.#removals
  }

  certain(): number {
    return this.isWhole ? this.changes.length : this.saved
  }

  /** Somebody edits here, in one change. */
  change(act: (doc: Y.Doc) => void): void {
    this.hasWritten = true
    this.doc.transact(() => act(this.doc))
  }

  /** Closes the page; what was not saved may be lost with it. */
  leave(): void {
    this.gone = true
    this.#lastLine?.hangUp()
    this.#disconnected()
  }

  breakLine(): void {
    this.#line?.break(true)
  }

  /** Sends bytes as an update, whatever the server has said. */
  sendUpdate(update: Uint8Array): void {
    this.#lastLine?.up(syncFrame(syncTypes.update, update))
  }

  /** Says where its caret is. */
  tellPresence(): void {
    const state = encoding.createEncoder()
    for (const number of [1, this.doc.clientID, ++this.#presence])
      encoding.writeVarUint(state, number)
    encoding.writeVarString(state, '{"cursor":{}}')
    this.#send(presenceFrame(encoding.toUint8Array(state)))
  }

  opened(): void {
    this.#connected = true
    this.#acknowledgements.lost()
    this.#ask()
    this.#send(syncFrame(syncTypes.stateVector, Y.encodeStateVector(this.doc)))
  }

  received(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.#onSync(decoder)
    else if (type === messageTypes.mode) this.#mode = decoding.readVarString(decoder) as SocketMode
    else if (type === messageTypes.saved) this.#onSaved(decoding.readVarUint(decoder))
  }

  closed(code: number | null): void {
    this.#around.world.note(() => `${this.name}      is cut off (${code ?? 'no answer'})`)
    if (code !== null && code >= 4400 && code < 4500) {
      this.closedWith = code
      // Who is not polite goes on sending over a line that the server has closed.
      if (this.isPolite) this.#disconnected()
      return
    }
    this.#disconnected()
    const wait = Math.min(2 ** ++this.#failures * 100, longestBackoffMs)
    this.#around.world.after(wait, () => this.#dial())
  }

  overhear(frame: Uint8Array): void {
    this.#around.overhear(this, frame)
  }

  #dial() {
    if (this.gone) return
    const line = new Line(this.#around.world, this, this.#around.slowestMs)
    this.#line = line
    this.#lastLine = line
    line.dial(() => !this.cutOff && this.#around.answer(line, this.person.id))
  }

  #disconnected() {
    this.#line = null
    this.#connected = false
    this.#synced = false
    this.#acknowledgements.lost()
    if (this.#mode === 'paused') this.#mode = 'edit'
  }

  #onChange(update: Uint8Array) {
    if (this.#connected) this.#sendOwn(syncTypes.update, update)
    if (this.#mode === 'read') return
    this.changes.push(update)
    this.#acknowledgements.changed()
    this.#ask()
  }

  #ask() {
    if (!this.#connected) return
    const { fence } = this.#acknowledgements
    if (fence === null) return
    this.#acknowledgements.sent()
    this.#send(numbers(messageTypes.fence, fence))
  }

  #onSaved(fence: number) {
    this.#around.world.note(() => `${this.name}      is told that ${fence} is saved`)
    this.saved = Math.max(this.saved, fence)
    this.#acknowledgements.saved(fence)
    this.#ask()
  }

  #onSync(decoder: decoding.Decoder) {
    const answer = encoding.createEncoder()
    const type = syncProtocol.readSyncMessage(decoder, answer, this.doc, this)
    if (type === syncTypes.stateVector) {
      const payload = decoding.createDecoder(encoding.toUint8Array(answer))
      decoding.readVarUint(payload)
      this.#sendOwn(syncTypes.missing, decoding.readVarUint8Array(payload))
      return
    }
    if (type === syncTypes.missing && !this.#synced) {
      this.#synced = true
      this.#everSynced = true
      this.#failures = 0
    }
    this.#around.ledger.look(this, wordsOf(this.doc))
  }

  #sendOwn(type: number, update: Uint8Array) {
    this.#line?.up(syncFrame(type, update), () => this.#around.arrived(this, update))
  }

  #send(frame: Uint8Array) {
    this.#line?.up(frame)
  }
}
