/** One hostile frame after another: bombs, real traffic and fitting updates, whole and mutated. */
import type * as Y from 'yjs'
import { syncTypes } from '#shared/sync/messages.ts'
import { pick, type Random } from '../support/random.ts'
import { type Aim, bombs, heavyBombs, updateFrameOf } from './corpus.ts'
import { liveUpdate } from './live.ts'
import { mutate, swapNumber } from './mutate.ts'
import { recordTraffic } from './traffic.ts'

/** The share of frames that are of megabytes. */
const heavyShare = 1 / 20_000
const [light, heavy] = [Object.values(bombs), Object.values(heavyBombs)]

export class HostileFrames {
  readonly #random: Random
  readonly #traffic: Uint8Array[]

  constructor(random: Random) {
    this.#random = random
    this.#traffic = recordTraffic(300, random)
  }

  /** A frame aimed at the draft as it is; `said` is what others have sent, and can be replayed. */
  next(doc: Y.Doc, aim: Aim, said: readonly Uint8Array[]): Uint8Array {
    const random = this.#random
    if (random() < heavyShare) return pick(random, heavy)(aim)
    const frame = this.#whole(doc, aim, said)
    if (random() < 0.4) return frame
    return mutate(frame, this.#whole(doc, aim, said), random)
  }

  #whole(doc: Y.Doc, aim: Aim, said: readonly Uint8Array[]): Uint8Array {
    const random = this.#random
    const kind = random()
    if (kind < 0.3) return pick(random, light)(aim)
    if (kind < 0.6) {
      const type = random() < 0.1 ? syncTypes.missing : syncTypes.update
      return updateFrameOf(liveUpdate(doc, aim, random), type)
    }
    if (kind < 0.75 && said.length > 0) {
      const frame = pick(random, said)
      return random() < 0.5 ? frame : swapNumber(frame, aim.victim, aim.own)
    }
    return pick(random, this.#traffic)
  }
}
