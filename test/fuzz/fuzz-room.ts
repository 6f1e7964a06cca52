/**
 * Hostile frames against a room, in this process: they go in as from a socket, from an editor, a
 * reader and somebody who replays what others sent, while a victim types. Everything that the room
 * promises is looked at again and again: [DRAFT1], [DRAFT2] and, for the reader, [REV1].
 */
import * as Y from 'yjs'
import { readFrame } from '#server/sync/read-frame.ts'
import { Room } from '#server/sync/room.ts'
import { MemoryLog } from '../support/memory-log.ts'
import { type Random, seeded, upTo } from '../support/random.ts'
import { RoomPeer } from '../support/room-peer.ts'
import { type Aim, updateFrameOf } from './corpus.ts'
import { HostileFrames } from './hostile-frames.ts'
import { asIs, contentsOf, outlineOf } from './outline.ts'

export type FuzzOptions = {
  frames: number
  seed: number
  /** Frames between two looks at everything, and between two new drafts. */
  checkEvery?: number
  draftEvery?: number
  /** Put into the draft past the gate, as the reader’s, to see that the fuzzer finds it. */
  plant?: (aim: Aim) => Uint8Array
}

type Violation = { rule: string; seed: number; frame: number; hex: string[] }

export type Figures = {
  frames: number
  seed: number
  taken: number
  expelled: number
  typed: number
  slowestMs: number
  checks: number
  /** Looks at which all had the same words, but Yjs had put those of an attacker in another order. */
  reordered: number
  violations: Violation[]
}

/** The longest that frames sent together may take. */
const mostMs = 1000
const statement = 'fuzzed'
const attackers = ['editor', 'reader', 'stranger'] as const
type Attacker = (typeof attackers)[number]

export async function fuzzRoom(options: FuzzOptions): Promise<Figures> {
  const { frames, seed, draftEvery = 5000 } = options
  const random = seeded(seed)
  const figures: Figures = {
    ...{ frames: 0, seed, taken: 0, expelled: 0, typed: 0, slowestMs: 0, checks: 0 },
    reordered: 0,
    violations: [],
  }
  const hostile = new HostileFrames(random)
  while (figures.frames < frames && figures.violations.length === 0) {
    const round = await FuzzedRoom.open({ options, figures, random, hostile })
    await round.run(Math.min(figures.frames + draftEvery, frames))
  }
  return figures
}

type Fuzz = { options: FuzzOptions; figures: Figures; random: Random; hostile: HostileFrames }

class FuzzedRoom {
  readonly #fuzz: Fuzz
  readonly #log: MemoryLog
  readonly #room: Room
  /** Built from the log alone, entry by entry. */
  #mirror = new Y.Doc()
  #mirrored = 0
  readonly #victim = new RoomPeer({ person: 'victim' })
  readonly #peers = new Map<Attacker, RoomPeer>()
  #ownClient = 0
  #fence = 0
  /** What the victim has sent, for others to replay. */
  readonly #said: Uint8Array[] = []

  private constructor(fuzz: Fuzz, log: MemoryLog, room: Room) {
    this.#fuzz = fuzz
    this.#log = log
    this.#room = room
    this.#victim.doc.clientID = 1 + upTo(fuzz.random, 2 ** 31)
    this.#victim.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#victim) this.#said.push(updateFrameOf(update))
    })
    asIs(this.#mirror)
  }

  static async open(fuzz: Fuzz): Promise<FuzzedRoom> {
    const log = new MemoryLog()
    const ignore = () => {}
    const broken = (fault: unknown) => {
      throw fault
    }
    const room = await Room.open(statement, log, {
      moved: () => undefined,
      changed: ignore,
      paused: broken,
      broken,
    })
    return new FuzzedRoom(fuzz, log, room)
  }

  /** Sends frames until there were so many. */
  async run(until: number): Promise<void> {
    this.#victim.join(this.#room)
    this.#type()
    await this.#drain()
    if (this.#fuzz.options.plant) await this.#plant(this.#fuzz.options.plant)
    const { checkEvery = 1000 } = this.#fuzz.options
    let nextCheck = this.#fuzz.figures.frames + checkEvery
    while (this.#fuzz.figures.frames < until && this.#fuzz.figures.violations.length === 0) {
      await this.#sendSome(until)
      if (this.#fuzz.figures.frames < nextCheck) continue
      nextCheck += checkEvery
      await this.#check()
    }
    await this.#check()
    await this.#room.close('restart')
  }

  async #sendSome(until: number) {
    this.#mirrorLog()
    const count = Math.min(1 + upTo(this.#fuzz.random, 8), until - this.#fuzz.figures.frames)
    const frames = Array.from({ length: count }, () => {
      const by = attackers[upTo(this.#fuzz.random, attackers.length)] ?? 'editor'
      const peer = this.#peer(by)
      return { peer, frame: this.#fuzz.hostile.next(this.#mirror, this.#aim(), this.#said) }
    })
    const start = performance.now()
    try {
      for (const { peer, frame } of frames) {
        if (peer.ended === null) readFrame(frame, peer, this.#room)
      }
      if (this.#fuzz.random() < 0.1) this.#type()
      await this.#drain()
    } catch (fault) {
      this.#violation(`a throw got out: ${fault}`, frames)
    }
    const took = performance.now() - start
    this.#fuzz.figures.frames += count
    this.#fuzz.figures.slowestMs = Math.max(this.#fuzz.figures.slowestMs, Math.round(took))
    if (took > mostMs) this.#violation(`took ${Math.round(took)} ms`, frames)
  }

  /** Whoever was sent away comes back as a new one. */
  #peer(by: Attacker): RoomPeer {
    const known = this.#peers.get(by)
    if (known && known.ended === null) return known
    if (known) this.#fuzz.figures.expelled++
    const peer = new SilentPeer({ person: by, mayEdit: by !== 'reader' })
    peer.join(this.#room)
    // An answer that it has nothing, so that what it sends is taken.
    if (by !== 'reader') this.#room.receiveUpdate(peer, new Uint8Array([0, 0]), true)
    this.#peers.set(by, peer)
    if (by === 'editor' && (this.#ownClient === 0 || this.#fuzz.random() < 0.1)) {
      this.#ownClient = 1 + upTo(this.#fuzz.random, 2 ** 31)
    }
    return peer
  }

  #aim(): Aim {
    const victim = this.#victim.doc.clientID
    return {
      own: this.#ownClient,
      clock: Y.getState(this.#mirror.store, this.#ownClient),
      victim,
      victimClock: Y.getState(this.#mirror.store, victim),
    }
  }

  #type() {
    this.#victim.type(`${++this.#fuzz.figures.typed} слово `)
    const text = this.#victim.doc.getText('words')
    if (text.length > 2000) text.delete(0, 500)
    if (this.#fuzz.random() < 0.2) text.format(text.length - 3, 3, { bold: {} })
    this.#victim.fence(++this.#fence)
  }

  /** Resolves when the room has worked off all that was sent. */
  #drain(): Promise<void> {
    return this.#room.read(() => {})
  }

  #mirrorLog() {
    for (const { bytes } of this.#log.entries.slice(this.#mirrored)) {
      Y.applyUpdate(this.#mirror, bytes)
    }
    this.#fuzz.figures.taken += this.#log.entries.length - this.#mirrored
    this.#mirrored = this.#log.entries.length
  }

  async #plant(plant: (aim: Aim) => Uint8Array) {
    this.#mirrorLog()
    const update = plant(this.#aim())
    await this.#room.edit('reader', (doc) => Y.applyUpdate(doc, update))
  }

  async #check() {
    this.#type()
    // What the victim hears it may answer, with formats that it tidies up.
    for (let stored = -1; stored < this.#log.entries.length; await this.#drain()) {
      stored = this.#log.entries.length
      await new Promise((done) => setImmediate(done))
    }
    this.#fuzz.figures.checks++
    const state = await this.#room.read((doc) => {
      this.#mirrorLog()
      return {
        outline: outlineOf(doc),
        contents: contentsOf(doc),
        pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
      }
    })
    const { doc: mine, saved, ended } = this.#victim
    const broken = Object.entries({
      'nothing waits for what is missing': !state.pending,
      'the document is what the log says': state.contents === contentsOf(this.#mirror),
      '[DRAFT1] the victim has the same text': state.contents === contentsOf(mine),
      '[DRAFT2] all that the victim typed is told to be saved': saved === this.#fence,
      'the victim is still there': ended === null,
      '[REV1] the reader has written nothing': this.#log.entries.every(isNotReaders),
      'nobody has written in the name of another': this.#areOwn(),
    }).find(([, holds]) => !holds)
    if (broken) this.#violation(broken[0], [])
    if (state.outline !== outlineOf(this.#mirror) || state.outline !== outlineOf(mine)) {
      this.#fuzz.figures.reordered++
    }
  }

  /** Whether everything in the log that has a client id was sent by the person whose it is. */
  #areOwn(): boolean {
    const victim = this.#victim.doc.clientID
    return this.#log.bindings.every(
      ({ client, person }) => client !== victim || person === 'victim',
    )
  }

  #violation(rule: string, frames: readonly { frame: Uint8Array }[]) {
    const hex = frames.map(({ frame }) => Buffer.from(frame).toString('hex'))
    const { seed, frames: frame } = this.#fuzz.figures
    this.#fuzz.figures.violations.push({ rule, seed, frame, hex })
  }
}

/** A peer that does not listen. */
class SilentPeer extends RoomPeer {
  override send(): void {}
}

const isNotReaders = ({ person }: { person: string | null }) => person !== 'reader'
