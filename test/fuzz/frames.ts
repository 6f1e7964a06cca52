/**
 * Sends hostile frames to rooms in this process, and counts what they broke. A hundred thousand from
 * each seed, one seed after another; a line for each.
 *
 *   npm run fuzz -- [--frames 200000] [--seed 1]
 */
import { parseArgs } from 'node:util'
import { fuzzRoom } from './fuzz-room.ts'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
})
const most = Number(values.frames)
const framesPerSeed = 100_000

let broken = false
for (let sent = 0, seed = Number(values.seed); sent < most && !broken; seed++) {
  const start = performance.now()
  const figures = await fuzzRoom({ frames: Math.min(framesPerSeed, most - sent), seed })
  sent += figures.frames
  broken = figures.violations.length > 0
  const seconds = Math.round((performance.now() - start) / 1000)
  const { rss, heapUsed } = process.memoryUsage()
  const memory = { heapMb: heapUsed >> 20, rssMb: Math.round(rss / 2 ** 20) }
  process.stdout.write(`${JSON.stringify({ sent, ...figures, seconds, ...memory })}\n`)
}
if (broken) process.exitCode = 1
