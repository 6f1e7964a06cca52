/** Reads a file in a thread of its own, with an end to its time and memory. */
import { Worker } from 'node:worker_threads'
import { Refusal } from '#shared/refusals.ts'
import type { FileText } from './file-text.ts'
import type { WorkerAnswer, WorkerInput } from './files-worker.ts'
import type { ReadFormat } from './read-file.ts'

/** A file that takes longer than this, in milliseconds, or more memory than this, in megabytes, is too large. */
const longest = 20_000
const mostMemory = 512

/**
 * As `readFile`; `worker` is the address of the built `files-worker`. Leaves `bytes` as they are.
 * Rejects with a `Refusal`, or with the error of a thread that could not run.
 */
export async function readFileInWorker(
  bytes: Uint8Array,
  format: ReadFormat,
  worker: URL,
): Promise<FileText> {
  const own = new Uint8Array(bytes)
  const thread = new Worker(worker, {
    workerData: { bytes: own, format } satisfies WorkerInput,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  })
  let timer: NodeJS.Timeout | undefined
  const answered = new Promise<WorkerAnswer>((resolve, reject) => {
    const tooLarge = () => resolve({ refusal: 'file-too-large' })
    timer = setTimeout(tooLarge, longest)
    thread.once('message', resolve)
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooLarge()
      else reject(error)
    })
    thread.once('exit', (code) => reject(new Error(`the worker for files ended with code ${code}`)))
  })
  try {
    const answer = await answered
    if ('refusal' in answer) throw new Refusal(answer.refusal)
    return answer.text
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
