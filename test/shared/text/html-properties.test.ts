/** Whatever is written into a text, its HTML is whole, and the words stay words. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockKinds } from '#shared/text/blocks.ts'
import {
  type Block,
  type CanonicalText,
  formats,
  type Run,
  type TextBlock,
} from '#shared/text/canonical.ts'
import { textToHtml } from '#shared/text/html.ts'
import { elementsIn, parse, wordsIn } from './markup.ts'

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</p></li></table>',
    '<!--',
    ']]>',
    '&lt;b&gt; &#60; &amp',
    '{{7*7}} `x`',
    '\u0000\u202e',
  ),
  fc.string({ unit: 'binary' }),
)
/** Most ids are ours; some are whatever a forger of releases might write. */
const id = fc.oneof(fc.constantFrom('a', 'b', 'c'), hostile)
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record(
    { text: hostile, formats: fc.subarray([...formats]), link: hostile },
    { requiredKeys: ['text'] },
  ),
  fc.record({ footnote: id }),
  fc.record({ reference: id }),
  fc.constant({ break: true as const }),
)
const runs = fc.array(run, { maxLength: 4 })
const textBlock: fc.Arbitrary<TextBlock> = fc.record(
  { id, kind: fc.constantFrom(...blockKinds), level: fc.nat(3), start: fc.integer(), runs },
  { requiredKeys: ['id', 'kind', 'runs'] },
)
const cell = fc.record(
  {
    header: fc.constant(true as const),
    colspan: fc.integer(),
    rowspan: fc.integer(),
    blocks: fc.array(textBlock, { maxLength: 3 }),
  },
  { requiredKeys: ['blocks'] },
)
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: textBlock },
  fc.record({
    id,
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  }),
  fc.record({
    id,
    kind: fc.constant('image' as const),
    asset: hostile,
    alt: hostile,
    caption: runs,
  }),
)
const text: fc.Arbitrary<CanonicalText> = fc.record({
  language: fc.constantFrom('en', 'ky', 'ru', 'tg'),
  title: hostile,
  blocks: fc.uniqueArray(anyBlock, { selector: (one) => one.id, maxLength: 8 }),
  footnotes: fc.uniqueArray(fc.record({ id, blocks: fc.array(textBlock, { maxLength: 2 }) }), {
    selector: (one) => one.id,
    maxLength: 3,
  }),
})
const options = fc.record({
  words: fc.record({ lostReference: hostile, footnotes: hostile, backToText: hostile }),
  assetAddress: fc.constant((asset: string) => `/pictures/${asset}`),
})

const allowed = new Set(
  'a blockquote br div em figcaption figure h2 h3 img li ol p s section span strong sub sup table td th tr u ul'.split(
    ' ',
  ),
)
const parents: { [name: string]: string[] } = {
  li: ['ul', 'ol'],
  tr: ['table'],
  td: ['tr'],
  th: ['tr'],
  figcaption: ['figure'],
}

test('[PUB2] HTML of any text is well formed, of a few harmless elements, each where it may stand', () => {
  fc.assert(
    fc.property(text, options, (one, given) => {
      const content = parse(textToHtml(one, given))
      for (const element of elementsIn(content)) {
        expect(allowed).toContain(element.name)
        for (const child of element.children) {
          if (typeof child === 'string') continue
          expect([child.name, parents[child.name] ?? [element.name]]).toEqual([
            child.name,
            expect.arrayContaining([element.name]),
          ])
        }
        for (const name of Object.keys(element.attributes))
          expect(name).not.toMatch(/^(on|style|srcdoc)/)
      }
    }),
    { numRuns: 500 },
  )
})

test('[PUB2] every word of the text is there, as it was written', () => {
  const words = fc.array(hostile, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(words, fc.subarray([...formats]), options, (pieces, chosen, given) => {
      const block: Block = {
        id: 'x',
        kind: 'plain',
        runs: pieces.map((piece) => ({ text: piece, formats: chosen })),
      }
      const html = textToHtml({ language: 'ru', title: '', blocks: [block], footnotes: [] }, given)
      expect(wordsIn(parse(html)).trimEnd()).toBe(pieces.join('').trimEnd())
      expect(html).not.toContain('<script')
    }),
  )
})

test('[PUB2] no anchor is there twice, and the ways within the text lead somewhere', () => {
  fc.assert(
    fc.property(text, options, (one, given) => {
      const blocks = one.blocks.filter(({ kind }) => kind !== 'table')
      const elements = elementsIn(parse(textToHtml({ ...one, blocks }, given)))
      const anchors = elements.flatMap(({ attributes }) => attributes.id ?? [])
      expect(new Set(anchors).size).toBe(anchors.length)
      const title = blocks.find(
        ({ kind, ...more }) => kind === 'heading' && 'level' in more && more.level === 1,
      )
      const known = new Set([...anchors, `p-${title?.id}`])
      const references = elements.filter(({ attributes }) => attributes.class === 'reference')
      expect(
        references.filter(({ attributes }) => !known.has(attributes.href?.slice(1) ?? '')),
      ).toEqual([])
    }),
    { numRuns: 500 },
  )
})
