/**
 * Texts whose canonical form and fingerprint are written down here for good: whoever changes one of
 * them breaks every release that was frozen before.
 */
import { expect, test } from 'vitest'
import type { Language } from '#shared/language/languages.ts'
import { type NodeJson, readText } from '#shared/text/draft.ts'
import { canonicalJson, fingerprintOf } from '#shared/text/fingerprint.ts'
import {
  block,
  draftOf,
  elsewhere,
  lineBreak,
  link,
  marked,
  type Notes,
  note,
  reference,
  table,
} from './write.ts'

type Vector = {
  language: Language
  nodes: NodeJson[]
  notes?: Notes
  json: string
  fingerprint: string
}

/** Clauses with levels and a restart, a footnote, a reference, a link, and a table. */
const russian: Vector = {
  language: 'ru',
  nodes: [
    block('heading', 'О совместном канале', { id: 't', level: 1 }),
    block('preamble', ['Помня о засухе ', marked('2021', 'bold'), ' года', note('f1'), ','], {
      id: 'p1',
    }),
    block('operative', 'Просим открыть шлюз:', { id: 'c1' }),
    block('operative', 'весной;', { id: 'c2', level: 1 }),
    block('operative', ['как сказано в пункте ', reference('c1'), ';'], { id: 'c3', level: 1 }),
    block('operative', 'Отчитаться.', { id: 'c4', start: 5 }),
    table(
      [
        ['Год', 'Вода'],
        ['2021', 'мало'],
      ],
      { id: 'tb' },
    ),
    block('plain', ['Подробнее: ', marked('сайт', link('https://example.org/вода'))], { id: 'p2' }),
    block('plain', '   ', { id: 'empty' }),
  ],
  notes: {
    f1: [block('plain', 'Отчёт за 2021 год.', { id: 'n1' })],
    unused: [block('plain', 'Нет.', { id: 'n2' })],
  },
  json: [
    '{"blocks":[{"id":"t","kind":"heading","level":1,"runs":[{"text":"О совместном канале"}]},',
    '{"id":"p1","kind":"preamble","runs":[{"text":"Помня о засухе "},{"formats":["bold"],"text":"2021"},{"text":" года"},{"footnote":"f1"},{"text":","}]},',
    '{"id":"c1","kind":"operative","runs":[{"text":"Просим открыть шлюз:"}]},',
    '{"id":"c2","kind":"operative","level":1,"runs":[{"text":"весной;"}]},',
    '{"id":"c3","kind":"operative","level":1,"runs":[{"text":"как сказано в пункте "},{"reference":"c1"},{"text":";"}]},',
    '{"id":"c4","kind":"operative","runs":[{"text":"Отчитаться."}],"start":5},',
    '{"id":"tb","kind":"table","rows":[[{"blocks":[{"id":"c0-0","kind":"plain","runs":[{"text":"Год"}]}],"header":true},{"blocks":[{"id":"c0-1","kind":"plain","runs":[{"text":"Вода"}]}],"header":true}],[{"blocks":[{"id":"c1-0","kind":"plain","runs":[{"text":"2021"}]}]},{"blocks":[{"id":"c1-1","kind":"plain","runs":[{"text":"мало"}]}]}]]},',
    '{"id":"p2","kind":"plain","runs":[{"text":"Подробнее: "},{"link":"https://example.org/%D0%B2%D0%BE%D0%B4%D0%B0","text":"сайт"}]}],',
    '"footnotes":[{"blocks":[{"id":"n1","kind":"plain","runs":[{"text":"Отчёт за 2021 год."}]}],"id":"f1"}],"language":"ru","title":"О совместном канале"}',
  ].join(''),
  fingerprint: 'e6ad20667aaf108484960dfc7f3900b7b5bc99efa9ca06a4191781de39ddcbad',
}

/** Letters that Kyrgyz has of its own, typed decomposed; lists in two depths. */
const kyrgyz: Vector = {
  language: 'ky',
  nodes: [
    block('heading', 'Көпүрө жөнүндө', { id: 't', level: 1 }),
    block('bullet', 'ыи\u0306ман', { id: 'l1' }),
    block('numbered', 'Үмүт', { id: 'l2', level: 1, start: 3 }),
    block('numbered', 'Таң', { id: 'l3', level: 1 }),
    block('quotation', ['Суу — ', lineBreak, 'өмүр'], { id: 'q' }),
  ],
  json: [
    '{"blocks":[{"id":"t","kind":"heading","level":1,"runs":[{"text":"Көпүрө жөнүндө"}]},',
    '{"id":"l1","kind":"bullet","runs":[{"text":"ыйман"}]},',
    '{"id":"l2","kind":"numbered","level":1,"runs":[{"text":"Үмүт"}],"start":3},',
    '{"id":"l3","kind":"numbered","level":1,"runs":[{"text":"Таң"}]},',
    '{"id":"q","kind":"quotation","runs":[{"text":"Суу — "},{"break":true},{"text":"өмүр"}]}],',
    '"footnotes":[],"language":"ky","title":"Көпүрө жөнүндө"}',
  ].join(''),
  fingerprint: '9a6eca6f6e6d7878be3d99e0d6dc4e9269b1e3e21eaecbcfd9c11c5fab5fbce1',
}

/** Letters that Tajik has of its own, two of them decomposed; formats in every order. */
const tajik: Vector = {
  language: 'tg',
  nodes: [
    block('heading', ['Дар бораи об', note('f')], { id: 't', level: 1 }),
    block('heading', 'Талабҳо', { id: 'h', level: 2 }),
    block(
      'operative',
      ['Ҷамъи', marked(' и\u0304 ва у\u0304 ', 'italic', 'bold'), marked('ғ', 'superscript'), 'қ'],
      { id: 'c', level: 3 },
    ),
  ],
  notes: {
    f: [block('plain', ['Ҳуҷҷат', marked('.', 'strike', 'underline', 'subscript')], { id: 'n' })],
  },
  json: [
    '{"blocks":[{"id":"t","kind":"heading","level":1,"runs":[{"text":"Дар бораи об"},{"footnote":"f"}]},',
    '{"id":"h","kind":"heading","level":2,"runs":[{"text":"Талабҳо"}]},',
    '{"id":"c","kind":"operative","level":3,"runs":[{"text":"Ҷамъи"},{"formats":["bold","italic"],"text":" ӣ ва ӯ "},{"formats":["superscript"],"text":"ғ"},{"text":"қ"}]}],',
    '"footnotes":[{"blocks":[{"id":"n","kind":"plain","runs":[{"text":"Ҳуҷҷат"},{"formats":["strike","subscript","underline"],"text":"."}]}],"id":"f"}],"language":"tg","title":"Дар бораи об"}',
  ].join(''),
  fingerprint: '8fd9559fde41a4b2ec9164e9cc36c4f0955d89c7d6a47820e8b67ee4f87e5bcd',
}

/** An image, quotation marks, and signs beyond the first plane. */
const english: Vector = {
  language: 'en',
  nodes: [
    block('heading', 'On “water” & <land>', { id: 't', level: 1 }),
    block('plain', 'A "quote", a \\ and a 😀\u0007.', { id: 'p' }),
    {
      type: 'image',
      attrs: { id: 'i', asset: '0f'.repeat(32), alt: 'The canal', width: 640, height: 480 },
      content: [{ type: 'text', text: 'In May' }],
    },
  ],
  json: [
    '{"blocks":[{"id":"t","kind":"heading","level":1,"runs":[{"text":"On “water” & <land>"}]},',
    '{"id":"p","kind":"plain","runs":[{"text":"A \\"quote\\", a \\\\ and a 😀."}]},',
    '{"alt":"The canal","asset":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","caption":[{"text":"In May"}],"height":480,"id":"i","kind":"image","width":640}],',
    '"footnotes":[],"language":"en","title":"On “water” & <land>"}',
  ].join(''),
  fingerprint: 'c0ad5fa7c9586fc5fab30ee2ec86f025e25cf7c42693e3829f7bbf29e4c8b76e',
}

test.each([russian, kyrgyz, tajik, english])(
  '[REL2] $language: the form and the fingerprint are what they always were',
  (vector) => {
    const { language, nodes, notes = {}, json, fingerprint } = vector
    const doc = draftOf(nodes, { notes, language })
    for (const one of [doc, elsewhere(doc)]) {
      const { text, problems } = readText(one, language)
      expect(problems).toEqual([])
      expect(canonicalJson(text)).toBe(json)
      expect(fingerprintOf(canonicalJson(text))).toBe(fingerprint)
    }
  },
)
