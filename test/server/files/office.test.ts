/** Old formats, where LibreOffice is installed; elsewhere a refusal that says what to do. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { convertWithOffice } from '#server/files/office.ts'
import { readFile } from '#server/files/read-file.ts'
import { outline } from '#test/support/word-text.ts'

const hasOffice = existsSync('/usr/bin/soffice')
const rtf =
  '{\\rtf1\\ansi\\ansicpg1251{\\b \\u1054?\\u32?\\u1074?\\u1086?\\u1076?\\u1077?} and more.\\par Second.}'

test.skipIf(!hasOffice)(
  '[DRAFT7] an RTF file comes in through LibreOffice',
  { timeout: 120_000 },
  async () => {
    const converted = await convertWithOffice(new TextEncoder().encode(rtf), 'rtf')
    expect(outline(readFile(converted, 'docx'))).toEqual(['{bold|О воде} and more.', 'Second.'])
  },
)

test.skipIf(hasOffice)('[DRAFT7] without LibreOffice it is said what to do', async () => {
  await expect(convertWithOffice(new Uint8Array(9), 'doc')).rejects.toMatchObject({
    code: 'needs-office',
  })
})
