/**
 * Measures the server beside its peers, in the same run and on the same load. Needs Linux (/proc).
 *
 *   npm run bench -- [--scenario fanout,documents,replay,at-rest,cold-load,join] [--targets ours,hocuspocus3,relay]
 *                    [--runs 3] [--editors 50] [--rate 5] [--seconds 8] [--documents 500] [--initial 3000]
 *                    [--joiners 100] [--seed 1] [--trace <file.json.gz>] [--profile <folder>]
 *
 * Targets: ours, hocuspocus3, hocuspocus4, y-websocket, relay; the packages of a peer are installed at
 * its first use. Each run prints a line of JSON, and the end is a table of medians with their ratios to
 * hocuspocus3. A delivery is an edit of one that has been decoded by one other; its latency is taken
 * from the moment of sending, in one process and by one clock. CPU (µs) and memory (MiB) are those of
 * the whole server with its database, `database…` the database's part.
 * `generatorCpuPercent` near 100 says that not the server was the limit; much of `othersCpuPercent`, that
 * others disturbed the run: then its latencies tell little, while CPU per delivery still compares.
 * `longestFlush` is how long the disk took at worst for a flush of the bench's own (ms), `diskStalledPercent` for what
 * share of the time it was at one of more than 20 ms: we tell nobody of an edit before its flush.
 * With `--profile` our program leaves a CPU profile in the folder at each start.
 */
import { parseArgs } from 'node:util'
import { StoredHistories } from './arriving.ts'
import { type Figures, rounded } from './figures.ts'
import { writeHistory } from './history.ts'
import { pinThisProcess } from './server-process.ts'
import { inNewFolder, onNewServer, type Session, withServer } from './session.ts'
import { type Row, tablesOf } from './table.ts'
import { install, type Target, targets } from './targets.ts'
import { readTrace, writeTrace } from './trace.ts'
import { typing } from './typing.ts'

const { values: options } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'fanout' },
    targets: { type: 'string', default: 'ours,hocuspocus3,relay' },
    runs: { type: 'string', default: '3' },
    editors: { type: 'string', default: '50' },
    rate: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    documents: { type: 'string', default: '500' },
    initial: { type: 'string', default: '3000' },
    joiners: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'string' },
    profile: { type: 'string' },
  },
})
const base = 'hocuspocus3'

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

let stored: StoredHistories | undefined
function histories(): StoredHistories {
  stored ??= new StoredHistories(
    writeHistory(options.trace ? readTrace(options.trace) : writeTrace(Number(options.seed))),
  )
  return stored
}

const scenarios: Record<string, (session: Session) => Promise<Figures>> = {
  fanout: (session) =>
    onNewServer(session, async (server, doors) =>
      typing(session.target, server, doors, {
        rooms: [await doors.makeRoom(server)],
        editorsPerRoom: Number(options.editors),
        rate: Number(options.rate ?? 5),
        seconds: Number(options.seconds),
        initial: Number(options.initial),
      }),
    ),
  documents,
  replay: (session) => histories().replay(session),
  'at-rest': (session) => histories().atRest(session),
  'cold-load': (session) => histories().coldLoad(session),
  join: (session) => histories().join(session, Number(options.joiners)),
}

/** Two editors in each of many documents; what a server holds only since it made them is not counted. */
function documents({ target, profile }: Session): Promise<Figures> {
  const count = Number(options.documents)
  return inNewFolder(async (dataDir) => {
    const { doors, rooms } = await withServer({ target }, dataDir, async (server) => {
      const doors = await target.open(server)
      const rooms: string[] = []
      while (rooms.length < count) rooms.push(await doors.makeRoom(server))
      return { doors, rooms }
    })
    const figures = await withServer({ target, profile }, dataDir, (server) =>
      typing(target, server, doors, {
        rooms,
        editorsPerRoom: 2,
        rate: Number(options.rate ?? 1),
        seconds: Number(options.seconds),
        initial: Number(options.initial),
      }),
    )
    const perDocument = (mib: unknown) => rounded((Number(mib) * 1024) / count)
    return {
      documents: count,
      kibPerDocument: perDocument(figures.memoryGrowth),
      programKibPerDocument: perDocument(figures.programMemoryGrowth),
      ...figures,
    }
  })
}

/** The values of a list of names, in the names' order. */
function picked<Value>(names: string, known: Record<string, Value>): [string, Value][] {
  return names.split(',').map((name) => {
    const value = known[name]
    if (!value) throw new Error(`${name} is none of ${Object.keys(known).join(', ')}`)
    return [name, value]
  })
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Interleaved, and each run begins with another target: what disturbs the machine disturbs all. */
async function runAll(): Promise<Row[]> {
  const rows: Row[] = []
  const measured: [string, Target][] = picked(options.targets, targets)
  for (const [, target] of measured) install(target)
  for (let run = 1; run <= Number(options.runs); run++) {
    for (const [scenario, measure] of picked(options.scenario, scenarios)) {
      for (const [name, target] of measured) {
        const profile = name === 'ours' ? options.profile : undefined
        const row = { scenario, target: name, run, figures: await measure({ target, profile }) }
        rows.push(row)
        say(JSON.stringify(row))
      }
    }
    const [first] = measured.splice(0, 1)
    if (first) measured.push(first)
  }
  return rows
}

pinThisProcess()
try {
  for (const line of tablesOf(await runAll(), base)) say(line)
} finally {
  await stored?.remove()
}
