/** Writes a text as a file of any of the formats. [DRAFT7] [PUB3] */
import type { Language } from '#shared/language/languages.ts'
import type { FormatOut } from '#shared/text/formats.ts'
import type { TextNodes } from './file-text.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'
import { writePlainText } from './plain-text.ts'
import { titleOf } from './text-blocks.ts'
import { writeWordFile } from './word/write-word-file.ts'

export type WrittenFile = { type: string; bytes: Uint8Array<ArrayBuffer> }

type Write = (
  text: TextNodes,
  about: { language: Language; title: string },
) => Uint8Array<ArrayBuffer>

const formats: Record<FormatOut, { type: string; write: Write }> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeWordFile,
  },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
  txt: { type: 'text/plain; charset=utf-8', write: writePlainText },
}

/** Whether files of this format have the pictures in them. */
export const holdsPictures = (format: FormatOut): boolean => format === 'docx'

export function writeFile(text: TextNodes, format: FormatOut, language: Language): WrittenFile {
  const { type, write } = formats[format]
  return { type, bytes: write(text, { language, title: titleOf(text.blocks) }) }
}
