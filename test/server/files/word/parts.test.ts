import { expect, test } from 'vitest'
import {
  document,
  paragraph,
  relationship,
  relationships,
  style,
  styled,
} from '#test/support/word-file.ts'
import { outline, read } from '#test/support/word-text.ts'

const words = 'Суу чек араны билбейт.'
const body = paragraph(words)

test('[DRAFT7] the main part is found by its relationship, whatever its name', () => {
  for (const target of ['word/document2.xml', '/word/Document2.xml', './word/x/../document2.xml']) {
    const files = {
      '_rels/.rels': relationships([relationship('r', 'officeDocument', target)]),
      'word/document2.xml': document(body),
      'word/document.xml': document(paragraph('не он')),
    }
    expect(outline(read({ body: '', files }))).toEqual([words])
  }
})

test('[DRAFT7] a file that does not say where its main part is has it at the usual place', () => {
  expect(outline(read({ body, files: { '_rels/.rels': null } }))).toEqual([words])
})

test('[DRAFT7] a part outside the file is never looked for', () => {
  const outside = relationship(
    'r',
    'officeDocument',
    'https://example.org/x',
    'TargetMode="External"',
  )
  const files = { '_rels/.rels': relationships([outside]) }
  expect(outline(read({ body, files }))).toEqual([words])
})

test('[DRAFT7] parts that are named but missing are done without', () => {
  const files = { 'word/styles.xml': null, 'word/numbering.xml': null }
  const text = read({ body: styled('Heading1', words), styles: ' ', numbering: ' ', files })
  expect(outline(text)).toEqual([`heading 1: ${words}`])
})

test('[DRAFT7] the strict dialect and other prefixes are read alike', () => {
  const strict = document(styled('a', words))
    .replaceAll('w:', 'слово:')
    .replace('xmlns:w=', 'xmlns:слово=')
    .replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
  const files = { 'word/document.xml': strict }
  const text = read({ body: '', styles: style('a', 'heading 1'), files })
  expect(outline(text)).toEqual([`heading 1: ${words}`])
})

test('[DRAFT7] parts in UTF-16 are read, as are sections of unparsed characters', () => {
  const xml = document(paragraph(`<w:r><w:t><![CDATA[${words}]]> &amp; &#x416;</w:t></w:r>`))
  const little = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  for (const part of [xml, little, Buffer.from(little).swap16()]) {
    expect(outline(read({ body: '', files: { 'word/document.xml': part } }))).toEqual([
      `${words} & Ж`,
    ])
  }
})
