/** The rooms that are open in this process: opened when somebody comes, closed a while after the last has left. */
import type * as Y from 'yjs'
import type { CloseReason } from '#shared/sync/close-codes.ts'
import type { Editor } from '../domain/access.ts'
import { type Bus, type Message, noBus } from '../domain/bus.ts'
import type { DraftLog } from '../domain/draft-log.ts'
import type { Peer } from './peer.ts'
import { RoomClosed } from './pipeline.ts'
import { Room } from './room.ts'
import { systemTimers, type Timers } from './timers.ts'

export type RoomsOptions = {
  log: DraftLog
  /** Other processes with rooms of the same drafts. */
  bus?: Bus
  /** Called when a draft has changed, gathered over a second, with the text as it is then. */
  settled(statement: string, doc: Y.Doc): void
  /** Has a snapshot of a draft taken; resolves with its length in bytes, or null when there was nothing to do. */
  snapshot(statement: string): Promise<number | null>
  /** The log does not take what is written; it is tried again until it does. */
  paused(fault: unknown): void
  broken(fault: unknown): void
  /** How long an empty room stays open, in milliseconds. */
  idleMs?: number
  timers?: Timers
}

const gatherMs = 1000

type Open = {
  room: Promise<Room>
  /** The same, once it is there. */
  loaded: Room | null
  users: number
  /** What calls off the close of an empty room, and the gathering of changes. */
  idle: (() => void) | null
  gathering: (() => void) | null
}

export class Rooms {
  readonly #options: RoomsOptions
  readonly #bus: Bus
  readonly #timers: Timers
  readonly #open = new Map<string, Open>()
  readonly #closing = new Map<string, Promise<void>>()
  #closed = false

  constructor(options: RoomsOptions) {
    this.#options = options
    this.#bus = options.bus ?? noBus
    this.#bus.listen((message) => this.#hear(message))
    this.#timers = options.timers ?? systemTimers
  }

  /** Brings a socket into the room of a statement, which exists. `leave` must follow. */
  async join(statement: string, peer: Peer): Promise<Room> {
    const room = await this.#hold(statement)
    room.join(peer)
    return room
  }

  leave(statement: string, room: Room, peer: Peer): void {
    room.leave(peer)
    this.#release(statement, room)
  }

  /** Changes a draft through its live document; resolves when it is on the disk. */
  edit(statement: string, editor: Editor | null, change: (doc: Y.Doc) => void): Promise<void> {
    return this.#using(statement, (room) => room.edit(editor, change))
  }

  /** Looks at a draft as it is on the disk, and at the place in its log that this is. */
  read<Result>(statement: string, look: (doc: Y.Doc, position: bigint) => Result): Promise<Result> {
    return this.#using(statement, (room) => room.read(look))
  }

  /** Closes every room; resolves when all that was taken is on the disk. */
  async close(reason: CloseReason): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#open.keys()].map((statement) => this.#close(statement, reason)))
    await Promise.all(this.#closing.values())
  }

  #hear(message: Message) {
    if (message.kind === 'stored') {
      const statements = message.statements ?? [...this.#open.keys()]
      for (const statement of statements) this.#tellRoom(statement, (room) => room.follow())
    } else if (message.kind === 'presence') {
      this.#tellRoom(message.statement, (room) => room.hearPresence(message.states))
    } else if (message.kind === 'presence-wanted') {
      this.#tellRoom(message.statement, (room) => room.sharePresence())
    }
  }

  #tellRoom(statement: string, tell: (room: Room) => void) {
    this.#open.get(statement)?.room.then(tell, () => undefined)
  }

  async #using<Result>(statement: string, act: (room: Room) => Promise<Result>): Promise<Result> {
    const room = await this.#hold(statement)
    try {
      return await act(room)
    } finally {
      this.#release(statement, room)
    }
  }

  async #hold(statement: string): Promise<Room> {
    await this.#closing.get(statement)
    if (this.#closed) throw new Error('the rooms are closed')
    let open = this.#open.get(statement)
    if (!open) {
      open = this.#load(statement)
      this.#open.set(statement, open)
      this.#bus.tell({ kind: 'presence-wanted', statement })
    }
    open.users++
    open.idle?.()
    open.idle = null
    try {
      open.loaded = await open.room
      return open.loaded
    } catch (fault) {
      this.#forget(statement, open)
      throw fault
    }
  }

  #load(statement: string): Open {
    const room = Room.open(statement, this.#options.log, {
      timers: this.#timers,
      changed: () => this.#gather(statement, open),
      moved: (states) => this.#bus.tell({ kind: 'presence', statement, states }),
      paused: this.#options.paused,
      broken: (fault) => {
        this.#forget(statement, open)
        this.#options.broken(fault)
      },
    })
    const open: Open = { room, loaded: null, users: 0, idle: null, gathering: null }
    return open
  }

  /** Whoever was in a room that broke meanwhile is not counted in the one that took its place. */
  #release(statement: string, room: Room) {
    const open = this.#open.get(statement)
    if (open?.loaded !== room) return
    open.users--
    if (open.users > 0 || open.idle) return
    open.idle = this.#timers.after(
      this.#options.idleMs ?? 30_000,
      () => void this.#close(statement, 'tryLater'),
    )
  }

  #gather(statement: string, open: Open) {
    if (this.#open.get(statement) !== open) return
    open.gathering ??= this.#timers.after(gatherMs, () => {
      open.gathering = null
      if (open.loaded) void this.#settle(statement, open.loaded)
    })
  }

  /** Nothing is settled in a room that ends before the disk takes what was written there. */
  async #settle(statement: string, room: Room) {
    await room
      .read((doc) => this.#options.settled(statement, doc))
      .catch((fault) => fault instanceof RoomClosed || this.#options.broken(fault))
    void room.tail.shorten('open', () => this.#options.snapshot(statement))
  }

  #close(statement: string, reason: CloseReason): Promise<void> {
    const open = this.#open.get(statement)
    if (!open) return Promise.resolve()
    const closing = this.#finish(statement, open, reason).finally(() =>
      this.#closing.delete(statement),
    )
    this.#closing.set(statement, closing)
    return closing
  }

  async #finish(statement: string, open: Open, reason: CloseReason) {
    try {
      const room = await open.room
      const settling = open.gathering ? this.#settle(statement, room) : null
      this.#forget(statement, open)
      await room.close(reason)
      await settling
      void room.tail.shorten('closed', () => this.#options.snapshot(statement))
    } catch (fault) {
      this.#forget(statement, open)
      this.#options.broken(fault)
    }
  }

  #forget(statement: string, open: Open) {
    open.idle?.()
    open.gathering?.()
    if (this.#open.get(statement) === open) this.#open.delete(statement)
  }
}
