/** The process behind a PostgreSQL data folder: found by its lock file, stopped by its signal. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The server that runs on this cluster, or null when none does, whatever its lock file claims. */
export async function readPostmaster(cluster: string): Promise<{ pid: number } | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [first = '', folder = ''] = text.split('\n')
  const pid = Number(first)
  if (!Number.isSafeInteger(pid) || pid <= 1 || folder.trim() !== cluster) return null
  return isAlive(pid) && isPostgres(pid) ? { pid } : null
}

/** Asks the server to stop at once but cleanly ("fast shutdown"), and waits until it is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid); waited++) {
    if (waited % 200 === 0) signal(pid, 'SIGINT')
    await sleep(waited < 20 ? 5 : 50)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** A pid is used again after a while; only on Linux can it be told what runs under it. */
function isPostgres(pid: number): boolean {
  const name = procFile(pid, 'comm')
  return name === null || name.startsWith('postgres')
}

const isZombie = (pid: number) => /^State:\s+Z/m.test(procFile(pid, 'status') ?? '')

function procFile(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}
