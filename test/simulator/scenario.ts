/** One scenario from its seed: people write, everything that can go wrong does, all is healed, all is checked. */
import * as Y from 'yjs'
import { Checks } from './checks.ts'
import { Client } from './client.ts'
import { Disk } from './disk.ts'
import { Happenings } from './happenings.ts'
import { Ledger } from './ledger.ts'
import { People, type Person } from './people.ts'
import { type Sabotage, Server, statement } from './server.ts'
import { insertBlock, newBlock } from './text.ts'
import { World } from './world.ts'

export type Outcome = {
  seed: number
  /** The first thing that went wrong, or null. */
  violation: string | null
  events: number
  tokens: number
  /** What happened, a line for each thing, when it was to be traced. */
  trace: string[]
}

export async function simulate(
  seed: number,
  { traced = false, sabotage = {} }: { traced?: boolean; sabotage?: Sabotage } = {},
): Promise<Outcome> {
  const world = new World(seed, traced)
  const scenario = new Scenario(world, sabotage)
  await scenario.play()
  return {
    seed,
    violation: world.violation,
    events: world.events,
    tokens: scenario.ledger.size,
    trace: world.trace ?? [],
  }
}

/** By then everybody has come back and everything is stored. */
const healingMs = 60_000

class Scenario {
  readonly ledger = new Ledger()
  readonly #world: World
  readonly #disk = new Disk()
  readonly #people: People
  readonly #server: Server
  readonly #checks: Checks
  readonly #clients: Client[] = []
  readonly #hostile: Person | null
  readonly #slowestMs: number
  #numbers = 10

  constructor(world: World, sabotage: Sabotage) {
    const { random } = world
    this.#world = world
    this.#people = new People(world)
    this.#server = new Server(world, this.#disk, this.#people, sabotage)
    this.#checks = new Checks(world, this.#disk, this.#people, this.ledger)
    this.#slowestMs = random.pick([5, 50, 300, 1500]) ?? 50
    this.#disk.slowestMs = random.pick([5, 30, 400]) ?? 30
    this.#disk.lostAnswers = random.pick([0, 0, 0.1]) ?? 0
    this.#disk.failedLoads = random.pick([0, 0, 0.2]) ?? 0
    this.#disk.accessChangesOf = (person) => this.#people.get(person).accessChanges
    this.#disk.stored = (entry) => this.#checks.stored(entry)
    this.#disk.written = (entries) => this.#checks.written(entries)
    this.#server.down = () => {
      world.after(random.between(50, 2000), () => this.#server.start())
    }
    const people = Array.from({ length: random.between(2, 5) }, (_, at) =>
      this.#people.add(`p${at}`, at > 0 && random.chance(0.2) ? 'read' : 'edit'),
    )
    this.#hostile = random.chance(0.3) ? this.#people.add('h0') : null
    this.#seed()
    this.#server.start()
    for (const person of people) this.#open(person)
    if (this.#hostile) this.#open(this.#hostile)
  }

  async play(): Promise<void> {
    const { random } = this.#world
    const stage = { world: this.#world, disk: this.#disk, people: this.#people }
    const cast = { server: this.#server, clients: this.#clients, hostile: this.#hostile }
    const happenings = new Happenings({
      ...stage,
      ...cast,
      ledger: this.ledger,
      open: (person) => this.#open(person),
      nextNumber: () => ++this.#numbers,
    })
    await this.#world.run(2000)
    for (let left = random.between(20, 80); left > 0 && !this.#world.violation; left--) {
      happenings.next()
      await this.#world.run(this.#world.now + random.below(random.chance(0.1) ? 4000 : 300))
    }
    this.#heal()
    await this.#world.run(this.#world.now + healingMs)
    await this.#check()
  }

  /** The first content, which is there before anybody comes. */
  #seed() {
    const doc = new Y.Doc()
    doc.clientID = 1
    for (const id of ['all-1', 'all-2', 'all-3']) insertBlock(doc, 9, newBlock(id, []))
    const bytes = Y.encodeStateAsUpdate(doc)
    this.#disk.store(
      [{ statement, person: null, bytes }],
      [{ statement, client: doc.clientID, person: null }],
    )
  }

  #open(person: Person) {
    const around = {
      world: this.#world,
      ledger: this.ledger,
      slowestMs: this.#slowestMs,
      answer: this.#server.answer.bind(this.#server),
      overhear: this.#checks.sent.bind(this.#checks),
      arrived: this.#checks.arrived.bind(this.#checks),
    }
    this.#clients.push(new Client(around, person, ++this.#numbers, person !== this.#hostile))
  }

  #heal() {
    this.#world.note(() => 'all is healed')
    this.#disk.full = false
    this.#disk.lostAnswers = 0
    this.#disk.failedLoads = 0
    for (const client of this.#clients) client.cutOff = false
  }

  async #check() {
    const { violation } = this.#world
    if (violation !== null) return
    if (this.#server.unanswered > 0) this.#world.violate('an edit of the server is never answered')
    let read = false
    void this.#server.read((doc) => {
      read = true
      this.#checks.ended(this.#clients, doc)
    })
    await this.#world.run(this.#world.now + 5000)
    if (!read) this.#world.violate('the draft cannot be read')
    this.#server.down = () => undefined
    this.#server.stop()
    await this.#world.run(this.#world.now + 20_000)
  }
}
