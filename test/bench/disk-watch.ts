/** How long the machine's own disk takes meanwhile: a server that flushes before it tells can be no faster. */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const everyMs = 25
/** A flush that takes longer is the disk's doing: it is a hundred times what one takes on an idle machine. */
const stallMs = 20
/** What PostgreSQL writes at least for a commit, in bytes. */
const page = new Uint8Array(8192)

export type Disk = {
  /** In milliseconds. */
  longestFlush: number
  /** Share of the time in which it was at a flush of more than 20 ms. */
  stalledPercent: number
}

/** Flushes a page of its own again and again, beside the servers' folders. */
export async function watchDisk(): Promise<{ stop(): Promise<Disk> }> {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-disk-'))
  const file = await open(join(folder, 'page'), 'w')
  const startedAt = performance.now()
  let [longestFlush, stalledMs, stopping] = [0, 0, false]
  const watching = (async () => {
    while (!stopping) {
      await file.write(page, 0, page.length, 0)
      const start = performance.now()
      await file.datasync()
      const ms = performance.now() - start
      longestFlush = Math.max(longestFlush, ms)
      if (ms > stallMs) stalledMs += ms
      await sleep(everyMs)
    }
  })()
  return {
    async stop() {
      stopping = true
      await watching
      await file.close()
      await rm(folder, { recursive: true, force: true })
      return { longestFlush, stalledPercent: (stalledMs / (performance.now() - startedAt)) * 100 }
    },
  }
}
