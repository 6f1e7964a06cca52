/** Honest people in a room that is under attack: somebody who writes, a colleague on a bad line, a reader. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import '#client/sync/true-neighbours.ts'
import type { Room } from '#server/sync/room.ts'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'
import { bodyOf } from '#shared/text/draft.ts'
import { pick, type Random, upTo } from '../support/random.ts'
import { RoomPeer } from '../support/room-peer.ts'
import { bytesOf, parts, presenceOf } from './bombs.ts'

/** The longest text, in units, that is written on: else comparing takes all the time. */
const mostBlocks = 12
const mostLetters = 400

/** Writes as our editor does: blocks with keys, words, formats; deletes, and undoes its own. */
export class Writer extends RoomPeer {
  readonly #random: Random
  readonly #undoManager: Y.UndoManager
  readonly #body: Y.XmlFragment
  readonly #acts: ((block: Y.XmlText) => void)[]
  #clock = 0
  #fence = 0
  /** The frames of its updates, for others to replay. */
  readonly said: Uint8Array[] = []

  constructor(person: string, random: Random) {
    super({ person })
    this.#random = random
    this.doc.clientID = 1 + upTo(random, 2 ** 31)
    this.#body = bodyOf(this.doc, 'ru')
    this.#undoManager = new Y.UndoManager(this.#body, { captureTimeout: 0 })
    const place = (block: Y.XmlText) => wholePlace(block, upTo(random, block.length + 1))
    this.#acts = [
      (block) => block.insert(place(block), pick(random, ['вода ', 'сады', '😀', 'я\n'])),
      (block) => this.#stretch(block, (at, length) => block.delete(at, length)),
      (block) => this.#stretch(block, (at, length) => block.format(at, length, this.#format())),
      (block) => block.setAttribute('level', upTo(random, 4) as never),
      () => this.#addBlock(),
      () => this.#body.delete(upTo(random, this.#body.length), 1),
      () => this.#undoManager.undo(),
    ]
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.said.push(updateOf(update))
    })
  }

  /** One act, and the question whether all is saved. */
  write(): void {
    const block =
      this.#body.length > 0 ? this.#body.get(upTo(this.#random, this.#body.length)) : null
    if (!(block instanceof Y.XmlText)) this.#addBlock()
    else if (this.#body.length > mostBlocks) this.#body.delete(0, this.#body.length - 3)
    else if (block.length > mostLetters) block.delete(0, block.length)
    else pick(this.#random, this.#acts)(block)
    this.fence(++this.#fence)
  }

  get isAllSaved(): boolean {
    return this.saved === this.#fence
  }

  /** Tells where its caret is now. */
  point(room: Room): void {
    room.receivePresence(this, presenceOf([[this.doc.clientID, ++this.#clock, '{"cursor":null}']]))
  }

  #addBlock() {
    const block = new Y.XmlText()
    block.insert(0, 'слово')
    block.setAttribute('id', `${this.doc.clientID}.${this.#clock++}`)
    this.#body.insert(upTo(this.#random, this.#body.length + 1), [block])
  }

  /** A stretch of letters that tears none of two units. */
  #stretch(block: Y.XmlText, act: (at: number, length: number) => void) {
    const from = wholePlace(block, upTo(this.#random, block.length + 1))
    const to = wholePlace(block, Math.min(from + 1 + upTo(this.#random, 5), block.length))
    if (to > from) act(from, to - from)
  }

  #format(): Record<string, object | null> {
    return { [pick(this.#random, ['bold', 'italic'])]: this.#random() < 0.5 ? {} : null }
  }
}

/** The place itself, or the one before it when it lies within a letter of two units. */
function wholePlace(block: Y.XmlText, at: number): number {
  const words = (block.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
  return /[\ud800-\udbff]$/.test(words.slice(0, at)) ? at - 1 : at
}

/** The state of a client in a presence frame: name and colour aside, null when it has gone. */
type Shown = { user?: { id?: string } } | null

/** Whom somebody sees in the room: by client id, the person that the state names. */
export function readPresence(frame: Uint8Array): [client: number, state: Shown][] {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return Array.from({ length: decoding.readVarUint(inner) }, () => {
    const client = decoding.readVarUint(inner)
    decoding.readVarUint(inner)
    return [client, JSON.parse(decoding.readVarString(inner)) as Shown]
  })
}

const updateOf = (update: Uint8Array): Uint8Array =>
  bytesOf((encoder) => {
    parts(messageTypes.sync, syncTypes.update)(encoder)
    encoding.writeVarUint8Array(encoder, update)
  })
