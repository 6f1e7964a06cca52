/**
 * Sends hostile frames over real sockets to the built program, while somebody types; new drafts and
 * new attackers every ten thousand frames.
 *
 *   npm run fuzz:sockets -- [--frames 20000] [--seed 1]
 */
import { parseArgs } from 'node:util'
import { Program } from '../support/program.ts'
import { seeded } from '../support/random.ts'
import { foundCoalition } from './found-coalition.ts'
import { attack, type RoundFigures } from './socket-round.ts'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
})
const frames = Number(values.frames)
const seed = Number(values.seed)
const framesPerRound = 10_000

const program = await Program.start()
try {
  const coalition = await foundCoalition(program)
  const random = seeded(seed)
  const figures: RoundFigures = { frames: 0, expelled: 0, words: 0, slowestMs: 0, mostWorkMs: 0 }
  const violations: string[] = []
  const start = performance.now()
  while (figures.frames < frames && violations.length === 0) {
    const most = Math.min(framesPerRound, frames - figures.frames)
    violations.push(...(await attack(coalition, most, random, figures, () => program.work())))
    const seconds = Math.round((performance.now() - start) / 1000)
    process.stdout.write(`${JSON.stringify({ ...figures, seed, seconds, violations })}\n`)
  }
  if (violations.length > 0) process.exitCode = 1
} finally {
  await program.remove()
}
