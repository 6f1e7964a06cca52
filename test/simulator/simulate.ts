/**
 * Plays scenarios from their seeds, or one again with all that happens in it. [DRAFT1] [DRAFT2] [SAFE3]
 *
 *   npm run simulate -- [--scenarios 2000] [--seed 1]
 *   npm run simulate -- --only 17
 *
 * The seeds are `seed`, `seed + 1`, and so on. Prints one line of JSON, and how the first scenario
 * went in which something was wrong.
 */
import { parseArgs } from 'node:util'
import { simulate } from './scenario.ts'

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})

async function playAll(first: number, scenarios: number) {
  const started = performance.now()
  const counted = { scenarios, events: 0, tokens: 0, violations: 0 }
  const failed: number[] = []
  for (let seed = first; seed < first + scenarios; seed++) {
    const { events, tokens, violation } = await simulate(seed)
    counted.events += events
    counted.tokens += tokens
    if (violation === null) continue
    counted.violations++
    failed.push(seed)
  }
  const minutes = (performance.now() - started) / 60_000
  const perMinute = Math.round(scenarios / minutes)
  say(JSON.stringify({ ...counted, perMinute, seed: first, failed: failed.slice(0, 20) }))
  if (failed[0] !== undefined) await playOne(failed[0])
}

async function playOne(seed: number) {
  const { trace, ...outcome } = await simulate(seed, { traced: true })
  for (const line of trace) say(line)
  say(JSON.stringify(outcome))
  if (outcome.violation !== null) process.exitCode = 1
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

if (values.only === undefined) await playAll(Number(values.seed), Number(values.scenarios))
else await playOne(Number(values.only))
