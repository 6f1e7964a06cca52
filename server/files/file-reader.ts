/** Reads whatever file somebody brings in: by its content first, by its name where the content says nothing. [DRAFT7] */
import { Refusal } from '#shared/refusals.ts'
import type { FormatIn } from '#shared/text/formats.ts'
import type { FileText } from './file-text.ts'
import { convertWithOffice } from './office.ts'
import { type ReadFormat, readFormats } from './read-file.ts'
import { readFileInWorker } from './read-in-worker.ts'
import { isEncryptedContainer, sniff } from './sniff.ts'

/** `worker` is the address of the built `files-worker`. */
export const fileReader =
  (worker: URL) =>
  async (bytes: Uint8Array, named: FormatIn): Promise<FileText> => {
    if (isEncryptedContainer(bytes)) throw new Refusal('file-encrypted')
    const format = sniff(bytes) ?? named
    if (isRead(format)) return readFileInWorker(bytes, format, worker)
    return readFileInWorker(await convertWithOffice(bytes, format), 'docx', worker)
  }

const isRead = (format: FormatIn): format is ReadFormat & FormatIn =>
  readFormats.some((one) => one === format)
