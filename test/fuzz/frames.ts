/**
 * Sends hostile frames to rooms in this process, and counts what they broke.
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
const start = performance.now()
const figures = await fuzzRoom({ frames: Number(values.frames), seed: Number(values.seed) })
const seconds = Math.round((performance.now() - start) / 1000)
const { rss, heapUsed } = process.memoryUsage()
const memory = { heapMb: heapUsed >> 20, rssMb: Math.round(rss / 2 ** 20) }
process.stdout.write(`${JSON.stringify({ ...figures, seconds, ...memory })}\n`)
/** More than this is memory that grows without bound: drafts here are small and thrown away. */
const mostMb = 1500
if (figures.violations.length > 0 || memory.rssMb > mostMb) process.exitCode = 1
