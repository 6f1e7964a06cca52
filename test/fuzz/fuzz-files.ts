/** Reads damaged files of each kind, and tells what a reader should never do. */
import { type ReadFormat, readFile } from '#server/files/read-file.ts'
import { writeFile, writtenFormats } from '#server/files/write-file.ts'
import { Refusal } from '#shared/refusals.ts'

import { exampleWordFile } from '../support/example.ts'
import { openDocument } from '../support/open-document.ts'
import { pick, seeded } from '../support/random.ts'
import { reviewWordFile } from '../support/review-file.ts'
import { checkText } from '../support/word-text.ts'
import { damageBytes, damageMarkup } from './mutate-files.ts'

export type FileFigures = { read: number; refused: number; slowestMs: number; findings: string[] }

/** A file of these sizes that takes longer than this, in milliseconds, could hold the worker up on purpose. */
const longest = 3000

/** Throws nothing: whatever goes wrong is a finding, with the number of the file that showed it. */
export function fuzzFiles({ files, seed }: { files: number; seed: number }): FileFigures {
  const random = seeded(seed)
  const figures: FileFigures = { read: 0, refused: 0, slowestMs: 0, findings: [] }
  const originals = sources()
  for (let at = 0; at < files; at++) {
    const { format, bytes } = pick(random, originals)
    const isZip = format === 'docx' || format === 'odt'
    const damage = isZip && random() < 0.8 ? damageMarkup : damageBytes
    const start = performance.now()
    const found = look(damage(bytes, random), format, figures)
    const took = performance.now() - start
    figures.slowestMs = Math.max(figures.slowestMs, Math.round(took))
    if (found) figures.findings.push(`file ${at} (${format}): ${found}`)
    if (took > longest) figures.findings.push(`file ${at} (${format}): took ${Math.round(took)} ms`)
  }
  return figures
}

function look(bytes: Uint8Array, format: ReadFormat, figures: FileFigures): string | null {
  try {
    const text = readFile(bytes, format)
    checkText(text)
    for (const out of writtenFormats) writeFile(text, out, 'ru')
    figures.read++
    return null
  } catch (fault) {
    if (!(fault instanceof Refusal))
      return (fault as Error).stack?.split('\n').slice(0, 3).join(' ') ?? `${fault}`
    figures.refused++
    return null
  }
}

function sources(): { format: ReadFormat; bytes: Uint8Array }[] {
  const written = readFile(reviewWordFile(), 'docx')
  return [
    { format: 'docx', bytes: exampleWordFile() },
    { format: 'docx', bytes: reviewWordFile() },
    { format: 'docx', bytes: writeFile(written, 'docx', 'ru').bytes },
    { format: 'odt', bytes: openDocument() },
    { format: 'md', bytes: writeFile(readFile(exampleWordFile(), 'docx'), 'md', 'ru').bytes },
    { format: 'txt', bytes: writeFile(written, 'txt', 'ru').bytes },
  ]
}
