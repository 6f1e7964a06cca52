/** What happens in a scenario, drawn by lot: people write, and everything goes wrong that can. */
import type * as Y from 'yjs'
import type { Client } from './client.ts'
import type { Disk } from './disk.ts'
import { Editing } from './editing.ts'
import type { Ledger } from './ledger.ts'
import type { People, Person, Role } from './people.ts'
import { poison } from './poison.ts'
import type { Server } from './server.ts'
import { insertBlock, newBlock, wordsOf } from './text.ts'
import type { World } from './world.ts'

export type Stage = {
  world: World
  disk: Disk
  people: People
  server: Server
  clients: readonly Client[]
  hostile: Person | null
  ledger: Ledger
  /** Opens the page for somebody. */
  open(person: Person): void
  /** A client id that nobody has. */
  nextNumber(): number
}

export class Happenings {
  readonly #on: Stage
  readonly #editing: Editing
  readonly #acts: readonly (() => void)[]
  /** The server's documents that were given a client id from the seed. */
  readonly #numbered = new WeakSet<Y.Doc>()

  constructor(on: Stage) {
    this.#on = on
    this.#editing = new Editing(on.world.random, on.ledger)
    this.#acts = this.#drawActs()
  }

  next(): void {
    const act = this.#on.world.random.pick(this.#acts) ?? this.#write
    act.call(this)
  }

  /** Each scenario has some of the faults only, so that others show what they do alone. */
  #drawActs(): (() => void)[] {
    const { random } = this.#on.world
    const faults = [
      ...[this.#break, this.#cutOff, this.#crash, this.#stop, this.#fill, this.#changeRole],
      ...[this.#reload, this.#empty, this.#editOnServer, this.#tellPresence],
    ].filter(() => random.chance(0.4))
    if (this.#on.hostile) faults.push(this.#attack)
    return [...Array.from({ length: 6 + faults.length }, () => this.#write), ...faults]
  }

  #write() {
    const { random } = this.#on.world
    const client = this.#someClient()
    if (!client) return
    this.#note(`${client.name}      writes`)
    const pace = random.pick([0, 20, 200]) ?? 0
    for (let left = random.between(1, 8), at = 0; left > 0; left--, at += random.between(0, pace)) {
      this.#on.world.after(at, () => {
        if (client.mayEdit) this.#editing.edit(client)
      })
    }
  }

  #break() {
    const client = this.#someClient()
    this.#note(`${client?.name}      loses its line`)
    client?.breakLine()
  }

  #cutOff() {
    const client = this.#someClient()
    if (client) this.#isolate(client, this.#on.world.random.between(200, 8000))
  }

  /** Everybody is away until the room has closed. */
  #empty() {
    for (const client of this.#on.clients) this.#isolate(client, 7000)
  }

  #isolate(client: Client, ms: number) {
    this.#note(`${client.name}      is cut off for ${ms}`)
    client.cutOff = true
    client.breakLine()
    this.#on.world.after(ms, () => {
      client.cutOff = false
    })
  }

  #crash() {
    this.#on.server.crash()
  }

  #stop() {
    this.#on.server.stop()
  }

  #fill() {
    const ms = this.#on.world.random.between(50, 8000)
    this.#note(`disk    is full for ${ms}`)
    this.#on.disk.full = true
    this.#on.world.after(ms, () => {
      this.#on.disk.full = false
    })
  }

  #changeRole() {
    const { random } = this.#on.world
    const roles: Role[] = ['edit', 'edit', 'read', 'read', 'removed']
    const person = random.pick(this.#on.people.all)
    if (!person) return
    this.#on.people.change(person, random.pick(roles) ?? 'edit')
    this.#on.server.accessChanged(person.id)
  }

  /** Somebody closes the page and opens it again. */
  #reload() {
    const client = this.#someClient()
    if (!client) return
    this.#note(`${client.name}      closes the page; ${client.person.id} opens another`)
    client.leave()
    this.#on.open(client.person)
  }

  /** An import into the live text, which sometimes fails half way. */
  #editOnServer() {
    const fails = this.#on.world.random.chance(0.3)
    let certain = 0
    const author = { name: 's', certain: () => certain }
    const token = this.#on.ledger.mint(author, 1)
    this.#note(`server  writes ${token.name}${fails ? ' and fails' : ''}`)
    // Was never to be there.
    if (fails) token.gone = 0
    const edited = this.#on.server.edit((doc) => {
      if (!this.#numbered.has(doc)) doc.clientID = this.#on.nextNumber()
      this.#numbered.add(doc)
      insertBlock(doc, 2, newBlock(`s-${token.name}`, [{ insert: token.name }]))
      if (fails) throw new Error('the import fails')
    })
    void edited.then((stored) => {
      if (!stored) return
      certain = 1
      if (!wordsOf(this.#on.disk.doc).includes(token.name)) {
        this.#on.world.violate(
          `${token.name} of the server is called stored; it is not on the disk`,
        )
      }
    })
  }

  #tellPresence() {
    this.#someClient()?.tellPresence()
  }

  #attack() {
    const { random } = this.#on.world
    const attacker = this.#on.clients.find((one) => one.person === this.#on.hostile && !one.gone)
    const victims = this.#on.clients.filter(
      ({ person, doc }) =>
        person !== this.#on.hostile &&
        this.#on.disk.bindings.some(({ client }) => client === doc.clientID),
    )
    const victim = random.pick(victims)
    if (!attacker || !victim) return
    this.#note(`${attacker.name}      attacks ${victim.name}`)
    attacker.sendUpdate(poison(attacker.doc, victim.doc.clientID, random))
    // Comes again as somebody new.
    if (attacker.closedWith === null || random.chance(0.5)) return
    attacker.leave()
    this.#on.open(attacker.person)
  }

  #someClient(): Client | undefined {
    return this.#on.world.random.pick(this.#on.clients.filter(({ gone }) => !gone))
  }

  #note(what: string) {
    this.#on.world.note(() => what)
  }
}
