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

describe('reading never writes to the live document', () => {
  const strange =
    (name: string, fill: (element: Y.XmlElement) => void = () => undefined) =>
    () => {
      const doc = draftOf([title('О воде')])
      const element = new Y.XmlElement(name)
      bodyOf(doc, 'ru').insert(1, [element])
      fill(element)
      return doc
    }
  test.each<[what: string, make: () => Y.Doc, outcome: 'read' | 'thrown']>([
    [
      'an ordinary text',
      () =>
        draftOf([title('О'), block('plain', ['а', note('f')])], {
          notes: { f: [block('plain', 'н')] },
        }),
      'read',
    ],
    ['an empty document', () => new Y.Doc(), 'read'],
    [
      'a block with empty text and words deleted',
      () => {
        const doc = draftOf([block('plain', 'лишнее')])
        const [words] = (bodyOf(doc, 'ru').get(0) as Y.XmlElement).toArray()
        ;(words as Y.XmlText).delete(0, 6)
        return doc
      },
      'read',
    ],
    ['a node that nobody knows', strange('video'), 'thrown'],
    ['a node where it may not stand', strange('tableRow'), 'thrown'],
    [
      'a block inside a block',
      strange('block', (element) => element.insert(0, [new Y.XmlElement('block')])),
      'thrown',
    ],
    [
      'a mark that nobody knows',
      strange('block', (element) => {
        const words = new Y.XmlText()
        element.insert(0, [words])
        words.insert(0, 'а', { blink: {} })
      }),
      'thrown',
    ],
    [
      'something that is no text among the words',
      strange('block', (element) => {
        const words = new Y.XmlText()
        element.insert(0, [words])
        words.insertEmbed(0, { image: 'x' })
      }),
      'thrown',
    ],
  ])('%s', (_, make, outcome) => {
    const doc = make()
    const before = stateOf(doc)
    let events = 0
    doc.on('update', () => events++)
    let result = 'read'
    try {
      readText(doc, 'ru')
    } catch (fault) {
      expect(fault).toBeInstanceOf(RangeError)
      result = 'thrown'
    }
    titleOf(doc, 'ru')
    expect(result).toBe(outcome)
    expect(stateOf(doc)).toEqual(before)
    expect(events).toBe(0)
  })
})

test('a note that is no text is passed over, wherever it came from', () => {
  const doc = draftOf([title('О'), block('plain', ['а', note('f')])])
  ;(footnotesOf(doc) as Y.Map<unknown>).set('f', 'not a fragment')
  expect(readText(doc, 'ru').problems).toEqual([{ code: 'empty-footnote', language: 'ru' }])
})

test.each([
  ['superscript', 'subscript', ['superscript']],
  ['subscript', 'superscript', ['superscript']],
])(
  '[DRAFT1] two who set marks that exclude each other at one moment leave a text that can be read (%s, %s)',
  (first, second, formats) => {
    const [a, b] = [draftOf([block('plain', 'м2', { id: 'x' })]), new Y.Doc()]
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    for (const [doc, mark] of [
      [a, first],
      [b, second],
    ] as const) {
      const words = (bodyOf(doc, 'ru').get(0) as Y.XmlElement).get(0) as Y.XmlText
      words.format(1, 1, { [mark]: {} })
    }
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    for (const doc of [a, b]) {
      expect(readText(doc, 'ru').text.blocks).toMatchObject([
        { runs: [{ text: 'м' }, { text: '2', formats }] },
      ])
    }
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
