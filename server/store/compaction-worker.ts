/** The thread that compacts logs of drafts, so that a long one holds up nobody who types. */
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { stepBack } from '../priority.ts'
import { draftsWithHistory, dropHistory, takeSnapshot } from './compaction.ts'

export type CompactionTask = { snapshot: string } | { historyBefore: Date }

/** The answer to one task: the length of the snapshot in bytes, null when nothing was to do, or why it failed. */
export type CompactionAnswer = { bytes: number | null } | { fault: unknown }

const connection = workerData as pg.PoolConfig

stepBack()

parentPort?.on('message', async (task: CompactionTask) => {
  const answer: CompactionAnswer = await compact(task).catch((fault: unknown) => ({ fault }))
  parentPort?.postMessage(answer)
})

async function compact(task: CompactionTask): Promise<CompactionAnswer> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    if ('snapshot' in task) return { bytes: await takeSnapshot(client, task.snapshot) }
    for (const draft of await draftsWithHistory(client, task.historyBefore)) {
      await dropHistory(client, draft, task.historyBefore)
    }
    // What was deleted leaves the pages of the tables too, not only what queries see.
    await client.query('vacuum draft_update, draft_snapshot, draft_history')
    return { bytes: null }
  } finally {
    await client.end()
  }
}
