/** The thread that reads one file, so that a hostile one can hold up or bring down nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '#shared/refusals.ts'
import type { FileText } from './file-text.ts'
import { type ReadFormat, readFile } from './read-file.ts'

export type WorkerInput = { bytes: Uint8Array; format: ReadFormat }

/** What the thread answers to the bytes that it was started with. */
export type WorkerAnswer = { text: FileText } | { refusal: RefusalCode }

parentPort?.postMessage(answer(workerData))

/** Whatever the reader stumbles over, the file is to blame: it made the reader stumble. */
function answer({ bytes, format }: WorkerInput): WorkerAnswer {
  try {
    return { text: readFile(bytes, format) }
  } catch (error) {
    return { refusal: error instanceof Refusal ? error.code : 'unreadable-file' }
  }
}
