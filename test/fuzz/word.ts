/**
 * Damages files of every kind that can be brought in, reads each, and counts what went wrong.
 *
 *   npm run fuzz:files -- [--files 3000] [--seed 1]
 */
import { parseArgs } from 'node:util'
import { fuzzFiles } from './fuzz-files.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
})
const figures = fuzzFiles({ files: Number(values.files), seed: Number(values.seed) })
process.stdout.write(`${JSON.stringify(figures)}\n`)
if (figures.findings.length > 0) process.exitCode = 1
