import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readFileInWorker } from '#server/files/read-in-worker.ts'
import { paragraph, wordFile } from '#test/support/word-file.ts'
import { outline } from '#test/support/word-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-worker-'))
const worker = pathToFileURL(join(folder, 'files-worker.mjs'))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, '../../../server/files/files-worker.ts'),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'files-worker.mjs' } },
    },
  })
})

afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.useRealTimers())

/** A worker of these few lines. */
const workerOf = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)

test('[DRAFT7] a file is read in a thread of its own, and its bytes are left to the caller', async () => {
  const bytes = wordFile({ body: paragraph('Тынчтык керек.') })
  expect(outline(await readFileInWorker(bytes, 'docx', worker))).toEqual(['Тынчтык керек.'])
  expect(outline(await readFileInWorker(bytes, 'docx', worker))).toEqual(['Тынчтык керек.'])
})

test('[DRAFT7] a refusal in the thread is one for the caller', async () => {
  await expect(readFileInWorker(new Uint8Array(9), 'docx', worker)).rejects.toMatchObject({
    code: 'unreadable-file',
  })
  await expect(readFileInWorker(wordFile({ body: '' }), 'docx', worker)).rejects.toMatchObject({
    code: 'file-empty',
  })
})

test('[DRAFT7] a file that takes too long is given up', async () => {
  vi.useFakeTimers()
  const never = readFileInWorker(new Uint8Array(9), 'docx', workerOf('for (;;);'))
  const refused = expect(never).rejects.toMatchObject({ code: 'file-too-large' })
  await vi.advanceTimersByTimeAsync(20_000)
  await refused
})

test('[DRAFT7] a file that takes too much memory is given up', { timeout: 30_000 }, async () => {
  const greedy = workerOf('let all; for (;;) all = { all, more: {} }')
  await expect(readFileInWorker(new Uint8Array(9), 'docx', greedy)).rejects.toMatchObject({
    code: 'file-too-large',
  })
})

test('[DRAFT7] a thread that cannot run is a fault, not a refusal', async () => {
  const missing = pathToFileURL(join(folder, 'missing.mjs'))
  await expect(readFileInWorker(new Uint8Array(9), 'docx', missing)).rejects.toThrow('Cannot find')
  await expect(readFileInWorker(new Uint8Array(9), 'docx', workerOf('0'))).rejects.toThrow('ended')
})
