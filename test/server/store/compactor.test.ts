/** The thread that compacts gives way to whoever types. */
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { builtFile } from '#server/built-file.ts'
import { Compactor } from '#server/store/compactor.ts'
import { openDatabase } from '#server/store/database.ts'
import { testDatabase } from '../../support/database.ts'

const address = testDatabase()

test.runIf(process.platform === 'linux')(
  'it goes after all other threads of the program',
  async () => {
    const database = await openDatabase({ databaseUrl: address(), dataDir: '/nonexistent' })
    const compactor = new Compactor(builtFile('server/compaction-worker.js'), database.connection)
    const before = await niceness()
    expect(await compactor.snapshot(randomUUID())).toBeNull()
    const after = await niceness()
    expect(Math.max(...after)).toBe(Math.max(10, ...before))
    await compactor.close()
    await database.close()
  },
)

/** How far each thread of this process stands back: proc(5), field 19 of stat. */
async function niceness(): Promise<number[]> {
  const threads = await readdir('/proc/self/task')
  const stats = await Promise.all(
    threads.map((id) => readFile(`/proc/self/task/${id}/stat`, 'utf8')),
  )
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]))
}
