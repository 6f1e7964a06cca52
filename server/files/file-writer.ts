/** Writes whatever file somebody asks for: by itself, or as a Word file that LibreOffice makes another of. [DRAFT7] */
import type { Language } from '#shared/language/languages.ts'
import { type FormatOut, formatsIn, formatsOut } from '#shared/text/formats.ts'
import type { TextNodes } from './file-text.ts'
import { convertWithOffice, hasOffice } from './office.ts'
import { readFormats } from './read-file.ts'
import { type WrittenFile, type WrittenFormat, writeFile, writtenFormats } from './write-file.ts'

/** Rejects with the refusal `needs-office` for a format that cannot be written here. */
export async function writeAnyFile(
  text: TextNodes,
  format: FormatOut,
  language: Language,
): Promise<WrittenFile> {
  if (isWritten(format)) return writeFile(text, format, language)
  const { bytes } = writeFile(text, 'docx', language)
  const type = 'application/vnd.oasis.opendocument.text'
  return { type, bytes: await convertWithOffice(bytes, 'docx', format) }
}

/** Whether files of this format have the pictures in them. */
export const holdsPictures = (format: FormatOut): boolean => format === 'docx' || format === 'odt'

/** What can be read and written on this server. */
export const formatsHere = () => {
  const all = hasOffice()
  return {
    in: formatsIn.filter((format) => all || readFormats.some((one) => one === format)),
    out: formatsOut.filter((format) => all || isWritten(format)),
  }
}

const isWritten = (format: FormatOut): format is WrittenFormat =>
  writtenFormats.some((one) => one === format)
