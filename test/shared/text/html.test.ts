/** HTML of a text: its elements, its lists, its anchors and notes. */
import { describe, expect, test } from 'vitest'
import type { CanonicalText } from '#shared/text/canonical.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { escapeHtml, textToHtml } from '#shared/text/html.ts'
import { elementsIn, outlineOf, parse } from './markup.ts'
import {
  block,
  canonicalOf,
  lineBreak,
  link,
  marked,
  type Notes,
  note,
  reference,
  table,
  title,
} from './write.ts'

const options = {
  words: { lostReference: '[нет]', footnotes: 'Сноски', backToText: 'К тексту' },
  assetAddress: (asset: string) => `/pictures/${asset}`,
}
const htmlOfText = (text: CanonicalText) => textToHtml(text, options)
const htmlOf = (nodes: NodeJson[], notes: Notes = {}) =>
  htmlOfText(canonicalOf(nodes, { notes }).text)

describe('each kind of block has its element', () => {
  test.each<[what: string, node: NodeJson, html: string]>([
    ['a paragraph', block('plain', 'а', { id: 'x' }), '<p id="p-x" class="plain">а</p>\n'],
    ['a preamble', block('preamble', 'а', { id: 'x' }), '<p id="p-x" class="preamble">а</p>\n'],
    [
      'a clause, which shows its number and can be linked to',
      block('operative', 'а', { id: 'x' }),
      '<p id="p-x" class="operative"><a class="number" href="#p-x">1.</a> а</p>\n',
    ],
    [
      'a sub-clause',
      block('operative', 'а', { id: 'x', level: 1 }),
      '<p id="p-x" class="operative level-1"><a class="number" href="#p-x">а)</a> а</p>\n',
    ],
    [
      'a heading below the page’s own',
      block('heading', 'а', { id: 'x', level: 2 }),
      '<h2 id="p-x">а</h2>\n',
    ],
    ['a heading below that', block('heading', 'а', { id: 'x', level: 3 }), '<h3 id="p-x">а</h3>\n'],
    [
      'a quotation',
      block('quotation', 'а', { id: 'x' }),
      '<blockquote id="p-x"><p>а</p></blockquote>\n',
    ],
    [
      'formats, nested in one order',
      block('plain', [marked('а', 'underline', 'italic', 'bold')], { id: 'x' }),
      '<p id="p-x" class="plain"><strong><em><u>а</u></em></strong></p>\n',
    ],
    [
      'a link that gives the way out nothing',
      block('plain', [marked('а', 'bold', link('https://a.kg/?b=1&c'))], { id: 'x' }),
      '<p id="p-x" class="plain"><a href="https://a.kg/?b=1&#38;c" rel="noopener noreferrer nofollow"><strong>а</strong></a></p>\n',
    ],
    [
      'a line break',
      block('plain', ['а', lineBreak, 'б'], { id: 'x' }),
      '<p id="p-x" class="plain">а<br>б</p>\n',
    ],
    [
      'an image with its words',
      {
        type: 'image',
        attrs: { id: 'x', asset: 'ab'.repeat(32), alt: '"Канал"', width: 4, height: 3 },
        content: [{ type: 'text', text: 'Май' }],
      },
      `<figure id="p-x"><img src="/pictures/${'ab'.repeat(32)}" alt="&#34;Канал&#34;" width="4" height="3" loading="lazy" decoding="async"><figcaption>Май</figcaption></figure>\n`,
    ],
    [
      'a table that the keyboard can scroll',
      table([['Год'], ['1']], { id: 'x' }),
      '<div class="table" tabindex="0"><table id="p-x">\n<tr><th scope="col"><p id="p-c0-0" class="plain">Год</p></th></tr>\n<tr><td><p id="p-c1-0" class="plain">1</p></td></tr>\n</table></div>\n',
    ],
  ])('%s', (_, node, html) => {
    expect(htmlOf([node])).toBe(html)
    expect(() => parse(html)).not.toThrow()
  })

  test('the title is left to the page; a second one is a heading of the text', () => {
    expect(htmlOf([title('О воде'), block('heading', 'Ещё', { id: 'y' })])).toBe(
      '<h2 id="p-y">Ещё</h2>\n',
    )
  })
})

describe('[DRAFT6] flat items become nested lists', () => {
  /** `b1 один` is a bullet of level 1. */
  const listOf = (items: string) =>
    items.split(', ').map((one) => {
      const [, kind, level, words = ''] = one.match(/^([bnp])(\d) (.*)$/) ?? []
      return block(kind === 'b' ? 'bullet' : kind === 'n' ? 'numbered' : 'plain', words, {
        level: Number(level),
      })
    })
  test.each<[items: string, outline: string]>([
    ['b0 а, b0 б', 'ul(а б)'],
    ['b0 а, b1 б, b1 в, b0 г', 'ul(а ul(б в) г)'],
    ['b0 а, b1 б, b2 в, b0 г', 'ul(а ul(б ul(в)) г)'],
    ['n0 а, b1 б, n1 в, n0 г', 'ol(1. а ul(б) ol(а) в) 2. г)'],
    ['b0 а, n0 б, b0 в', 'ul(а) ol(1. б) ul(в)'],
    ['b2 а, b1 б, b0 в', 'ul(а) ul(б) ul(в)'],
    ['b0 а, b2 б, b1 в, b0 г', 'ul(а ul(б) ul(в) г)'],
    ['b0 а, p0 б, b0 в', 'ul(а) p[б] ul(в)'],
    ['b1 а, b1 б, n1 в', 'ul(а б) ol(а) в)'],
  ])('%s → %s', (items, outline) => {
    expect(outlineOf(parse(htmlOf(listOf(items))))).toBe(outline)
  })

  test('an item shows the number that numbering gave it', () => {
    const html = htmlOf([block('numbered', 'а', { start: 4 }), block('numbered', 'б')])
    expect(outlineOf(parse(html))).toBe('ol(4. а 5. б)')
  })

  test('each cell counts by itself, and leaves the text’s own count alone', () => {
    const cell = () => [block('operative', 'а'), block('numbered', 'б')]
    const html = htmlOf([
      block('operative', '1'),
      table([[cell(), cell()]]),
      block('operative', '2'),
    ])
    const numbers = elementsIn(parse(html)).flatMap(({ name, attributes, children }) =>
      attributes.class === 'number' ? children : name === 'li' ? [attributes['data-number']] : [],
    )
    expect(numbers).toEqual(['1.', '1.', '1.', '1.', '1.', '2.'])
  })
})

describe('[DRAFT5] a reference', () => {
  test.each<[what: string, target: NodeJson, shown: string]>([
    [
      'calls a clause by its number',
      block('operative', 'а', { id: 't' }),
      '<a class="reference" href="#p-t">1</a>',
    ],
    [
      'calls a heading by its words',
      block('heading', 'О <воде>', { id: 't', level: 2 }),
      '<a class="reference" href="#p-t">“О &#60;воде&#62;…”</a>',
    ],
    [
      'cuts long words between words',
      block('plain', 'я '.repeat(30), { id: 't' }),
      `<a class="reference" href="#p-t">“${'я '.repeat(20).trim()}…”</a>`,
    ],
    [
      'cuts one long word where it must',
      block('plain', 'я'.repeat(60), { id: 't' }),
      `<a class="reference" href="#p-t">“${'я'.repeat(40)}…”</a>`,
    ],
    [
      'says so when the clause is gone',
      block('operative', 'а', { id: 'other' }),
      '<span class="lost">[нет]</span>',
    ],
  ])('%s', (_, target, shown) => {
    expect(htmlOf([target, block('plain', ['см. ', reference('t')])])).toContain(`см. ${shown}`)
  })
})

describe('[DRAFT6] notes', () => {
  const notes = {
    f: [block('plain', 'Первая'), block('plain', 'часть')],
    g: [block('plain', 'Вторая')],
  }
  const html = htmlOf([block('plain', ['а', note('g'), 'б', note('f'), 'в', note('g')])], notes)

  test('are numbered in the order of the text, the same note by the same number', () => {
    const anchors = elementsIn(parse(html)).filter(({ attributes }) =>
      attributes.href?.startsWith('#footnote-'),
    )
    expect(
      anchors.map(({ attributes, children }) => [attributes.href, attributes.id, children[0]]),
    ).toEqual([
      ['#footnote-g', 'note-g', '1'],
      ['#footnote-f', 'note-f', '2'],
      ['#footnote-g', undefined, '1'],
    ])
  })

  test('stand at the end, each with its way back', () => {
    const [section] = elementsIn(parse(html)).filter(({ name }) => name === 'section')
    expect(section?.attributes['aria-label']).toBe('Сноски')
    const items = elementsIn(section?.children ?? []).filter(({ name }) => name === 'li')
    expect(items.map(({ attributes }) => attributes)).toEqual([
      { id: 'footnote-g', value: '1' },
      { id: 'footnote-f', value: '2' },
    ])
    expect(html).toContain('Первая<br>часть <a class="back" href="#note-f" aria-label="К тексту">')
  })

  test('make no section when there are none', () => {
    expect(htmlOf([block('plain', 'а')])).not.toContain('section')
  })
})

test('the five characters that mean something are written as entities', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    '&#60;a href=&#34;x&#34; title=&#39;y&#39;&#62;&#38;amp;',
  )
})
