/** Who is in a room and where their carets are. Never stored; names and colours come from the session. */

import { personColour } from '#shared/people.ts'
import { limits } from '#shared/sync/messages.ts'
import { ByteReader, Malformed } from './byte-reader.ts'
import { type PresenceState, presenceFrame } from './frames.ts'
import type { Peer } from './peer.ts'
import { systemTimers, type Timers } from './timers.ts'

/** How long changes gather before they are sent on. */
const gatherMs = 40

export class Presence {
  readonly #states = new Map<Peer, PresenceState>()
  readonly #send: (frame: Uint8Array) => void
  readonly #ownerOf: (client: number) => string | null | undefined
  readonly #timers: Timers
  #changed = new Set<PresenceState>()
  #callOff: (() => void) | null = null

  /** `ownerOf` tells who a client id belongs to: undefined when nobody has used it yet. */
  constructor(
    send: (frame: Uint8Array) => void,
    ownerOf: (client: number) => string | null | undefined,
    timers = systemTimers,
  ) {
    this.#send = send
    this.#ownerOf = ownerOf
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

  leave(peer: Peer): void {
    const known = this.#states.get(peer)
    if (!known) return
    this.#states.delete(peer)
    this.#tell({ ...known, state: null })
  }

  /** Everybody who is here, for somebody who just came. */
  everybody(): Uint8Array {
    return presenceFrame([...this.#states.values()])
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
    for (const [other, state] of this.#states) {
      if (state.client === client && other.person.id !== peer.person.id) return false
    }
    return true
  }

  #take(peer: Peer, client: number, clock: number, bytes: Uint8Array) {
    const state = { client, clock, state: stamped(peer, bytes) }
    if (state.state === null) return this.leave(peer)
    this.#states.set(peer, state)
    this.#tell(state)
  }

  #tell(state: PresenceState) {
    for (const older of this.#changed) {
      if (older.client === state.client) this.#changed.delete(older)
    }
    this.#changed.add(state)
    this.#callOff ??= this.#timers.after(gatherMs, () => this.#flush())
  }

  #flush() {
    this.#callOff = null
    const changed = [...this.#changed]
    this.#changed = new Set()
    this.#send(presenceFrame(changed))
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
    ...(typeof cursor === 'object' && cursor !== null ? { cursor } : {}),
  })
}

function parse(bytes: Uint8Array): object | null {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return value !== null && typeof value === 'object' ? value : null
  } catch {
    throw new Malformed('state')
  }
}
