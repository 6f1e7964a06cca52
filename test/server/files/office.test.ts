/** Files through LibreOffice, where it is installed; elsewhere a refusal that says what to do. */
import { expect, test } from 'vitest'
import type { FileText } from '#server/files/file-text.ts'
import { formatsHere, writeAnyFile } from '#server/files/file-writer.ts'
import { convertWithOffice } from '#server/files/office.ts'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import { fullText } from '../../support/full-text.ts'
import { oldWordFile } from '../../support/old-word-file.ts'
import { openDocument } from '../../support/open-document.ts'
import { gradient } from '../../support/pictures.ts'
import { officePath } from '../../support/system-programs.ts'
import { lossesOf, outline } from '../../support/word-text.ts'

const inOffice = test.skipIf(!officePath)
const timeout = 120_000
const rtf =
  '{\\rtf1\\ansi\\ansicpg1251{\\b \\u1054?\\u32?\\u1074?\\u1086?\\u1076?\\u1077?} and more.\\par Second.}'

inOffice('[DRAFT7] an RTF file comes in through LibreOffice', { timeout }, async () => {
  const converted = await convertWithOffice(new TextEncoder().encode(rtf), 'rtf')
  expect(outline(readFile(converted, 'docx'))).toEqual(['{bold|О воде} and more.', 'Second.'])
})

test.skipIf(officePath)('[DRAFT7] without LibreOffice it is said what to do', async () => {
  await expect(convertWithOffice(new Uint8Array(9), 'doc')).rejects.toMatchObject({
    code: 'needs-office',
  })
  expect(formatsHere()).toEqual({
    in: ['docx', 'odt', 'md', 'txt'],
    out: ['docx', 'md', 'txt'],
  })
})

const comments = ({ comments: threads }: FileText) =>
  Object.values(threads)
    .flatMap(({ quotation, replies }) => replies.map((one) => [quotation, one.author, one.text]))
    .sort()

const suggestions = (text: FileText) =>
  Object.values(text.suggestions).map(({ author, text: words }) => [author, words])

const picture = async () => new Uint8Array(await gradient(60, 40).png().toBuffer())

inOffice.for(['docx', 'odt'] as const)(
  '[DRAFT7] all that a draft may hold comes back from LibreOffice as %s',
  { timeout },
  async (format) => {
    const ours = writeFile(fullText(await picture()), 'docx', 'ru').bytes
    const before = readFile(ours, 'docx')
    const after = readFile(await convertWithOffice(ours, 'docx', format), format)
    expect(withoutThreads(outline(after))).toEqual(withoutThreads(outline(before)))
    expect(after.numbering).toBe('decimal')
    expect(lossesOf(after)).toEqual({})
    expect(suggestions(after)).toEqual(suggestions(before))
    // An answer comes back as a comment of its own on the same words.
    expect(comments(after)).toEqual(comments(before))
    expect(Object.keys(after.pictures)).toHaveLength(1)
    expect(imageOf(after)).toMatchObject({ alt: 'Канал зимой' })
  },
)

inOffice('[DRAFT7] a file of Word 97 comes in with its review', { timeout }, async () => {
  const ours = writeFile(fullText(await picture()), 'docx', 'ru').bytes
  const before = readFile(ours, 'docx')
  const after = readFile(await convertWithOffice(await oldWordFile(ours), 'doc'), 'docx')
  // LibreOffice writes no words for a picture into the old format.
  const without = outline(before).map((line) => line.replace('(Канал зимой)', '()'))
  expect(withoutThreads(outline(after))).toEqual(withoutThreads(without))
  expect(lossesOf(after)).toEqual({})
  expect(suggestions(after).sort()).toEqual(suggestions(before).sort())
  expect(comments(after)).toEqual(comments(before))
  expect(Object.keys(after.pictures)).toHaveLength(1)
})

inOffice('[DRAFT7] a draft goes out as OpenDocument', { timeout }, async () => {
  const { type, bytes } = await writeAnyFile(fullText(await picture()), 'odt', 'ru')
  expect(type).toBe('application/vnd.oasis.opendocument.text')
  expect(outline(readFile(bytes, 'odt'))).toContain('heading 1: Обращение')
  expect(formatsHere().out).toContain('odt')
})

/** What a draft has no place for, and what must be taken apart to come over. */
const hard = [
  '<text:h text:outline-level="1">Заглавие</text:h>',
  '<text:p>Табулятор<text:tab/>отступ<text:s text:c="3"/>пробелы<text:line-break/>строка</text:p>',
  '<text:p>Скрыто<text:span text:style-name="Hidden">тайное</text:span> видно</text:p>',
  '<text:p>Страница <text:page-number>1</text:page-number> поля</text:p>',
  '<text:p>Концевая<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>замечание</text:p></text:note-body></text:note> сноска</text:p>',
  '<text:p>Рамка<draw:frame text:anchor-type="as-char" svg:width="4cm" svg:height="2cm"><draw:text-box><text:p>внутри</text:p></draw:text-box></draw:frame> снаружи</text:p>',
  '<text:p text:style-name="Broken">Разрыв</text:p>',
  '<text:list text:style-name="L1"><text:list-item><text:p>перечень</text:p><text:p>продолжение</text:p></text:list-item></text:list>',
  '<text:p>Между</text:p>',
  '<text:list text:style-name="L1"><text:list-item text:start-value="4"><text:p>четвёртый</text:p></text:list-item></text:list>',
  '<table:table table:name="T"><table:table-column/><table:table-row><table:table-cell><table:table table:name="U" table:is-sub-table="false"><table:table-column/><table:table-row><table:table-cell><text:p>вложенная</text:p></table:table-cell></table:table-row></table:table><text:p>ячейка</text:p></table:table-cell></table:table-row></table:table>',
].join('')
const styles =
  '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="Broken" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'

const entry = (path: string, type: string) =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
const manifest =
  entry('/', 'application/vnd.oasis.opendocument.text') + entry('content.xml', 'text/xml')

const words =
  'Заглавие Табулятор отступ пробелы строка Скрыто видно Страница поля Концевая замечание сноска Рамка внутри снаружи Разрыв перечень продолжение Между четвёртый вложенная ячейка'

inOffice.for(['docx', 'odt'] as const)(
  '[DRAFT7] of a file by LibreOffice no word is lost in silence: %s',
  { timeout },
  async (format) => {
    const source = openDocument({ body: hard, styles, manifest })
    const text = readFile(await convertWithOffice(source, 'odt', format), format)
    const lines = outline(text)
    for (const word of words.split(' ')) expect([word, timesIn(lines, word)]).toEqual([word, 1])
    expect(timesIn(lines, 'тайное')).toBe(0)
    expect(lossesOf(text)).toEqual({
      ...{ field: 1, endnote: 1, 'text-box': 1 },
      ...{ 'nested-table': 1, 'hidden-text': 1 },
    })
    expect(lines).toContain('operative@4: четвёртый')
  },
)

const timesIn = (lines: readonly string[], word: string) => lines.join('\n').split(word).length - 1

/** Two comments on the same words are two marks. */
const withoutThreads = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/comment( comment)+/g, 'comment'))

const imageOf = ({ blocks }: FileText) => blocks.find(({ type }) => type === 'image')?.attrs
