import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Budget } from '#server/files/bounds.ts'
import { openZip } from '#server/files/unzip.ts'
import { readWordFile } from '#server/files/word/read-word-file.ts'
import { Refusal } from '#shared/refusals.ts'
import { document, fieldPart, paragraph, run, wordFile } from '#test/support/word-file.ts'

const good = wordFile({ body: paragraph('Мо сулҳ мехоҳем.') })
const megabyte = 1024 * 1024

function refusalOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const refusal = (bytes: Uint8Array) => refusalOf(() => readWordFile(bytes))
const refusalOfDocument = (xml: string | Uint8Array) =>
  refusal(wordFile({ body: '', files: { 'word/document.xml': xml } }))

/** A copy with other bytes from `at` on. */
function changed(bytes: Uint8Array, at: number, ...others: number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(others, at)
  return copy
}

/** Where the record of the directory for that file begins. */
function directoryEntry(bytes: Uint8Array, name: string): number {
  const view = Buffer.from(bytes)
  return view.lastIndexOf(name) - 46
}

function oldContainer(...names: string[]): Uint8Array {
  const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  return Buffer.concat([
    signature,
    Buffer.alloc(1000),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(1000),
  ])
}

test('[DRAFT7] what is no zip is no Word file', () => {
  expect(refusal(new Uint8Array())).toBe('unreadable-file')
  expect(refusal(Buffer.from('Биз тынчтыкты каалайбыз'))).toBe('unreadable-file')
  expect(refusal(Buffer.from('{\\rtf1 text}'))).toBe('unreadable-file')
})

test('[DRAFT7] a Word file of before 2007 is refused, one with a password says so', () => {
  expect(refusal(oldContainer('WordDocument', '1Table'))).toBe('unreadable-file')
  expect(refusal(oldContainer('EncryptionInfo', 'EncryptedPackage'))).toBe('file-encrypted')
})

test('[DRAFT7] a zip that is no Word file is refused', () => {
  const sheet = { 'xl/workbook.xml': Buffer.from('<workbook/>') }
  expect(refusal(zipSync(sheet))).toBe('unreadable-file')
  expect(refusal(zipSync({}))).toBe('unreadable-file')
  expect(refusalOfDocument('<w:document xmlns:w="urn:other"><w:body/></w:document>')).toBe(
    'unreadable-file',
  )
  expect(refusalOfDocument('<document><body/></document>')).toBe('unreadable-file')
})

test('[DRAFT7] a zip with a password says so', () => {
  const at = directoryEntry(good, 'word/document.xml') + 8
  expect(refusal(changed(good, at, 1))).toBe('file-encrypted')
})

test('[DRAFT7] a file cut short is refused, wherever it is cut', () => {
  for (let length = 0; length < good.length; length += 7) {
    expect(refusal(good.slice(0, length))).toBe('unreadable-file')
  }
})

test('[DRAFT7] a file with a wrong check sum, method or place is refused', () => {
  const entry = directoryEntry(good, 'word/document.xml')
  expect(refusal(changed(good, entry + 10, 99))).toBe('unreadable-file')
  expect(refusal(changed(good, entry + 16, 1, 2, 3, 4))).toBe('unreadable-file')
  expect(refusal(changed(good, entry + 20, 255, 255, 255, 255))).toBe('unreadable-file')
  expect(refusal(changed(good, entry + 42, 255, 255, 255, 255))).toBe('unreadable-file')
})

test('[DRAFT7] broken XML is refused, in any part that is read', () => {
  expect(refusalOfDocument(document(paragraph('мир')).slice(0, -9))).toBe('unreadable-file')
  expect(refusalOfDocument(document('<w:p>&nbsp;</w:p>'))).toBe('unreadable-file')
  expect(refusalOfDocument(document('<x:p/>'))).toBe('unreadable-file')
  expect(refusalOfDocument(Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]))).toBe('unreadable-file')
  const body = paragraph('мир')
  expect(refusal(wordFile({ body, styles: '<w:style>' }))).toBe('unreadable-file')
  expect(refusal(wordFile({ body, files: { '_rels/.rels': '<' } }))).toBe('unreadable-file')
})

test('[DRAFT7] entities are refused, those that multiply and those from outside', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => {
    return `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`
  })
  const body = document(paragraph('&l9;')).replace(/^<\?.*?\?>/, '')
  expect(refusalOfDocument(`<!DOCTYPE d [<!ENTITY l0 "ха">${laughs.join('')}]>${body}`)).toBe(
    'unreadable-file',
  )
  const outside = '<!DOCTYPE d [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
  expect(refusalOfDocument(outside + body)).toBe('unreadable-file')
})

test('[DRAFT7] a zip bomb is not inflated beyond its bound, whatever sizes it claims', () => {
  const bomb = wordFile({
    body: '',
    files: { 'word/document.xml': new Uint8Array(64 * megabyte) },
  })
  expect(bomb.length).toBeLessThan(megabyte)
  expect(refusal(bomb)).toBe('file-too-large')
  const size = directoryEntry(bomb, 'word/document.xml') + 24
  expect(refusal(changed(bomb, size, 1, 0, 0, 0))).toBe('file-too-large')
})

test('[DRAFT7] all parts together are bounded', () => {
  const part = new Uint8Array(30 * megabyte)
  const readEntry = openZip(zipSync({ a: part, b: [part, { level: 0 }] }), new Budget())
  for (const name of ['a', 'b', 'A']) expect(readEntry(name)?.length).toBe(part.length)
  expect(refusalOf(() => readEntry('a'))).toBe('file-too-large')
})

test('[DRAFT7] what is not read is not inflated: a picture may be large', () => {
  const files = { 'word/media/image1.png': new Uint8Array(64 * megabyte) }
  expect(refusal(wordFile({ body: paragraph('мир'), files }))).toBeUndefined()
})

test('[DRAFT7] too many files, too deep, too many elements, too many words: each is too large', () => {
  const empty = new Uint8Array()
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}`, empty]))
  expect(refusal(zipSync(many))).toBe('file-too-large')
  const nested = (depth: number) =>
    `${'<w:sdt>'.repeat(depth)}${paragraph('мир')}${'</w:sdt>'.repeat(depth)}`
  expect(refusalOfDocument(document(nested(150)))).toBeUndefined()
  expect(refusalOfDocument(document(nested(250)))).toBe('file-too-large')
  expect(refusalOfDocument(document('<w:p/>'.repeat(500_001)))).toBe('file-too-large')
  expect(refusalOfDocument(document(run('мир '.repeat(500_001))))).toBe('file-too-large')
})

test('[DRAFT7] too many properties or attributes of one thing, or fields inside one another, are too large', () => {
  const properties = (count: number) => document(paragraph('мир', '<w:x/>'.repeat(count)))
  expect(refusalOfDocument(properties(500))).toBeUndefined()
  expect(refusalOfDocument(properties(501))).toBe('file-too-large')
  const attributes = Array.from({ length: 501 }, (_, at) => `a${at}=""`).join(' ')
  expect(refusalOfDocument(document(`<w:p ${attributes}/>`))).toBe('file-too-large')
  const fields = (count: number) =>
    document(paragraph(fieldPart('begin').repeat(count)) + paragraph('мир'))
  expect(refusalOfDocument(fields(50))).toBeUndefined()
  expect(refusalOfDocument(fields(51))).toBe('file-too-large')
})

test('[DRAFT7] a table wider than Word allows is too large, however little it says', () => {
  const wide = (columns: number) =>
    document(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph('мир')}</w:tc></w:tr></w:tbl>`,
    )
  expect(refusalOfDocument(wide(63))).toBeUndefined()
  expect(refusalOfDocument(wide(1e9))).toBe('file-too-large')
})

test('[DRAFT7] a file without a word is empty', () => {
  expect(refusal(wordFile({ body: '' }))).toBe('file-empty')
  expect(refusal(wordFile({ body: paragraph('<w:r><w:drawing/></w:r>') }))).toBe('file-empty')
  const cells = `<w:tbl><w:tr><w:tc>${paragraph(' ')}</w:tc></w:tr></w:tbl>`
  expect(refusal(wordFile({ body: cells }))).toBe('file-empty')
})
