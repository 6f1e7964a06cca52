/**
 * Fills the disk under the program's own database while people type, and counts what was lost. [DRAFT2]
 *
 *   npm run soak:disk -- [--rounds 5] [--seed 1]
 *
 * The data folder stands on a small file system in memory, which takes root on Linux. In each round a file
 * takes all that is left of it; people type until the draft is paused, and on; then the file goes, and the
 * draft must go on by itself. Every other round the program is killed while the disk is full. In the end of
 * each every token that was typed must be in every copy, once, and what was called saved was always there.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Program } from '../support/program.ts'
import { seeded } from '../support/random.ts'
import { Chapter, type Counted } from './chapter.ts'
import { Coalition } from './coalition.ts'
import { pause } from './typist.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
const random = seeded(seed)
const counted: Counted = { tokens: 0, saved: 0, lost: 0, doubled: 0, unlike: 0 }
const seen = { paused: 0, killed: 0 }

/** In megabytes: room for the database and little more. */
const diskMegabytes = 200
/** How long it may take until a full disk is noticed; what is allocated already is still written to. */
const mostFillingMs = 30_000

async function soak(program: Program, filler: string) {
  const servers = { any: () => program, programs: [program] }
  const coalition = await Coalition.found(program)
  for (let round = 1; round <= rounds; round++) {
    const chapter = await Chapter.begin(coalition, servers, random)
    const isPaused = () => chapter.typists.every(({ drafter }) => drafter.mode === 'paused')
    await fill(filler)
    const end = performance.now() + mostFillingMs
    while (!isPaused() && performance.now() < end) {
      let goesOn = true
      const typing = chapter.typists.map((one) => one.typeWhile(() => goesOn, random))
      await pause(300)
      goesOn = false
      await Promise.all(typing)
    }
    if (isPaused()) seen.paused++
    const killed = round % 2 === 0
    if (killed) {
      await program.kill()
      seen.killed++
    }
    await rm(filler)
    if (killed) await program.start()
    await chapter.judgeSaved(counted)
    await chapter.judgeAll(counted)
    chapter.end(counted)
    say({ round, ...counted, ...seen })
  }
}

/** Takes all room that is left. */
async function fill(filler: string) {
  const chunk = Buffer.alloc(1024 * 1024)
  for (const size of [chunk.length, 4096]) {
    for (let full = false; !full; ) {
      full = await writeFile(filler, chunk.subarray(0, size), { flag: 'a' }).then(
        () => false,
        () => true,
      )
    }
  }
}

function run(command: string, ...args: string[]) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

function say(figures: object) {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

const disk = await mkdtemp(join(tmpdir(), 'undersigned-disk-'))
run('mount', '-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'undersigned', disk)
try {
  const program = await Program.start({ dataDir: join(disk, 'data') })
  try {
    await soak(program, join(disk, 'filler'))
  } finally {
    await program.remove()
  }
  say({ rounds, ...counted, ...seen, seed })
  const isWrong = counted.lost + counted.doubled + counted.unlike > 0 || seen.paused < rounds
  if (isWrong) process.exitCode = 1
} finally {
  run('umount', disk)
  await rm(disk, { recursive: true })
}
