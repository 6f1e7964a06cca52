/** The thread that reads one Word file, so that a hostile one can hold up or bring down nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '#shared/refusals.ts'
import { readWordFile, type WordText } from './read-word-file.ts'

/** What the thread answers to the bytes that it was started with. */
export type WorkerAnswer = { text: WordText } | { refusal: RefusalCode }

parentPort?.postMessage(answer(workerData))

/** Whatever the reader stumbles over, the file is to blame: it made the reader stumble. */
function answer(bytes: Uint8Array): WorkerAnswer {
  try {
    return { text: readWordFile(bytes) }
  } catch (error) {
    return { refusal: error instanceof Refusal ? error.code : 'not-a-word-file' }
  }
}
