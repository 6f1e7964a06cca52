/** Who is in a room and where their carets are. Never stored; names and colours come from the session. */
import { personColour } from '#shared/people.ts'
import { limits } from '#shared/sync/messages.ts'
import type { PresenceState } from '../domain/bus.ts'
import { ByteReader, Malformed } from './byte-reader.ts'
import { presenceFrame } from './frames.ts'
import { Packet } from './packet.ts'
import type { Peer } from './peer.ts'
import { systemTimers, type Timers } from './timers.ts'

/** How long changes gather before they are sent on. */
const gatherMs = 40
/** How long somebody in another process counts as here without being told of again; a process may have been killed. */
const elsewhereMs = 60_000
/** Client ids of which it is remembered who named them first. A socket names one. */
const mostNamed = 10_000

export type PresenceEvents = {
  /** What has changed here, for other processes. */
  moved(states: readonly PresenceState[]): void
  /** A socket has named the client id that it speaks for; from now on everybody knows it. */
  named(peer: Peer, client: number): void
}

export class Presence {
  readonly #states = new Map<Peer, PresenceState>()
  /** Those whose sockets other processes hold, by client id. */
  readonly #elsewhere = new Map<number, PresenceState & { until: number }>()
  /** Who was the first to name each client id: readers too keep theirs while they are away for a moment. */
  readonly #namedBy = new Map<number, string>()
  readonly #send: (packet: Packet) => void
  readonly #ownerOf: (client: number) => string | null | undefined
  readonly #events: PresenceEvents
  /** What changed and was not sent yet, by client id; and of that, what other processes have told. */
  #changed = new Map<number, PresenceState>()
  #heard = new Set<number>()
  readonly #timers: Timers
  #callOff: (() => void) | null = null

  /**
   * `ownerOf` tells who a client id belongs to: undefined when nobody has used it yet.
   */
  constructor(
    send: (packet: Packet) => void,
    ownerOf: (client: number) => string | null | undefined,
    events: PresenceEvents,
    timers = systemTimers,
  ) {
    this.#send = send
    this.#ownerOf = ownerOf
    this.#events = events
    this.#timers = timers
  }

  /**
   * Takes what a client says of itself. Entries about others, which honest clients echo, are passed
   * over. Throws `Malformed` on what is not well formed.
   */
  receive(peer: Peer, payload: Uint8Array): void {
    const read = new ByteReader(payload)
    const entries = read.uint()
    if (entries > 1000) throw new Malformed('number of states')
    for (let i = 0; i < entries; i++) {
      const client = read.uint()
      const clock = read.uint()
      const state = read.text()
      if (this.#isOwn(peer, client)) this.#take(peer, client, clock, state)
    }
  }

  /** Takes what another process tells of those whose sockets it holds. */
  hear(states: readonly PresenceState[]): void {
    const here = new Set([...this.#states.values()].map(({ client }) => client))
    for (const state of states) {
      // Its socket has come here meanwhile, or somebody there says to be somebody here.
      if (here.has(state.client)) continue
      if (state.state === null) this.#elsewhere.delete(state.client)
      else this.#elsewhere.set(state.client, { ...state, until: performance.now() + elsewhereMs })
      this.#tell(state)
      this.#heard.add(state.client)
    }
  }

  /** Tells other processes everybody who is here. */
  share(): void {
    if (this.#states.size > 0) this.#events.moved([...this.#states.values()])
  }

  /** Tells them that one still is. */
  shareOne(peer: Peer): void {
    const state = this.#states.get(peer)
    if (state) this.#events.moved([state])
  }

  leave(peer: Peer): void {
    const known = this.#states.get(peer)
    if (!known) return
    this.#states.delete(peer)
    this.#tell({ ...known, state: null })
  }

  /** Everybody who is here, for somebody who just came. */
  everybody(): Packet {
    for (const { client, until } of this.#elsewhere.values()) {
      if (until < performance.now()) this.#elsewhere.delete(client)
    }
    return new Packet([presenceFrame([...this.#elsewhere.values(), ...this.#states.values()])])
  }

  close(): void {
    this.#callOff?.()
  }

  /** A socket speaks for the one client id that it named first, unless that is somebody else's. */
  #isOwn(peer: Peer, client: number): boolean {
    const known = this.#states.get(peer)
    if (known) return known.client === client
    const owner = this.#ownerOf(client)
    if (owner !== undefined && owner !== peer.person.id) return false
    const elsewhere = this.#elsewhere.get(client)
    if (
      elsewhere &&
      elsewhere.until > performance.now() &&
      personIn(elsewhere) !== peer.person.id
    ) {
      return false
    }
    const first = this.#namedBy.get(client)
    return first === undefined || first === peer.person.id
  }

  #remember(client: number, person: string) {
    this.#namedBy.set(client, person)
    const [oldest] = this.#namedBy.keys()
    if (this.#namedBy.size > mostNamed && oldest !== undefined) this.#namedBy.delete(oldest)
  }

  #take(peer: Peer, client: number, clock: number, bytes: Uint8Array) {
    const state = { client, clock, state: stamped(peer, bytes) }
    if (state.state === null) return this.leave(peer)
    if (!this.#states.has(peer)) {
      this.#remember(client, peer.person.id)
      this.#events.named(peer, client)
    }
    this.#states.set(peer, state)
    this.#tell(state)
  }

  #tell(state: PresenceState) {
    this.#heard.delete(state.client)
    this.#changed.set(state.client, state)
    this.#callOff ??= this.#timers.after(gatherMs, () => this.#flush())
  }

  #flush() {
    this.#callOff = null
    const changed = [...this.#changed.values()]
    const own = changed.filter(({ client }) => !this.#heard.has(client))
    this.#changed = new Map()
    this.#heard = new Set()
    this.#send(new Packet([presenceFrame(changed)]))
    if (own.length > 0) this.#events.moved(own)
  }
}

/** The state with name and colour from the session, and of the client's own words only the caret. */
function stamped(peer: Peer, bytes: Uint8Array): string | null {
  if (bytes.length > limits.awarenessBytes) throw new Malformed('length of state')
  const said = parse(bytes)
  if (said === null) return null
  const { id, name } = peer.person
  const cursor = (said as { cursor?: unknown }).cursor
  return JSON.stringify({
    user: { id, name, color: personColour(id) },
    ...(typeof cursor === 'object' && cursor !== null ? { cursor: withoutRoots(cursor) } : {}),
  })
}

/** Whoever looked up a place in a root by its name would thereby make that root. */
function withoutRoots(cursor: object): object {
  const places = Object.entries(cursor).map(([end, place]) =>
    typeof place === 'object' && place !== null && 'tname' in place
      ? [end, { ...place, tname: null }]
      : [end, place],
  )
  return Object.fromEntries(places)
}

const personIn = ({ state }: PresenceState): string | undefined =>
  (JSON.parse(state ?? 'null') as { user?: { id?: string } } | null)?.user?.id

function parse(bytes: Uint8Array): object | null {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return value !== null && typeof value === 'object' ? value : null
  } catch {
    throw new Malformed('state')
  }
}
