/** How long the machine's own disk takes meanwhile: a server that flushes before it tells can be no faster. */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Percentiles } from './percentiles.ts'

const everyMs = 25
/** What PostgreSQL writes at least for a commit, in bytes. */
const page = new Uint8Array(8192)

/** Flushes a page of its own again and again, beside the servers' folders. */
export async function watchDisk(): Promise<{ stop(): Promise<Percentiles> }> {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-disk-'))
  const file = await open(join(folder, 'page'), 'w')
  const times = new Percentiles()
  let stopping = false
  const watching = (async () => {
    while (!stopping) {
      await file.write(page, 0, page.length, 0)
      const start = performance.now()
      await file.datasync()
      times.add(performance.now() - start)
      await sleep(everyMs)
    }
  })()
  return {
    async stop() {
      stopping = true
      await watching
      await file.close()
      await rm(folder, { recursive: true, force: true })
      return times
    },
  }
}
