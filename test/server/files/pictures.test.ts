/** Pictures in Word and OpenDocument files, in and out. */
import { describe, expect, test } from 'vitest'
import type { TextNodes } from '#server/files/file-text.ts'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { block, marked, suggested } from '../../shared/text/write.ts'
import { openDocument } from '../../support/open-document.ts'
import {
  paragraph,
  relationship,
  relationships,
  run,
  style,
  styled,
} from '../../support/word-file.ts'
import { lossesOf, read } from '../../support/word-text.ts'

const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const asset = fingerprintOfBytes(bytes)
const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

const picture = (id: string, alt = 'Канал зимой') =>
  `<w:r><w:drawing><wp:inline ${wp}><wp:docPr id="1" name="1" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const withPictures = (body: string, media: { [name: string]: Uint8Array } = { 'a.png': bytes }) =>
  read({
    body,
    styles: style('a3', 'caption'),
    files: {
      ...Object.fromEntries(
        Object.entries(media).map(([name, content]) => [`word/media/${name}`, content]),
      ),
      'word/_rels/document.xml.rels': relationships([
        relationship('styles', 'styles', 'styles.xml'),
        ...Object.keys(media).map((name) => relationship(name, 'image', `media/${name}`)),
        relationship('away', 'image', 'https://example.org/spy.png', 'TargetMode="External"'),
        relationship('gone', 'image', 'media/gone.png'),
      ]),
    },
  })

const shown = (blocks: readonly NodeJson[]) =>
  blocks.map(({ type, attrs, content = [] }) => {
    const words = content.map(({ text }) => text).join('')
    return type === 'image' ? `[${attrs?.alt}] ${words}` : words
  })

describe('[DRAFT6] [DRAFT7] pictures of a Word file', () => {
  test('come over with what they show, and with the caption below them', () => {
    const text = withPictures(
      styled('a3', run('Без картинки')) +
        paragraph(picture('a.png')) +
        styled('a3', run('Рис. 1. Канал')) +
        paragraph('Дальше.'),
    )
    expect(shown(text.blocks)).toEqual(['Без картинки', '[Канал зимой] Рис. 1. Канал', 'Дальше.'])
    expect(text.blocks[1]?.attrs).toMatchObject({ asset })
    expect(text.pictures).toEqual({ [asset]: bytes })
    expect(lossesOf(text)).toEqual({})
  })

  test('stand before or after the words of their paragraph, which stay whole', () => {
    const text = withPictures(
      paragraph(
        picture('a.png', 'до') + run('слова') + picture('a.png', 'посреди') + run(' и ещё'),
      ),
    )
    expect(shown(text.blocks)).toEqual(['[до] ', 'слова и ещё', '[посреди] '])
  })

  test('say nothing of the folder that they came from', () => {
    const text = withPictures(paragraph(picture('a.png', 'C:\\Users\\Aigul\\IMG_1.jpg')))
    expect(shown(text.blocks)).toEqual(['[] '])
  })

  test('that stand elsewhere, are not there, or are in cells are counted as left out', () => {
    const cell = `<w:tbl><w:tr><w:tc>${paragraph(picture('a.png'))}</w:tc></w:tr></w:tbl>`
    const text = withPictures(
      paragraph(picture('away') + picture('gone') + picture('none') + run('слова')) + cell,
    )
    expect(shown(text.blocks).slice(0, 1)).toEqual(['слова'])
    expect(lossesOf(text)).toEqual({ image: 4 })
    expect(text.pictures).toEqual({})
  })

  test('that are too many are counted as left out, and the text still comes over', () => {
    const media = Object.fromEntries(
      Array.from({ length: 52 }, (_, at) => [`${at}.png`, new Uint8Array([...bytes, at])]),
    )
    const body = Object.keys(media)
      .map((name) => paragraph(picture(name)))
      .join('')
    const text = withPictures(body + paragraph('Конец.'), media)
    expect(Object.keys(text.pictures)).toHaveLength(50)
    expect(lossesOf(text)).toEqual({ image: 2 })
    expect(shown(text.blocks).at(-1)).toBe('Конец.')
  })
})

const image = (attrs: object, ...content: NodeJson[]): NodeJson => ({
  type: 'image',
  attrs: {
    id: 'pic',
    asset,
    alt: 'Канал «Ак-Суу»',
    width: 4000,
    height: 30,
    review: null,
    ...attrs,
  },
  content,
})

const textOf = (...blocks: NodeJson[]): TextNodes => ({
  blocks: [block('heading', 'О воде'), ...blocks, block('plain', 'Дальше.')],
  ...{ numbering: null, footnotes: {}, comments: {}, pictures: { [asset]: bytes } },
  suggestions: { i1: { author: 'Айгүл', at: '2026-03-02T10:00:00Z', text: '' } },
})

test('[DRAFT7] pictures go out into a Word file and come back with caption and suggestion', () => {
  const review = { kind: 'insertion', id: 'i1' }
  const text = textOf(
    image({}, marked('Канал, 2026', 'italic')),
    image({ id: 'two', alt: '' }),
    image({ id: 'three', review }, marked('новый', suggested('insertion', 'i1'))),
  )
  const back = readFile(writeFile(text, 'docx', 'ru').bytes, 'docx')
  expect(lossesOf(back)).toEqual({})
  expect(back.pictures).toEqual({ [asset]: bytes })
  expect(shown(back.blocks)).toEqual([
    'О воде',
    '[Канал «Ак-Суу»] Канал, 2026',
    '[] ',
    '[Канал «Ак-Суу»] новый',
    'Дальше.',
  ])
  expect(back.blocks[3]?.attrs?.review).toMatchObject({ kind: 'insertion' })
  expect(back.blocks[1]?.attrs?.review).toBe(null)
})

test('[DRAFT7] where a picture is not at hand, words for it stand in its place, in every format', () => {
  const text = { ...textOf(image({}, marked('Канал, 2026'))), pictures: {} }
  for (const format of ['docx', 'md', 'txt'] as const) {
    const back = readFile(writeFile(text, format, 'ru').bytes, format)
    expect(shown(back.blocks).join('|')).toContain('[Канал «Ак-Суу»]')
    expect(shown(back.blocks).join('|')).toContain('Канал, 2026')
  }
})

test('[DRAFT7] pictures of an OpenDocument file come over with their captions, in frames too', () => {
  const frame = (content: string) => `<draw:frame>${content}</draw:frame>`
  const drawn = frame(
    '<draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/a.png"/><svg:title>Имя</svg:title><svg:desc>Канал</svg:desc>',
  )
  const captioned = frame(
    `<draw:text-box><text:p text:style-name="Illustration">${drawn}Рис. 1</text:p></draw:text-box>`,
  )
  const file = openDocument({
    body: `<text:p>До.</text:p><text:p>${captioned}</text:p><text:p>${drawn}</text:p>`,
    files: { 'Pictures/a.png': bytes },
  })
  const text = readFile(file, 'odt')
  expect(shown(text.blocks)).toEqual(['До.', '[Канал] Рис. 1', '[Канал] '])
  expect(text.pictures).toEqual({ [asset]: bytes })
  expect(lossesOf(text)).toEqual({ 'text-box': 1 })
})
