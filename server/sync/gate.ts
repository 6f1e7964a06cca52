/**
 * The gate: a linear scan of a Yjs update (format 1) before Yjs sees it. Yjs trusts its input: huge
 * ids, gaps and nested values make it silently ignore a victim, slow down, or stop half way. What
 * passes is well formed, bounded, and refers only to what the document has or the update brings.
 */
import { ByteReader, Malformed } from './byte-reader.ts'

/** The most of each thing that one update may hold; honest ones have a small part of it. */
const gateLimits = {
  clients: 2_000,
  /** Every update of somebody who comes back names all that was ever deleted, by everybody's client ids. */
  deletedClients: 50_000,
  /** What weeks of writing without a line leave; the worst of so many take Yjs 0.2 s. */
  structs: 25_000,
  deletions: 200_000,
  /** New client ids: an editor has one for each time its page was opened while away. */
  newClients: 1_000,
  clock: 2 ** 40,
  nameLength: 200,
  depth: 20,
} as const

export type Inspection =
  /**
   * Well formed. `adds` tells for each client how far its structs now reach; only clients with new ones.
   * `pieces` is how many more than before the document may then consist of.
   */
  | { verdict: 'pass'; adds: Map<number, number>; deletes: boolean; pieces: number }
  /** Well formed, but something that it builds on is missing here: the sender must send it again. */
  | { verdict: 'gap' }
  /** What no honest client sends. */
  | { verdict: 'refuse'; why: string }

/** Inspects an update against a document that knows `known(client)` clocks of each client. */
export function inspect(bytes: Uint8Array, known: (client: number) => number): Inspection {
  try {
    const scan = new Scan(bytes, known)
    scan.update()
    return scan.verdict()
  } catch (fault) {
    if (fault instanceof Malformed) return { verdict: 'refuse', why: fault.message }
    throw fault
  }
}

/** Whether bytes are a state vector that names no more clients than a draft can have. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    const read = new ByteReader(bytes)
    const clients = read.uint()
    if (clients > gateLimits.deletedClients) return false
    for (let i = 0; i < 2 * clients; i++) read.uint()
    return read.left === 0
  } catch (fault) {
    if (fault instanceof Malformed) return false
    throw fault
  }
}

const gc = 0
const skip = 10

class Scan {
  readonly #read: ByteReader
  readonly #known: (client: number) => number
  #newClients = 0
  #structs = 0
  #gap = false
  #deletions = 0
  readonly #seen = new Set<number>()
  readonly #adds = new Map<number, number>()
  /** The struct that is being read: it can build only on what its own client wrote before it. */
  #writer = -1
  #clockNow = 0
  /** The farthest clock of each client that anything in the update refers to. */
  readonly #needs = new Map<number, number>()

  constructor(bytes: Uint8Array, known: (client: number) => number) {
    this.#read = new ByteReader(bytes)
    this.#known = known
  }

  update() {
    const clients = this.#count(gateLimits.clients, 'clients')
    for (let i = 0; i < clients; i++) this.#structsOfClient()
    this.#deleteSet()
    if (this.#read.left !== 0) throw new Malformed('bytes after the end')
  }

  verdict(): Inspection {
    for (const [client, clock] of this.#needs) {
      if (clock >= Math.max(this.#known(client), this.#adds.get(client) ?? 0)) this.#gap = true
    }
    if (this.#gap) return { verdict: 'gap' }
    // One put within another, or deleted out of it, leaves three where one was.
    const pieces = 3 * this.#structs + 2 * this.#deletions
    return { verdict: 'pass', adds: this.#adds, deletes: this.#deletions > 0, pieces }
  }

  #structsOfClient() {
    const structs = this.#read.uint()
    this.#structs += structs
    if (structs === 0 || structs > this.#read.left || this.#structs > gateLimits.structs) {
      throw new Malformed('number of structs')
    }
    const client = this.#client()
    const start = this.#clock()
    if (this.#seen.has(client)) throw new Malformed('client named twice')
    const known = this.#known(client)
    if (start > known) this.#gap = true
    let clock = start
    this.#writer = client
    for (let i = 0; i < structs; i++) {
      this.#clockNow = clock
      clock += this.#struct()
      if (clock > gateLimits.clock) throw new Malformed('clock')
    }
    this.#seen.add(client)
    if (clock > known) this.#adds.set(client, clock)
    if (known === 0 && ++this.#newClients > gateLimits.newClients)
      throw new Malformed('new clients')
  }

  /** Reads one struct and returns its length in clocks. */
  #struct(): number {
    const info = this.#read.byte()
    const kind = info & 0x1f
    if (kind === skip) throw new Malformed('skip')
    if (kind === gc) return this.#length()
    const hasOrigin = (info & 0x80) !== 0
    const hasRightOrigin = (info & 0x40) !== 0
    if (hasOrigin) this.#id()
    if (hasRightOrigin) this.#id()
    if (!hasOrigin && !hasRightOrigin) {
      if (this.#read.uint() === 1) this.#name()
      else this.#id()
      if ((info & 0x20) !== 0) this.#name()
    }
    return this.#content(kind)
  }

  #content(kind: number): number {
    switch (kind) {
      case 1: // deleted
        return this.#length()
      case 4: // string
        return this.#string()
      case 6: // format: key, then value as JSON
        this.#name()
        this.#read.json(gateLimits.depth)
        return 1
      case 7: // type
        this.#type()
        return 1
      case 8: // values
        return this.#values()
      default: // JSON, binary, embed and sub-document: nothing of ours writes them
        throw new Malformed('content')
    }
  }

  #type() {
    const type = this.#read.uint()
    if (type === 3) this.#name()
    else if (type > 6 || type === 5) throw new Malformed('type')
  }

  #values(): number {
    const length = this.#length()
    if (length > this.#read.left) throw new Malformed('length')
    for (let i = 0; i < length; i++) this.#read.value(gateLimits.depth)
    return length
  }

  #deleteSet() {
    const clients = this.#count(gateLimits.deletedClients, 'clients')
    const named = new Set<number>()
    for (let i = 0; i < clients; i++) {
      const client = this.#client()
      if (named.has(client)) throw new Malformed('client named twice')
      named.add(client)
      let reached = 0
      const deletions = this.#read.uint()
      this.#deletions += deletions
      if (deletions > this.#read.left || this.#deletions > gateLimits.deletions) {
        throw new Malformed('number of deletions')
      }
      for (let j = 0; j < deletions; j++) {
        const clock = this.#clock()
        // Yjs writes them in order. From the last to the first, each would cost as much as the text is long.
        if (clock < reached) throw new Malformed('order of deletions')
        reached = clock + this.#length()
        this.#need(client, reached - 1)
      }
    }
  }

  // Parts

  #id() {
    const client = this.#client()
    const clock = this.#clock()
    if (client === this.#writer && clock >= this.#clockNow) throw new Malformed('own future')
    this.#need(client, clock)
  }

  #need(client: number, clock: number) {
    if (clock > (this.#needs.get(client) ?? -1)) this.#needs.set(client, clock)
  }

  #client(): number {
    const client = this.#read.uint()
    if (client > 0xffffffff) throw new Malformed('client')
    return client
  }

  #clock(): number {
    const clock = this.#read.uint()
    if (clock > gateLimits.clock) throw new Malformed('clock')
    return clock
  }

  #length(): number {
    const length = this.#read.uint()
    if (length === 0 || length > gateLimits.clock) throw new Malformed('length')
    return length
  }

  #count(most: number, what: string): number {
    const count = this.#read.uint()
    if (count > most || count > this.#read.left) throw new Malformed(`number of ${what}`)
    return count
  }

  #name() {
    if (this.#read.text().length > gateLimits.nameLength) throw new Malformed('name')
  }

  /** Reads a text and returns its length as Yjs counts it, in UTF-16 units. */
  #string(): number {
    let length = 0
    for (const byte of this.#read.text()) {
      if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1
    }
    if (length === 0) throw new Malformed('length')
    return length
  }
}
