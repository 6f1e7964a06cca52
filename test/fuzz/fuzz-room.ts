/** Hostile frames against rooms in this process, until there were so many or something is broken. */
import { seeded } from '../support/random.ts'
import type { Aim } from './corpus.ts'
import { FuzzedRoom } from './fuzzed-room.ts'
import { HostileFrames } from './hostile-frames.ts'

export type FuzzOptions = {
  frames: number
  seed: number
  /** Frames between two looks at everything, and between two new drafts. */
  checkEvery?: number
  draftEvery?: number
  /** Put into the draft past the gate, as the reader’s, to see that the fuzzer finds it. */
  plant?: (aim: Aim) => Uint8Array
}

type Violation = { rule: string; seed: number; frame: number; hex: string[] }

export type Figures = {
  frames: number
  seed: number
  taken: number
  expelled: number
  written: number
  /** The longest that frames sent together took, by the clock on the wall. */
  slowestMs: number
  checks: number
  violations: Violation[]
}

export async function fuzzRoom(options: FuzzOptions): Promise<Figures> {
  const { frames, seed, draftEvery = 5000 } = options
  const random = seeded(seed)
  const figures: Figures = {
    ...{ frames: 0, seed, taken: 0, expelled: 0, written: 0 },
    ...{ slowestMs: 0, checks: 0, violations: [] },
  }
  const hostile = new HostileFrames(random)
  while (figures.frames < frames && figures.violations.length === 0) {
    const round = await FuzzedRoom.open({ options, figures, random, hostile })
    await round.run(Math.min(figures.frames + draftEvery, frames))
  }
  return figures
}
