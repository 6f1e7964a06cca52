/**
 * One room under attack: frames go in as from sockets, from two editors who work together, a reader, a
 * reviewer and somebody who replays what others sent, while honest people write and read. [DRAFT1]
 * [DRAFT2] [REV1]
 */
import * as Y from 'yjs'
import { readFrame } from '#server/sync/read-frame.ts'
import { Room } from '#server/sync/room.ts'
import { editorNamed } from '../support/editor.ts'
import { MemoryLog } from '../support/memory-log.ts'
import { pick, type Random, upTo } from '../support/random.ts'
import { RoomPeer } from '../support/room-peer.ts'
import type { Aim } from './corpus.ts'
import type { Figures, FuzzOptions } from './fuzz-room.ts'
import { Writer } from './honest.ts'
import type { HostileFrames } from './hostile-frames.ts'
import { LogMirror } from './log-mirror.ts'
import { type Cast, whatIsBroken } from './room-rules.ts'
import { SilentPeer } from './silent-peer.ts'

/** The longest that frames sent together may take. */
const mostMs = 1000
const attackers = ['editor', 'accomplice', 'stranger', 'reader', 'reviewer'] as const
type Attacker = (typeof attackers)[number]
const mayNotWrite: readonly Attacker[] = ['reader', 'reviewer']

type Fuzz = { options: FuzzOptions; figures: Figures; random: Random; hostile: HostileFrames }
type Sent = { peer: SilentPeer; frame: Uint8Array }

export class FuzzedRoom {
  readonly #fuzz: Fuzz
  readonly #room: Room
  readonly #mirror: LogMirror
  readonly #cast: Cast
  readonly #peers = new Map<Attacker, SilentPeer>()
  readonly #ownClients = new Map<Attacker, number>()
  #came = 0
  #cpuAtCheck = process.cpuUsage()

  private constructor(fuzz: Fuzz, log: MemoryLog, room: Room) {
    this.#fuzz = fuzz
    this.#room = room
    this.#mirror = new LogMirror(log)
    this.#cast = {
      log,
      victim: new Writer('victim', fuzz.random),
      colleague: new Writer('colleague', fuzz.random),
      watcher: new RoomPeer({ person: 'watcher', mayEdit: false }),
    }
  }

  static async open(fuzz: Fuzz): Promise<FuzzedRoom> {
    const log = new MemoryLog()
    const broken = (fault: unknown) => {
      throw fault
    }
    const nothing = () => undefined
    const room = await Room.open('fuzzed', log, {
      moved: nothing,
      changed: nothing,
      paused: broken,
      broken,
    })
    return new FuzzedRoom(fuzz, log, room)
  }

  /** Sends frames until there were so many. */
  async run(until: number): Promise<void> {
    const { options, figures } = this.#fuzz
    const { victim, colleague, watcher } = this.#cast
    for (const peer of [victim, colleague, watcher]) peer.join(this.#room)
    await this.#drain()
    for (const peer of [victim, colleague]) peer.point(this.#room)
    victim.write()
    await this.#drain()
    if (options.plant) await this.#plant(options.plant)
    const { checkEvery = 1000 } = options
    let nextCheck = figures.frames + checkEvery
    while (figures.frames < until && figures.violations.length === 0) {
      const count = Math.min(1 + upTo(this.#fuzz.random, 8), until - figures.frames)
      if (this.#fuzz.random() < 0.02) await this.#sendFromReaders()
      else await this.#send(this.#frames(count, attackers))
      if (figures.frames < nextCheck) continue
      nextCheck += checkEvery
      await this.#check()
    }
    if (figures.violations.length === 0) await this.#check()
    figures.taken += this.#cast.log.entries.length
    figures.written += victim.said.length
    await this.#room.close('restart')
  }

  #frames(count: number, from: readonly Attacker[]): Sent[] {
    this.#mirror.follow()
    const { hostile, random } = this.#fuzz
    return Array.from({ length: count }, () => {
      const by = pick(random, from)
      const peer = this.#peer(by)
      return { peer, frame: hostile.next(this.#mirror.doc, this.#aim(by), this.#cast.victim.said) }
    })
  }

  async #send(frames: readonly Sent[]) {
    const { figures, random } = this.#fuzz
    const { victim, colleague } = this.#cast
    const start = performance.now()
    try {
      for (const { peer, frame } of frames) {
        if (random() < 0.03) victim.write()
        if (random() < 0.01) colleague.write()
        if (peer.ended === null) readFrame(frame, peer, this.#room)
      }
      await this.#drain()
    } catch (fault) {
      this.#violation(`a throw got out: ${fault}`, frames)
    }
    const took = Math.round(performance.now() - start)
    figures.frames += frames.length
    figures.slowestMs = Math.max(figures.slowestMs, took)
    if (took > mostMs && this.#workSinceCheck() > mostMs) this.#violation(`took ${took} ms`, frames)
    if (random() < 0.05) colleague.readSlowly()
    else if (random() < 0.1) colleague.readOn()
  }

  /** Of the processor, in milliseconds: others may have kept it busy while the clock went on. */
  #workSinceCheck(): number {
    const { user, system } = process.cpuUsage(this.#cpuAtCheck)
    return (user + system) / 1000
  }

  /** Whatever readers send, the document stays what it was to the byte. */
  async #sendFromReaders() {
    const { log, victim, colleague } = this.#cast
    colleague.readOn()
    await this.#settle()
    const state = () => this.#room.read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)))
    const [before, entries] = [await state(), log.entries.length]
    const frames = this.#frames(100, mayNotWrite)
    for (const { peer, frame } of frames) {
      if (peer.ended === null) readFrame(frame, peer, this.#room)
    }
    await this.#drain()
    this.#fuzz.figures.frames += frames.length
    const isSame = before.equals(await state()) && log.entries.length === entries
    if (!isSame) this.#violation('[REV1] bytes of readers have changed the document', frames)
    victim.point(this.#room)
  }

  /** Whoever was sent away comes back on a new socket; an editor as somebody else, or nothing more would be taken. */
  #peer(by: Attacker): SilentPeer {
    const known = this.#peers.get(by)
    if (known && known.ended === null) return known
    if (known) {
      this.#fuzz.figures.expelled++
      this.#room.leave(known)
    }
    const mayEdit = !mayNotWrite.includes(by)
    const isNew = mayEdit && (!this.#ownClients.has(by) || this.#fuzz.random() < 0.1)
    if (isNew) {
      this.#came++
      this.#ownClients.set(by, 1 + upTo(this.#fuzz.random, 2 ** 31))
    }
    const peer = new SilentPeer(
      `${by} ${isNew || !known ? this.#came : known.person.id.split(' ')[1]}`,
      mayEdit,
    )
    this.#room.join(peer)
    this.#room.receiveStateVector(peer, Uint8Array.of(0))
    // An answer that it has nothing, so that what it sends is taken.
    if (mayEdit) this.#room.receiveUpdate(peer, Uint8Array.of(0, 0), true)
    this.#peers.set(by, peer)
    return peer
  }

  #aim(by: Attacker): Aim {
    const { store } = this.#mirror.doc
    const own = this.#ownClients.get(by) ?? 1
    const victim = this.#cast.victim.doc.clientID
    const [clock, victimClock] = [Y.getState(store, own), Y.getState(store, victim)]
    return { own, clock, victim, victimClock }
  }

  /** Resolves when the room has worked off all that was sent. */
  #drain(): Promise<void> {
    return this.#room.read(() => {})
  }

  /** Resolves when nobody has anything to say any more, also in answer to what they hear. */
  async #settle() {
    const { log } = this.#cast
    for (let stored = -1; stored < log.entries.length; await this.#drain()) {
      stored = log.entries.length
      await new Promise((done) => setImmediate(done))
    }
  }

  async #plant(plant: (aim: Aim) => Uint8Array) {
    this.#mirror.follow()
    const update = plant(this.#aim('reader'))
    await this.#room.edit(editorNamed('reader'), (doc) => Y.applyUpdate(doc, update))
  }

  async #check() {
    this.#cast.colleague.readOn()
    this.#cast.victim.write()
    await this.#settle()
    const { figures } = this.#fuzz
    figures.checks++
    this.#mirror.follow()
    const broken = await this.#room.read((doc) => whatIsBroken(doc, this.#cast, this.#mirror))
    if (broken) this.#violation(broken, [])
    this.#mirror.restart()
    this.#cpuAtCheck = process.cpuUsage()
  }

  #violation(rule: string, frames: readonly { frame: Uint8Array }[]) {
    const hex = frames.map(({ frame }) => Buffer.from(frame).toString('hex'))
    const { seed, frames: frame } = this.#fuzz.figures
    this.#fuzz.figures.violations.push({ rule, seed, frame, hex })
  }
}
