/** What holds of the canonical form of any text, however it was typed and whoever reads it. */
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockKinds } from '#shared/text/blocks.ts'
import {
  canonicalTextSchema,
  formats,
  isTextBlock,
  type Run,
  type TextBlock,
} from '#shared/text/canonical.ts'
import { bodyOf, type NodeJson, readText } from '#shared/text/draft.ts'
import { canonicalJson } from '#shared/text/fingerprint.ts'
import {
  block,
  canonicalOf,
  draftOf,
  elsewhere,
  lineBreak,
  link,
  marked,
  note,
  reference,
} from './write.ts'

/** Letters that compose, anchors, blanks, controls and halves of pairs come together oftener than by chance. */
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'аиу\u0306\u0304\u0308ңӣ \t\n\u00a0\u2028\ufffc\ufeff\u0007"<',
      '\ud83d',
      '\ude00',
      '😀',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
})
const id = fc.constantFrom('a', 'b', 'c', 'a-2', '', null)
const inline = fc.oneof(
  words,
  fc
    .tuple(words, fc.uniqueArray(fc.constantFrom(...formats), { maxLength: 3 }))
    .map(([text, marks]) => marked(text, ...marks.filter((one) => one !== 'superscript'))),
  fc.tuple(words, fc.oneof(fc.webUrl(), words)).map(([text, href]) => marked(text, link(href))),
  words.map((text) => marked(text, { type: 'comment', attrs: { thread: 'a' } })),
  fc.constantFrom('f', 'g').map(note),
  fc.constantFrom('a', 'b', 'gone').map(reference),
  fc.constant(lineBreak),
)
const anyBlock = fc
  .tuple(
    fc.constantFrom(...blockKinds),
    fc.array(inline, { maxLength: 5 }),
    id,
    fc.integer({ min: -1, max: 5 }),
    fc.option(fc.integer()),
  )
  .map(([kind, inlines, ownId, level, start]) => block(kind, inlines, { id: ownId, level, start }))
const anyText = fc.array(anyBlock, { maxLength: 6 })
const anyNotes = fc.record({ f: anyText, g: anyText })

test('[REL2] the same text gives the same form in every document that holds it', () => {
  fc.assert(
    fc.property(anyText, anyNotes, (nodes, notes) => {
      const doc = draftOf(nodes, { notes })
      const here = readText(doc, 'ru')
      expect(readText(elsewhere(elsewhere(doc)), 'ru')).toEqual(here)
      expect(readText(doc, 'ru')).toEqual(here)
    }),
  )
})

test('[REL2] the canonical form of a canonical form is the same', () => {
  fc.assert(
    fc.property(anyText, anyNotes, (nodes, notes) => {
      const { text } = canonicalOf(nodes, { notes })
      const again = canonicalOf(text.blocks.filter(isTextBlock).map(written), {
        notes: Object.fromEntries(text.footnotes.map((one) => [one.id, one.blocks.map(written)])),
      })
      expect(canonicalJson(again.text)).toBe(canonicalJson(text))
    }),
  )
})

/** A canonical block as a node of the draft. */
const written = ({ runs, ...attrs }: TextBlock): NodeJson =>
  block(attrs.kind, runs.map(writtenRun), attrs)

function writtenRun(run: Run): NodeJson {
  if ('break' in run) return lineBreak
  if ('footnote' in run) return note(run.footnote)
  if ('reference' in run) return reference(run.reference)
  return marked(run.text, ...(run.formats ?? []), ...(run.link ? [link(run.link)] : []))
}

test('[REL2] how the words were typed leaves no trace: in which pieces, in which order, by whom', () => {
  const letter = fc.constantFrom(...'абвй и\u0306', '😀', 'ӯ')
  const typing = fc.array(fc.tuple(letter, fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
  })
  fc.assert(
    fc.property(typing, (letters) => {
      const whole = draftOf([block('plain', letters.map(([one]) => one).join(''), { id: 'x' })])
      const people = [draftOf([block('plain', [], { id: 'x' })])]
      people.push(...[1, 2].map(() => elsewhere(people[0] as Y.Doc)))
      typeTogether(people, letters)
      expect(readText(people[0] as Y.Doc, 'ru')).toEqual(readText(whole, 'ru'))
    }),
  )
})

/** Each letter is typed by one of three, in an order of chance; all see each other's letters at once. */
function typeTogether(people: Y.Doc[], letters: [letter: string, person: number, when: number][]) {
  const inOrder = letters.map((one, place) => ({ one, place })).sort((a, b) => a.one[2] - b.one[2])
  const typed: { place: number; length: number }[] = []
  for (const {
    one: [letter, person],
    place,
  } of inOrder) {
    const doc = people[person] as Y.Doc
    const before = typed.filter((other) => other.place < place)
    textIn(doc).insert(
      before.reduce((sum, { length }) => sum + length, 0),
      letter,
    )
    typed.push({ place, length: letter.length })
    for (const other of people) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  }
}

const textIn = (doc: Y.Doc) => bodyOf(doc, 'ru').get(0) as Y.XmlText

test('[REL2] whatever an editor sends as attributes, the form is one that can be frozen and fingerprinted', () => {
  const anything = fc
    .anything({ withBigInt: true, withNullPrototype: true })
    .map((value) => value ?? null)
  const hostile = fc
    .tuple(anything, anything, anything, anything, words)
    .map(([ownId, kind, level, start, text]) =>
      block('plain', text, { id: ownId, kind, level, start }),
    )
  const cell = fc
    .tuple(anything, anything, anything, fc.array(hostile, { maxLength: 2 }))
    .map(([header, colspan, rowspan, content]) => ({
      type: 'tableCell',
      attrs: { header, colspan, rowspan },
      content,
    }))
  const node = fc.oneof(
    hostile,
    fc
      .array(cell, { maxLength: 2 })
      .map((cells) => ({ type: 'table', content: [{ type: 'tableRow', content: cells }] })),
    fc.tuple(anything, anything, anything).map(([alt, width, height]) => ({
      type: 'image',
      attrs: { asset: 'ab'.repeat(32), alt, width, height },
    })),
    fc
      .tuple(words, anything, anything)
      .map(([text, href, ownId]) =>
        block('plain', [
          marked(text, link(href)),
          marked('\ufffc', { type: 'footnote', attrs: { id: ownId } }),
        ]),
      ),
  )
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
      const { text } = canonicalOf(nodes)
      expect(v.parse(canonicalTextSchema, text)).toEqual(text)
      expect(() => canonicalJson(text)).not.toThrow()
    }),
    { numRuns: 500 },
  )
})
