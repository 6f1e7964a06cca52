/** Which account the embedded PostgreSQL runs under: it refuses to run as root. */
import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotRun } from './cannot-run.ts'

export type Account = { uid: number; gid: number }

/**
 * Null when the program does not run as root: the database then runs as the same account. As root,
 * the owner of the cluster's folder, or of the folder around it, or `nobody` when both are root's.
 */
export async function accountFor(cluster: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  for (const folder of [cluster, dirname(cluster)]) {
    const owner = await stat(folder).catch(() => null)
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const nobody = await nobodysAccount()
  const helper = spawnSync('setpriv', ['--version'], { stdio: 'ignore' })
  if (nobody && helper.status === 0) return nobody
  throw new CannotRun(
    'PostgreSQL does not run as root, and this system lacks what it takes to change accounts ' +
      '(setpriv of util-linux, and the account nobody). Start Undersigned as an ordinary user, ' +
      'or set DATABASE_URL.',
  )
}

/**
 * The command that runs a program under the account. The one capability it keeps lets it read its
 * own files below a folder that only root may enter, such as root's home.
 */
export function asAccount(
  account: Account | null,
  program: string,
  args: string[],
): [string, string[]] {
  if (!account) return [program, args]
  const change = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const keep = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  return ['setpriv', [...change, ...keep, program, ...args]]
}

async function nobodysAccount(): Promise<Account | null> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = accounts.split('\n').find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
