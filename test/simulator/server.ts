/** The simulated server: real rooms and real sockets on the simulated disk, one life after another. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { DraftLog } from '#server/domain/draft-log.ts'
import type { Room } from '#server/sync/room.ts'
import { Rooms } from '#server/sync/rooms.ts'
import { type Admission, addressOf, Sockets } from '#server/sync/sockets.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { handshake } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { type Disk, SimulatedLog } from './disk.ts'
import type { Line } from './line.ts'
import type { People } from './people.ts'
import type { World } from './world.ts'

export const statement = 's'

/** Something wrong that is built in, to see that it is found. */
export type Sabotage = { log?(log: DraftLog): DraftLog; room?(room: Room): void }

type Life = {
  alive: boolean
  log: SimulatedLog
  rooms: Rooms
  sockets: Sockets
  lines: Set<Line>
}

/** Whoever stops a server waits so long before killing it. */
const patienceMs = 10_000

export class Server {
  readonly #world: World
  readonly #disk: Disk
  readonly #people: People
  readonly #sabotage: Sabotage
  #life: Life | null = null
  /** Called when it is down, for whatever reason. */
  down: () => void = () => undefined
  /** Edits of its own that nobody has been answered yet. */
  unanswered = 0

  constructor(world: World, disk: Disk, people: People, sabotage: Sabotage) {
    this.#world = world
    this.#disk = disk
    this.#people = people
    this.#sabotage = sabotage
  }

  start(): void {
    if (this.#life) return
    const world = this.#world
    world.note(() => 'server  starts')
    const log = new SimulatedLog(world, this.#disk)
    const rooms = new SabotagedRooms(this.#sabotage, {
      log: this.#sabotage.log?.(log) ?? log,
      snapshot: async () => null,
      settled: () => undefined,
      paused: () => world.note(() => 'server  paused'),
      broken: (fault) => world.note(() => `server  a room broke: ${fault}`),
      idleMs: 3000,
      timers: {
        after: (ms, act) => world.after(ms, () => life.alive && act()),
        soon: () => new Promise((done) => world.after(0, () => life.alive && done())),
      },
    })
    const sockets = new Sockets(rooms, (request) => this.#admit(life, request))
    const life: Life = { alive: true, log, rooms, sockets, lines: new Set() }
    this.#life = life
  }

  /** Takes a call; false when nobody is there. */
  answer(line: Line, person: string): boolean {
    const life = this.#life
    if (!life) return false
    life.lines.add(line)
    const url = `/sync/${statement}?${handshake.schema}=${schemaVersion}&${handshake.ours}=1&person=${person}`
    const request = { url } as IncomingMessage
    const { socket } = line
    void life.sockets.welcome(socket as unknown as WebSocket, socket as unknown as Duplex, request)
    return true
  }

  /** All that is in memory is gone in this moment. */
  crash(): void {
    const life = this.#life
    if (!life) return
    this.#world.note(() => 'server  crashes')
    this.#end(life)
    life.log.crash()
  }

  /** Stops as the program does. Whoever waits too long kills it. */
  stop(): void {
    const life = this.#life
    if (!life) return
    this.#world.note(() => 'server  stops')
    for (const { socket } of life.lines) socket.close(closeCodes.restart)
    const giveUp = this.#world.after(patienceMs, () => {
      if (life.alive) this.#world.violate('the server does not stop')
    })
    void life.rooms.close('restart').then(() => {
      giveUp()
      if (!life.alive) return
      this.#world.note(() => 'server  has stopped')
      this.#end(life)
    })
  }

  accessChanged(changed: string): void {
    void this.#life?.sockets.recheck(({ person }) => person === changed)
  }

  /** Changes the draft as the server does; resolves with whether it was stored, never after a crash. */
  async edit(change: (doc: Y.Doc) => void): Promise<boolean> {
    const life = this.#life
    if (!life) return false
    this.unanswered++
    const stored = await life.rooms.edit(statement, null, change).then(
      () => true,
      () => false,
    )
    if (life.alive) this.unanswered--
    return stored
  }

  read<Result>(look: (doc: Y.Doc) => Result): Promise<Result> {
    if (!this.#life) throw new Error('the server is down')
    return this.#life.rooms.read(statement, look)
  }

  #end(life: Life) {
    life.alive = false
    this.unanswered = 0
    life.sockets.close()
    for (const line of life.lines) line.break(false)
    this.#life = null
    this.down()
  }

  /** What a person may do is read from the disk, which takes its time. */
  async #admit(life: Life, request: IncomingMessage): Promise<Admission> {
    const id = addressOf(request).searchParams.get('person') ?? ''
    await this.#pass(life)
    const { role, accessChanges } = this.#people.get(id)
    await this.#pass(life)
    if (role === 'removed') return { refused: 'notAllowed' }
    return {
      statement,
      person: { id, name: id },
      mayEdit: role === 'edit',
      locked: false,
      accessChanges,
      recheck: () => this.#admit(life, request),
    }
  }

  #pass(life: Life): Promise<void> {
    return new Promise((done) => {
      this.#world.after(this.#world.random.between(1, 60), () => life.alive && done())
    })
  }
}

class SabotagedRooms extends Rooms {
  readonly #sabotage: Sabotage
  readonly #spoilt = new WeakSet<Room>()

  constructor(sabotage: Sabotage, options: ConstructorParameters<typeof Rooms>[0]) {
    super(options)
    this.#sabotage = sabotage
  }

  override async join(...to: Parameters<Rooms['join']>): Promise<Room> {
    const room = await super.join(...to)
    if (!this.#spoilt.has(room)) this.#sabotage.room?.(room)
    this.#spoilt.add(room)
    return room
  }
}
