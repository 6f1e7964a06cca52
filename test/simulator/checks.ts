/** What must hold at every moment, and what must hold in the end. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { LogEntry } from '#server/domain/draft-log.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'
import type { Client } from './client.ts'
import { holdsUpdate } from './contained.ts'
import type { Disk } from './disk.ts'
import type { Ledger } from './ledger.ts'
import type { People } from './people.ts'
import { copyOf, wordsOf } from './text.ts'
import type { World } from './world.ts'

export class Checks {
  readonly #world: World
  readonly #disk: Disk
  readonly #people: People
  readonly #ledger: Ledger
  /** How many changes of each client were found on the disk. */
  readonly #found = new Map<Client, number>()
  readonly #judged = new WeakSet<object>()
  /** How far what each client id had sent reached, when its person might last write. */
  readonly #allowed = new Map<number, number>()

  constructor(world: World, disk: Disk, people: People, ledger: Ledger) {
    this.#world = world
    this.#disk = disk
    this.#people = people
    this.#ledger = ledger
  }

  /** In the moment in which the server sends a frame to a client. */
  sent(to: Client, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.saved) this.#saved(to, decoding.readVarUint(decoder))
    if (type !== messageTypes.sync) return
    // A state vector shows nothing of the text, and may tell of what is on its way to the disk.
    if (decoding.readVarUint(decoder) === syncTypes.stateVector) return
    if (!holdsUpdate(this.#disk.doc, decoding.readVarUint8Array(decoder))) {
      this.#world.violate(`${to.name} is sent what is not on the disk`)
    }
  }

  /** In the moment in which a client's update reaches the server. */
  arrived(from: Client, update: Uint8Array): void {
    if (!this.#people.mayWrite(from.person)) return
    for (const [client, clock] of reachOf(update)) {
      this.#allowed.set(client, Math.max(this.#allowed.get(client) ?? 0, clock))
    }
  }

  /** In the moment in which a batch is first handed to the log. */
  written(entries: readonly LogEntry[]): void {
    if (this.#judged.has(entries)) return
    this.#judged.add(entries)
    for (const { person, bytes } of entries) {
      if (person === null || this.#people.mayWrite(this.#people.get(person))) continue
      // What had come in time may have waited for the disk.
      const late = reachOf(bytes).some(
        ([client, clock]) => clock > (this.#allowed.get(client) ?? 0),
      )
      if (late) {
        this.#world.violate(`${person} may not write, and something of it is stored`)
      }
    }
  }

  /** In the moment in which an entry gets onto the disk: nothing comes there once its author may not write. */
  stored({ person }: LogEntry): void {
    if (person === null || this.#people.get(person).role === 'edit') return
    this.#world.violate(`${person} may not write, and something of it came onto the disk`)
  }

  /** When everything is healed and quiet. */
  ended(clients: readonly Client[], room: Y.Doc): void {
    this.#compare('the room', room)
    for (const client of clients) {
      if (!client.gone) this.#endOf(client)
    }
    const wrong = this.#ledger.wrong(wordsOf(this.#disk.doc))
    if (wrong) this.#world.violate(`on the disk, ${wrong}`)
  }

  #endOf(client: Client) {
    const { state, closedWith, name } = client
    this.#world.note(() => `${name}      shows: ${state}`)
    if (closedWith !== null) {
      if (client.isPolite && (client.isReader || closedWith !== closeCodes.notAllowed)) {
        this.#world.violate(`${name} is honest and was refused with ${closedWith}`)
      }
      return
    }
    if (client.isWhole && state !== 'saved') this.#world.violate(`${name} stays at “${state}”`)
    if (state === 'saved' || state === 'read-only') this.#compare(name, client.doc)
  }

  #compare(whose: string, doc: Y.Doc) {
    if (copyOf(doc) !== copyOf(this.#disk.doc)) {
      this.#world.violate(`the copy of ${whose} is not what is on the disk`)
    }
  }

  #saved(client: Client, fence: number) {
    for (let at = this.#found.get(client) ?? 0; at < fence; at++) {
      const change = client.changes[at]
      if (!change || !holdsUpdate(this.#disk.doc, change)) {
        const number = at + 1
        this.#world.violate(`${client.name} is told that ${number} is saved; it is not on the disk`)
        return
      }
    }
    this.#found.set(client, Math.max(this.#found.get(client) ?? 0, fence))
  }
}

/** How far the structs of each client id reach in an update. */
const reachOf = (update: Uint8Array): [client: number, clock: number][] =>
  Y.decodeUpdate(update).structs.map(({ id, length }) => [id.client, id.clock + length])
