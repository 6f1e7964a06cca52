/** Starts a server on a folder of its own, and takes both away after use. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ServerProcess } from './server-process.ts'
import type { Doors, Target } from './targets.ts'

/** What a scenario works on. */
export type Session = { target: Target; profile?: string | undefined }

/** Uses a new server on a new folder. */
export async function onNewServer<Result>(
  { target, profile }: Session,
  use: (server: ServerProcess, doors: Doors) => Promise<Result>,
): Promise<Result> {
  return inNewFolder((dataDir) =>
    withServer({ target, profile }, dataDir, async (server) =>
      use(server, await target.open(server)),
    ),
  )
}

/** Starts the server on this folder, and stops it after use, however that ends. */
export async function withServer<Result>(
  { target, profile }: Session,
  dataDir: string,
  use: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const server = await ServerProcess.start(target.command, { dataDir, profile })
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

export async function inNewFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await newFolder()
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'undersigned-bench-'))

/** A copy with the same owners: the embedded database minds who owns its files. */
export async function inCopyOf<Result>(
  folder: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return inNewFolder((copy) => {
    const { status } = spawnSync('cp', ['-a', `${folder}/.`, copy])
    if (status !== 0) throw new Error(`cannot copy ${folder}`)
    return use(copy)
  })
}
