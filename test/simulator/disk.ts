/** A simulated disk, and the log on it as one life of the server sees it. */
import * as Y from 'yjs'
import {
  AccessChanged,
  type ClientBinding,
  type DraftLog,
  type LogEntry,
  type Snapshot,
  type StoredDraft,
} from '#server/domain/draft-log.ts'
import { replay } from '#server/domain/replay.ts'
import { unshared } from '../support/unshared-log.ts'
import type { World } from './world.ts'

/** What survives every crash. */
export class Disk {
  /** Everything that is on the disk, as a document. */
  readonly doc = new Y.Doc()
  readonly entries: LogEntry[] = []
  readonly bindings: ClientBinding[] = []
  /** Takes nothing while set. */
  full = false
  /** How often, of all times, an append is on the disk and its answer is lost. */
  lostAnswers = 0
  /** How often, of all times, loading fails. */
  failedLoads = 0
  /** The most that one write takes, in milliseconds. */
  slowestMs = 20
  /** Told of each batch when it is handed over, before it is anywhere. */
  written: (entries: readonly LogEntry[]) => void = () => undefined

  /** Told of each entry in the moment in which it gets onto the disk. */
  stored: (entry: LogEntry) => void = () => undefined
  /** How often what a person may do has changed. */
  accessChangesOf: (person: string) => number = () => 0

  /** Whether everybody who wrote these still may do what they might when they were let in. */
  takes(entries: readonly LogEntry[]): boolean {
    return entries.every(
      ({ person, accessChanges }) =>
        person === null ||
        accessChanges === undefined ||
        accessChanges === this.accessChangesOf(person),
    )
  }

  store(entries: readonly LogEntry[], bindings: readonly ClientBinding[]): bigint[] {
    this.bindings.push(...bindings)
    return entries.map((entry) => {
      this.stored(entry)
      Y.applyUpdate(this.doc, entry.bytes)
      return BigInt(this.entries.push(entry))
    })
  }

  /** `covered` is how many of the first entries a snapshot stands for. */
  load(statement: string, upTo: bigint, covered: number): StoredDraft {
    const length = Math.min(this.entries.length, Number(upTo))
    const bindings = new Map<number, string | null>()
    for (const { client, person } of this.bindings) {
      if (!bindings.has(client)) bindings.set(client, person)
    }
    const updates = this.entries
      .slice(0, length)
      .filter((entry) => entry.statement === statement)
      .map(({ bytes }) => bytes)
    return {
      snapshot: covered > 0 ? snapshotOf(updates.slice(0, covered)) : null,
      updates: updates.slice(covered),
      position: BigInt(length),
      bindings,
    }
  }
}

function snapshotOf(updates: readonly Uint8Array[]): Snapshot {
  const doc = new Y.Doc()
  replay(doc, updates)
  return { bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
}

type Writing = { entries: readonly LogEntry[]; bindings: readonly ClientBinding[] }

export class SimulatedLog implements DraftLog {
  readonly isShared = unshared.isShared
  readonly since = unshared.since
  readonly owners = unshared.owners
  readonly history = unshared.history
  readonly #world: World
  readonly #disk: Disk
  readonly #underWay = new Set<Writing>()
  #crashed = false

  constructor(world: World, disk: Disk) {
    this.#world = world
    this.#disk = disk
  }

  async append(
    entries: readonly LogEntry[],
    bindings: readonly ClientBinding[],
  ): Promise<bigint[]> {
    const { random } = this.#world
    this.#disk.written(entries)
    const writing = { entries, bindings }
    this.#underWay.add(writing)
    await this.#pass()
    this.#underWay.delete(writing)
    if (this.#disk.full) throw new Error('the disk is full')
    if (!this.#disk.takes(entries)) throw new AccessChanged()
    const positions = this.#disk.store(entries, bindings)
    this.#world.note(() => `disk    stored up to ${positions.at(-1)}`)
    if (random.chance(this.#disk.lostAnswers)) throw new Error('the answer was lost')
    return positions
  }

  async load(statement: string, upTo?: bigint): Promise<StoredDraft> {
    await this.#pass()
    const { random } = this.#world
    if (random.chance(this.#disk.failedLoads)) throw new Error('the disk cannot be read')
    const length = this.#disk.entries.length
    const covered = random.chance(0.5) ? Math.trunc(random.between(0, length)) : 0
    return this.#disk.load(statement, upTo ?? BigInt(length), covered)
  }

  /** Each write that is under way gets wholly onto the disk, or not at all; nobody is told which. */
  crash(): void {
    this.#crashed = true
    for (const { entries, bindings } of this.#underWay) {
      if (this.#disk.full || !this.#disk.takes(entries)) continue
      if (this.#world.random.chance(0.5)) continue
      this.#disk.store(entries, bindings)
      this.#world.note(() => 'disk    stored what was under way')
    }
  }

  /** A write or a read takes its time; after a crash nobody is there for whom it could end. */
  #pass(): Promise<void> {
    const { random } = this.#world
    return new Promise((done) => {
      this.#world.after(random.between(1, this.#disk.slowestMs), () => {
        if (!this.#crashed) done()
      })
    })
  }
}
