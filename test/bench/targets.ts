/** The servers that can be measured: ours, its peers from npm, and a bare relay as the floor. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Protocol, Visit } from './client.ts'
import { openOurs, ourBytesAtRest } from './ours.ts'
import type { Command, ServerProcess } from './server-process.ts'

/** How documents of a server are made and found; good for every later start on the same data. */
export type Doors = {
  /** Makes a document and returns its name. */
  makeRoom(server: ServerProcess): Promise<string>
  visit(server: ServerProcess, room: string, visitor: number): Visit
}

export type Target = {
  protocol: Protocol
  /** Where the text is: nowhere, in memory only, or on the disk. */
  keeps: 'nothing' | 'memory' | 'disk'
  command: Command
  /** The folder in `peers/` whose packages it needs. */
  peer?: string
  open(server: ServerProcess): Promise<Doors>
  /** How much the documents take on the disk, in bytes, and all that comes with keeping them. */
  bytesAtRest(server: ServerProcess): Promise<number>
}

const peers = join(import.meta.dirname, 'peers')

const peerDoors: Doors = {
  makeRoom: async () => `bench-${randomUUID()}`,
  visit: ({ port }, room) => ({ url: `ws://127.0.0.1:${port}/${room}`, room, headers: {} }),
}

function peer(file: string, protocol: Protocol, keeps: Target['keeps']): Target {
  return {
    protocol,
    keeps,
    command: { args: [join(peers, file)], env: {}, ready: /listening/ },
    ...(file.includes('/') && { peer: dirname(file) }),
    open: async () => peerDoors,
    bytesAtRest: async ({ dataDir }) => bytesOfFiles(dataDir),
  }
}

export const targets: Record<string, Target> = {
  ours: {
    protocol: 'ours',
    keeps: 'disk',
    command: {
      args: ['dist/server/main.js'],
      // Each visitor comes from an address of its own, or the limits on one address would tell.
      env: { LOG_LEVEL: 'error', TRUSTED_PROXIES: '1' },
      ready: /runs at http\S+\s/,
    },
    open: openOurs,
    bytesAtRest: ourBytesAtRest,
  },
  hocuspocus3: peer('hocuspocus3/server.mjs', 'hocuspocus', 'disk'),
  hocuspocus4: peer('hocuspocus4/server.mjs', 'hocuspocus', 'disk'),
  'y-websocket': peer('y-websocket/server.mjs', 'y-websocket', 'memory'),
  relay: peer('relay.mjs', 'y-websocket', 'nothing'),
}

/**
 * Installs a peer's packages at first use. Its SQLite is fetched ready-made where that can be had,
 * and otherwise compiled, against the headers that came with this Node if there are any.
 */
export function install({ peer: name }: Target): void {
  if (!name || existsSync(join(peers, name, 'node_modules'))) return
  const prefix = dirname(dirname(process.execPath))
  const hasHeaders = existsSync(join(prefix, 'include/node/node.h'))
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--prefix', join(peers, name)],
    {
      env: { ...process.env, ...(hasHeaders && { npm_config_nodedir: prefix }) },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`npm ci of ${name} failed:\n${stderr}`)
}

function bytesOfFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(folder, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}
