/** A file as Word wrote it until 2003 (.doc), made from a new one by LibreOffice. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { officePath } from './system-programs.ts'

/** Only where LibreOffice is installed. */
export async function oldWordFile(wordFile: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'old-word-'))
  try {
    const source = join(folder, 'text.docx')
    await writeFile(source, wordFile)
    await promisify(execFile)(officePath ?? 'soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      ...['--headless', '--convert-to', 'doc:MS Word 97', '--outdir', folder],
      source,
    ])
    return new Uint8Array(await readFile(join(folder, 'text.doc')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
