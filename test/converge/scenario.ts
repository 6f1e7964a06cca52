/**
 * Two to four editors of one text, now together and now apart, from a seed: who does what, and who hears
 * whom, comes out the same again. Each letter stands for itself, so that one that is lost or doubled is seen.
 */
import { anchorCharacter } from '#shared/text/blocks.ts'
import { type Random, seeded } from '../support/random.ts'
import { seedIds } from '../support/seeded-ids.ts'
import { type Act, below, lettersOf, type Peer } from './peer.ts'

/** An editor that scenarios are run with. */
export type Side = {
  name: string
  /** The state of a text with these paragraphs and a table. */
  start(text: readonly string[]): Uint8Array
  open(client: number, start: Uint8Array): Peer
  acts: Record<string, Act>
}

export type Outcome = {
  typed: number
  lost: number
  doubled: number
  /** Whether all had the same text at the end. */
  same: boolean
}

const rounds = 6
const firstLetter = 0x4e00

/** Everybody types; now and then somebody does one of `acts`. */
export function play(side: Side, seed: number, kinds: readonly string[]): Outcome {
  const random = seeded(seed)
  seedIds(seed)
  let letters = 0
  const fresh = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(firstLetter + letters++)).join('')
  const start = side.start(Array.from({ length: 3 }, () => fresh(12)))
  const peers = Array.from({ length: 2 + below(random, 3) }, (_, at) => side.open(10 + at, start))
  const expected = new Set(lettersOf(peers[0] as Peer).keys())
  const network = new Network(peers)
  for (let round = 0; round < rounds; round++) {
    for (const peer of peers) {
      const others = kinds.map((kind) => side.acts[kind] as Act)
      const act = random() < 0.5 ? side.acts.typing : others[below(random, others.length)]
      if (act) keepBook(peer, expected, () => act(peer, random, fresh))
      if (random() < 0.3) network.hear(below(random, peers.length), random)
    }
    if (random() < 0.3) network.all()
  }
  network.all()
  return outcome(peers, expected, letters)
}

/** What somebody's own act takes away is meant to go, whoever holds it still; what it brings, to stay. */
function keepBook(peer: Peer, expected: Set<string>, act: () => void) {
  const before = lettersOf(peer)
  act()
  const after = lettersOf(peer)
  for (const letter of before.keys()) if (!after.has(letter)) expected.delete(letter)
  for (const letter of after.keys()) if (!before.has(letter)) expected.add(letter)
}

/** What each has not heard yet of each other, in the order in which it was said. */
class Network {
  readonly #peers: readonly Peer[]
  readonly #said: Uint8Array[][]
  readonly #heard: number[][]

  constructor(peers: readonly Peer[]) {
    this.#peers = peers
    this.#said = peers.map(() => [])
    this.#heard = peers.map(() => peers.map(() => 0))
  }

  /** One hears some of the others. */
  hear(who: number, random: Random): void {
    this.#collect()
    for (const [from] of this.#peers.entries()) if (random() < 0.5) this.#deliver(who, from)
  }

  /** Everybody hears everything, until nobody has anything to say. */
  all(): void {
    for (let round = 0; round < 20 && this.#collect(); round++) {
      for (const [who] of this.#peers.entries()) {
        for (const [from] of this.#peers.entries()) this.#deliver(who, from)
      }
    }
  }

  /** Whether anybody has something to hear. */
  #collect(): boolean {
    for (const [at, peer] of this.#peers.entries()) this.#said[at]?.push(...peer.takeUnsent())
    return this.#heard.some((from, who) =>
      from.some((count, at) => at !== who && count < (this.#said[at]?.length ?? 0)),
    )
  }

  #deliver(who: number, from: number) {
    const [said, heard] = [this.#said[from] ?? [], this.#heard[who]]
    if (who === from || !heard) return
    this.#peers[who]?.receive(said.slice(heard[from]))
    heard[from] = said.length
  }
}

function outcome(peers: readonly Peer[], expected: Set<string>, typed: number): Outcome {
  const shown = peers.map(({ state }) => JSON.stringify(state.doc))
  const letters = lettersOf(peers[0] as Peer)
  const typedOnes = (some: Iterable<string>) =>
    [...some].filter((letter) => letter.charCodeAt(0) >= firstLetter && letter !== anchorCharacter)
  return {
    typed,
    lost: typedOnes(expected).filter((letter) => !letters.has(letter)).length,
    doubled: typedOnes(letters.keys()).filter((letter) => (letters.get(letter) ?? 0) > 1).length,
    same: shown.every((one) => one === shown[0]),
  }
}
