/** Has pictures redrawn in processes of their own: few at a time, each with an end to its time. */
import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#shared/refusals.ts'
import type { RedrawnPicture } from './redraw.ts'

/** A picture that takes longer than this, in milliseconds, was made to. */
const longest = 20_000
/** Drawn at the same time; others wait their turn. */
const mostAtOnce = 2

/**
 * `script` is the address of the built `picture-process`. What it returns rejects with the refusal
 * `not-a-picture` for whatever cannot be drawn.
 */
export function pictureRedrawer(script: URL): (bytes: Uint8Array) => Promise<RedrawnPicture> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (bytes) => {
    if (running >= mostAtOnce) await new Promise<void>((turn) => waiting.push(turn))
    else running++
    try {
      return await redrawn(bytes, script)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

async function redrawn(bytes: Uint8Array, script: URL): Promise<RedrawnPicture> {
  const child = spawn(process.execPath, ['--max-old-space-size=256', fileURLToPath(script)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: longest,
    killSignal: 'SIGKILL',
  })
  // One that has ended early no longer listens; its answer, or the lack of one, says why.
  child.stdin.on('error', () => undefined)
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  child.stdin.end(bytes)
  const answer = await Promise.race([buffer(child.stdout), failed])
  const lineEnd = answer.indexOf('\n')
  const facts = lineEnd === -1 ? null : JSON.parse(answer.toString('utf8', 0, lineEnd))
  const drawn = answer.subarray(lineEnd + 1)
  if (!facts || drawn.length === 0) throw new Refusal('not-a-picture')
  return { ...facts, bytes: new Uint8Array(drawn) }
}
