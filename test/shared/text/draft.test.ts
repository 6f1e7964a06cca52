/** How a draft lies in its document: what begins it, what is added, what reading it leaves untouched. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isId } from '#shared/text/blocks.ts'
import { isTextBlock, plainText } from '#shared/text/canonical.ts'
import {
  appendNodes,
  bodyOf,
  footnotesOf,
  readNodes,
  readText,
  seedText,
  titleOf,
} from '#shared/text/draft.ts'
import { block, draftOf, elsewhere, lineBreak, marked, note, table, title } from './write.ts'

/** All that a document is: every item, every deletion, and what waits. */
const stateOf = (doc: Y.Doc) => [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]

const wordsOf = (doc: Y.Doc) =>
  readText(doc, 'ru').text.blocks.map((one) => (isTextBlock(one) ? plainText(one.runs) : one.kind))

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const words = (text: string, attributes: object = {}, node?: string) => {
  const made = new Y.XmlText()
  made.insert(0, text, attributes)
  if (node) made.setAttribute('node', node)
  return made
}

/** A draft with a title, a line of words, and these at the end of its body. */
function draftWith(...more: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = draftOf([title('О воде'), block('plain', 'Вода.')])
  const body = bodyOf(doc, 'ru')
  body.insert(body.length, more)
  return doc
}

describe('[DRAFT3] reading never writes to the document, also where it holds what nobody knows', () => {
  test.each<[what: string, make: () => Y.Doc, readable: boolean]>([
    ['an ordinary text', () => draftWith(), true],
    ['an empty document', () => new Y.Doc(), true],
    [
      'words that were deleted',
      () => {
        const doc = draftWith(words('лишнее'))
        const text = bodyOf(doc, 'ru').get(2) as Y.XmlText
        text.delete(0, text.length)
        return doc
      },
      true,
    ],
    ['a mark that nobody knows', () => draftWith(words('а', { blink: {} })), true],
    ['a node that nobody knows', () => draftWith(element('video')), false],
    ['a node where it may not stand', () => draftWith(element('tableRow')), false],
    ['words that say that they are a table', () => draftWith(words('а', {}, 'table')), false],
    ['a block that is no words', () => draftWith(element('block', words('а'))), false],
    [
      'a node that nobody knows, in a cell',
      () =>
        draftWith(element('table', element('tableRow', element('tableCell', element('video'))))),
      false,
    ],
    [
      'a table in a cell',
      () =>
        draftWith(element('table', element('tableRow', element('tableCell', element('table'))))),
      false,
    ],
  ])('%s', (_, make, readable) => {
    const doc = make()
    const before = stateOf(doc)
    let events = 0
    doc.on('update', () => events++)
    const { problems } = readText(doc, 'ru')
    titleOf(doc, 'ru')
    expect(problems.some(({ code }) => code === 'unreadable')).toBe(!readable)
    expect(stateOf(doc)).toEqual(before)
    expect(events).toBe(0)
  })

  test('what nobody knows takes nothing else with it', () => {
    const { text } = readText(draftWith(element('video'), words('дальше')), 'ru')
    expect(text.blocks.map((one) => isTextBlock(one) && plainText(one.runs))).toEqual([
      'О воде',
      'Вода.',
      'дальше',
    ])
  })
})

test('[DRAFT6] what nobody knows in a note is a problem, as it is in the text', () => {
  const doc = draftOf([title('О'), block('plain', ['а', note('f')])], {
    notes: { f: [block('plain', 'б')] },
  })
  footnotesOf(doc)
    .get('f')
    ?.insert(1, [element('video')])
  expect(readText(doc, 'ru').problems.map(({ code }) => code)).toEqual(['unreadable'])
})

test('a note that is no text is passed over, wherever it came from', () => {
  const doc = draftOf([title('О'), block('plain', ['а', note('f')])])
  ;(footnotesOf(doc) as Y.Map<unknown>).set('f', 'not a fragment')
  expect(readText(doc, 'ru').problems).toEqual([{ code: 'empty-footnote', language: 'ru' }])
})

test.each([
  ['superscript', 'subscript'],
  ['subscript', 'superscript'],
])(
  '[DRAFT1] two who set %s and %s at one moment leave one of them, the same for everybody',
  (first, second) => {
    const a = draftOf([block('plain', 'м2', { id: 'x' })])
    const b = elsewhere(a)
    for (const [doc, mark] of [
      [a, first],
      [b, second],
    ] as const) {
      ;(bodyOf(doc, 'ru').get(0) as Y.XmlText).format(1, 1, { [mark]: {} })
    }
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    const { text, problems } = readText(a, 'ru')
    expect(text.blocks).toMatchObject([
      { runs: [{ text: 'м' }, { text: '2', formats: [expect.stringMatching(/script$/)] }] },
    ])
    expect(problems.map(({ code }) => code)).toEqual(['no-title'])
    for (const doc of [b, elsewhere(a), elsewhere(b)])
      expect(readText(doc, 'ru').text).toEqual(text)
  },
)

describe('[DRAFT4] a new statement', () => {
  test('begins each language with its title and a line to type on', () => {
    const doc = new Y.Doc()
    seedText(doc, 'ru', 'О воде')
    seedText(doc, 'tg', '')
    expect(titleOf(doc, 'ru')).toBe('О воде')
    expect(titleOf(doc, 'tg')).toBe('')
    expect(titleOf(doc, 'ky')).toBe('')
    for (const language of ['ru', 'tg'] as const) {
      const [heading, line] = readNodes(bodyOf(doc, language)).children
      expect(heading?.attrs).toMatchObject({ kind: 'heading', level: 1 })
      expect(line?.attrs).toMatchObject({ kind: 'plain', level: 0 })
      expect([heading, line].map((one) => isId(one?.attrs.id))).toEqual([true, true])
      expect(heading?.attrs.id).not.toBe(line?.attrs.id)
    }
    expect(bodyOf(doc, 'ky').length).toBe(0)
  })
})

describe('the title as it is now', () => {
  test.each<[what: string, nodes: Parameters<typeof draftOf>[0], found: string]>([
    [
      'is the first heading of level 1',
      [
        block('plain', 'а'),
        block('heading', 'Раздел', { level: 2 }),
        title('О воде'),
        block('heading', 'Другой'),
      ],
      'О воде',
    ],
    [
      'has no notes in it, and no marks',
      [block('heading', ['О ', marked('воде', 'bold'), note('f')])],
      'О воде',
    ],
    ['has single spaces', [block('heading', '  О \n  воде\t')], 'О воде'],
    ['is cut at 300 characters', [block('heading', 'я'.repeat(400))], 'я'.repeat(300)],
    ['is empty without one', [block('plain', 'а'), table([['б']])], ''],
  ])('%s', (_, nodes, found) => {
    expect(titleOf(draftOf(nodes), 'ru')).toBe(found)
  })

  test('is the one that the canonical form has', () => {
    const nodes = [
      block('heading', ['О\u2028', marked('воде', 'bold'), lineBreak, 'и земле', note('f')]),
    ]
    expect(titleOf(draftOf(nodes), 'ru')).toBe('О воде и земле')
    expect(readText(draftOf(nodes), 'ru').text.title).toBe('О воде и земле')
  })
})

describe('adding nodes', () => {
  test('puts them after what is there, and reaches others as one change', () => {
    const doc = draftOf([block('plain', 'первая')])
    const other = elsewhere(doc)
    let updates = 0
    doc.on('update', (update: Uint8Array) => {
      updates++
      Y.applyUpdate(other, update)
    })
    appendNodes(bodyOf(doc, 'ru'), [
      block('plain', ['вто', marked('рая', 'bold')]),
      table([['ячейка']]),
    ])
    expect(wordsOf(other)).toEqual(['первая', 'вторая', 'table'])
    expect(updates).toBe(1)
  })

  test.each<[what: string, node: Parameters<typeof appendNodes>[1][number]]>([
    ['a node that nobody knows', { type: 'video' }],
    ['a table inside a cell', table([[[table([['а']])]]])],
    ['marks that exclude each other', block('plain', [marked('2', 'subscript', 'superscript')])],
  ])('refuses %s, and adds nothing', (_, node) => {
    const doc = draftOf([block('plain', 'первая')])
    const before = stateOf(doc)
    expect(() => appendNodes(bodyOf(doc, 'ru'), [block('plain', 'а'), node])).toThrow(RangeError)
    expect(stateOf(doc)).toEqual(before)
  })

  test('leaves the nodes that it was given as they are', () => {
    const nodes = [block('plain', ['а', marked('б', 'bold')])]
    const before = structuredClone(nodes)
    draftOf(nodes)
    expect(nodes).toEqual(before)
  })
})
