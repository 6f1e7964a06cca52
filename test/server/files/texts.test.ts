import { expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { isEncryptedContainer, sniff } from '#server/files/sniff.ts'
import { openDocument } from '#test/support/open-document.ts'
import { wordFile } from '#test/support/word-file.ts'
import { lossesOf, outline } from '#test/support/word-text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('[DRAFT7] plain text: a line is a paragraph, numbers and signs say what it is', () => {
  const text = readFile(bytes('О воде\r\n\r\n1. Раз\n2) два\n7. семь\n - точка\nКонец\n'), 'txt')
  expect(outline(text)).toEqual([
    'О воде',
    'operative: Раз',
    'operative: два',
    'operative@7: семь',
    'bullet: точка',
    'Конец',
  ])
})

test('[DRAFT7] plain text in the encodings of old Windows and of Unicode', () => {
  const old = Uint8Array.from([0xce, 0x20, 0xe2, 0xee, 0xe4, 0xe5])
  const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from('Ҳамсоя', 'utf16le')])
  expect(outline(readFile(old, 'txt'))).toEqual(['О воде'])
  expect(outline(readFile(wide, 'txt'))).toEqual(['Ҳамсоя'])
})

test('[DRAFT7] Markdown with notes, tables, nested lists and the tags that we write', () => {
  const source = `---\ntitle: x\n---\n# О воде\n\nМы **просим**[^a] <u>воды</u> H<sub>2</sub>O.\n\n3. три\n   - точка\n\n> цитата\n\n| а | б |\n|---|---|\n| в | г<br>д |\n\n[^a]: Сноска с [ссылкой](https://example.org/).\n`
  expect(outline(readFile(bytes(source), 'md'))).toEqual([
    'heading 1: О воде',
    'Мы {bold|просим}[^Сноска с {link https://example.org/|ссылкой}.] {underline|воды} H{subscript|2}O.',
    'operative@3: три',
    'bullet 1: точка',
    'quotation: цитата',
    '|# а |# б',
    '| в | г / д',
  ])
})

test('[DRAFT7] what Markdown holds beyond our text is named, and nothing in it is fetched or run', () => {
  const text = readFile(
    bytes(
      'Слово ![вода](http://example.org/x.png) [a](javascript:alert(1)) <script>x</script>\n\n---',
    ),
    'md',
  )
  expect(outline(text)).toEqual(['Слово вода a x'])
  expect(lossesOf(text)).toEqual({ image: 1, rule: 1, 'unsafe-link': 1, field: 2 })
})

test('[DRAFT7] bytes that are no text are refused', () => {
  for (const format of ['md', 'txt'] as const) {
    expect(() => readFile(new Uint8Array(64), format)).toThrow(
      expect.objectContaining({ code: 'unreadable-file' }),
    )
    expect(() => readFile(bytes(' \n\n '), format)).toThrow(
      expect.objectContaining({ code: 'file-empty' }),
    )
  }
})

test('[DRAFT7] a file is known by what is in it', () => {
  expect(sniff(wordFile({ body: '' }))).toBe('docx')
  expect(sniff(openDocument())).toBe('odt')
  expect(sniff(bytes('{\\rtf1 x}'))).toBe('rtf')
  expect(sniff(bytes('# О воде'))).toBeNull()
  const container = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(sniff(container)).toBe('doc')
  expect(isEncryptedContainer(container)).toBe(false)
  expect(
    isEncryptedContainer(Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')])),
  ).toBe(true)
})
