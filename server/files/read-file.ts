/** Reads a file of any format that the program reads by itself. [DRAFT7] */
import type { FileText } from './file-text.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readOpenDocument } from './open-document/read-open-document.ts'
import { readPlainText } from './plain-text.ts'
import { readWordFile } from './word/read-word-file.ts'

export const readFormats = ['docx', 'odt', 'md', 'txt'] as const
export type ReadFormat = (typeof readFormats)[number]

const readers: Record<ReadFormat, (bytes: Uint8Array) => FileText> = {
  docx: readWordFile,
  odt: readOpenDocument,
  md: readMarkdown,
  txt: readPlainText,
}

/** Throws `Refusal`, as each reader does. A hostile file may take many seconds: call it in a worker. */
export const readFile = (bytes: Uint8Array, format: ReadFormat): FileText => readers[format](bytes)
