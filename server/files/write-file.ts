/** Writes a text as a file of any format that the program writes by itself. [DRAFT7] [PUB3] */
import type { Language } from '#shared/language/languages.ts'
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

export const writtenFormats = ['docx', 'md', 'txt'] as const
export type WrittenFormat = (typeof writtenFormats)[number]

const formats: Record<WrittenFormat, { type: string; write: Write }> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeWordFile,
  },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
  txt: { type: 'text/plain; charset=utf-8', write: writePlainText },
}

export function writeFile(text: TextNodes, format: WrittenFormat, language: Language): WrittenFile {
  const { type, write } = formats[format]
  return { type, bytes: write(text, { language, title: titleOf(text.blocks) }) }
}
