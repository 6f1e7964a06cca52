/**
 * Kills the program again and again while people type, and counts what was lost. [DRAFT2] [SAFE3]
 *
 *   npm run soak:kill -- [--rounds 10] [--drafts 1] [--processes 1] [--database] [--seed 1]
 *
 * Three to eight drafters in each draft type numbered tokens at random places and are told up to which
 * of them all is saved. Each round one process is killed: from outside, or at a moment around a commit
 * that is drawn by lot (see `fail-point.ts`); one time in four once more while all come back to it.
 * What was called saved must be in the restarted program before anybody reconnects, once. Then all
 * reconnect, and every token that was ever typed must be in every copy, once.
 *
 * One process has its embedded database; several share one that this script runs, and drafters are
 * spread over them. With `--database` the database server is killed too. In each round somebody's role
 * is changed through one process and must reach a socket, perhaps of another one, within a second.
 */
import { parseArgs } from 'node:util'
import { seeded } from '../support/random.ts'
import { Chapter, type Counted } from './chapter.ts'
import { Coalition } from './coalition.ts'
import { moments, Servers } from './servers.ts'
import { pause } from './typist.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    drafts: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    database: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
const random = seeded(seed)
const counted: Counted = { tokens: 0, saved: 0, lost: 0, doubled: 0, unlike: 0 }
/** How long each change of a role took to reach a socket, in milliseconds. */
const roleMs: number[] = []
let killed = 0
let round = 0

/** How long a round may take before it counts as stuck. */
const roundMs = 300_000
const roundsOfChapter = 6
/** A role reaches every open socket within this. [SAFE3] */
const mostRoleMs = 1000

async function soak(servers: Servers) {
  const coalition = await Coalition.found(servers.newest)
  while (round < rounds) {
    const chapters: Chapter[] = []
    while (chapters.length < Number(values.drafts)) {
      chapters.push(await Chapter.begin(coalition, servers, random))
    }
    for (let left = roundsOfChapter; left > 0 && round < rounds; left--) {
      round++
      const stuck = setTimeout(() => void giveUp(chapters), roundMs)
      await playRound(servers, chapters)
      await changeRoles(coalition, servers, chapters)
      clearTimeout(stuck)
      if (round % 10 === 0) say(figures())
    }
    for (const chapter of chapters) chapter.end(counted)
  }
}

async function playRound(servers: Servers, chapters: readonly Chapter[]) {
  const victim = servers.any()
  const theirs = chapters.flatMap((one) => one.through(victim))
  let goesOn = true
  const typing = chapters.flatMap(({ typists }) =>
    typists.map((one) => one.typeWhile(() => goesOn, random)),
  )
  let mostMs = 100 + random() * 300
  for (let again = true; again; again = random() < 0.25, mostMs = random() * 150) {
    for (const { drafter } of theirs) drafter.provider.connect()
    const ending = servers.end(victim, mostMs)
    if (values.database && random() < 0.5) {
      await pause(random() * mostMs)
      await servers.killDatabase(victim)
    }
    await ending
    killed++
    for (const { drafter } of theirs) drafter.provider.disconnect()
    await servers.revive(victim)
    await Promise.all(chapters.map((one) => one.judgeSaved(counted)))
  }
  goesOn = false
  await Promise.all(typing)
  for (const { drafter } of theirs) drafter.provider.connect()
  await Promise.all(chapters.map((one) => one.judgeAll(counted)))
}

/** Through one process somebody becomes a reader and an editor again; the socket may be another's. */
async function changeRoles(coalition: Coalition, servers: Servers, chapters: readonly Chapter[]) {
  for (const [role, mode] of [
    ['reader', 'read'],
    ['editor', 'edit'],
  ] as const) {
    const began = performance.now()
    await coalition.makeWitness(role, servers.any())
    const told = ({ witness: { drafter } }: Chapter) => drafter.until(() => drafter.mode === mode)
    await Promise.all(chapters.map(told))
    roleMs.push(performance.now() - began)
  }
}

/** The copies do not become one: what the server lost, somebody else's words build on. */
async function giveUp(chapters: readonly Chapter[]) {
  say({ stuck: true, round, ...counted, activity: await servers.activity() })
  for (const one of chapters.flatMap(({ everybody }) => everybody)) say(one.state())
  await servers.remove().finally(() => process.exit(1))
}

function say(figures: object) {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

/** `drafts` of them went through each round; tokens are those of drafts that are done with. */
function figures() {
  roleMs.sort((a, b) => a - b)
  const at = (share: number) => Math.round(roleMs[Math.floor((roleMs.length - 1) * share)] ?? 0)
  return {
    ...{ round, killed, drafts: Number(values.drafts), ...counted },
    ends: Object.fromEntries(servers.ends),
    roleMs: { changes: roleMs.length, median: at(0.5), p99: at(0.99), most: at(1) },
    ...{ processes: servers.programs.length, database: values.database, seed },
    seconds: Math.round((performance.now() - started) / 1000),
  }
}

/** What went wrong, as words; empty when nothing did. */
function wrong(ends: ReadonlyMap<string, number>): string[] {
  const words: string[] = []
  if (counted.lost + counted.doubled + counted.unlike > 0) words.push('tokens or copies are wrong')
  if (Math.max(...roleMs) >= mostRoleMs) words.push('a role took too long')
  const missed = moments.filter((moment) => !ends.get(moment))
  if (killed >= 200 && missed.length > 0) words.push(`never ended at: ${missed.join(', ')}`)
  return words
}

const started = performance.now()
const servers = await Servers.start(Number(values.processes), random)
try {
  await soak(servers)
  const faults = wrong(servers.ends)
  say({ ...figures(), faults })
  if (faults.length > 0) process.exitCode = 1
} finally {
  await servers.remove()
}
