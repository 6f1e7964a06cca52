/** The words of a block in canonical form: runs, formats, links, anchors, and what is cleaned away. */
import { expect, test } from 'vitest'
import type { Run } from '#shared/text/canonical.ts'
import {
  block,
  canonicalOf,
  type Inline,
  lineBreak,
  link,
  marked,
  note,
  reference,
} from './write.ts'

const runsOf = (...words: Inline[]): Run[] => {
  const [first] = canonicalOf([block('plain', words)]).text.blocks
  return first && 'runs' in first ? first.runs : []
}

test.each<[what: string, words: Inline[], runs: Run[]]>([
  ['neighbours of one format are one run', ['во', marked('ды')], [{ text: 'воды' }]],
  [
    'formats are named in alphabetical order, whatever order they were given in',
    [marked('вода', 'underline', 'bold')],
    [{ text: 'вода', formats: ['bold', 'underline'] }],
  ],
  [
    'runs of one set of formats join, whatever order they were given in',
    [marked('во', 'italic', 'bold'), marked('да', 'bold', 'italic')],
    [{ text: 'вода', formats: ['bold', 'italic'] }],
  ],
  [
    'a link parts runs',
    ['а', marked('б', link('https://a.kg/')), 'в'],
    [{ text: 'а' }, { text: 'б', link: 'https://a.kg/' }, { text: 'в' }],
  ],
  [
    'links to one address join',
    [marked('а', link('https://a.kg')), marked('б', link('https://a.kg/'))],
    [{ text: 'аб', link: 'https://a.kg/' }],
  ],
  [
    'an unsafe link is only its words',
    [marked('сюда', link('javascript:alert(1)'))],
    [{ text: 'сюда' }],
  ],
  [
    'a link that is no text is only its words',
    [marked('сюда', link({ href: 1 }))],
    [{ text: 'сюда' }],
  ],
  [
    'comments leave no trace',
    ['за', marked('меч', { type: 'comment', attrs: { thread: 'a' } }), 'ание'],
    [{ text: 'замечание' }],
  ],
  ['letters are composed (NFC)', ['и\u0306 о\u0308'], [{ text: 'й ӧ' }]],
  [
    'letters are composed across the seam of two runs',
    ['и', marked('\u0306', { type: 'comment', attrs: { thread: 'a' } })],
    [{ text: 'й' }],
  ],
  ['a lone surrogate becomes a replacement character', ['а\ud83dб'], [{ text: 'а\ufffdб' }]],
  ['a pair of surrogates stays', ['а😀б'], [{ text: 'а😀б' }]],
  ['control characters and byte-order marks go', ['а\u0000\u0007\u0085\ufeffб'], [{ text: 'аб' }]],
  [
    'tabs and line ends are spaces: words never grow together',
    ['а\tб\nв\r\nг\u2028д\u2029е'],
    [{ text: 'а б в г д е' }],
  ],
  ['white space at the ends goes, inside it stays', ['  \u00a0вода  и \t'], [{ text: 'вода  и' }]],
  [
    'white space at the ends goes across runs',
    [marked('  ', 'bold'), ' вода ', lineBreak, marked(' ', 'italic')],
    [{ text: 'вода' }],
  ],
  [
    'a line break inside stays',
    ['а', lineBreak, 'б'],
    [{ text: 'а' }, { break: true }, { text: 'б' }],
  ],
  [
    'an anchor at the end keeps the space before it',
    ['вода ', note('f')],
    [{ text: 'вода ' }, { footnote: 'f' }],
  ],
  [
    'an anchor keeps its place among the words',
    ['а', note('f'), 'б', reference('x'), 'в'],
    [{ text: 'а' }, { footnote: 'f' }, { text: 'б' }, { reference: 'x' }, { text: 'в' }],
  ],
  [
    'a mark of a note on other words is only words',
    [marked('вода', { type: 'footnote', attrs: { id: 'f' } })],
    [{ text: 'вода' }],
  ],
  ['an anchor without a mark goes', ['во\ufffcда'], [{ text: 'вода' }]],
  [
    'a note whose id is none goes',
    ['вода', marked('\ufffc', { type: 'footnote', attrs: { id: '"><b' } })],
    [{ text: 'вода' }],
  ],
])('[REL2] %s', (_, words, runs) => {
  expect(runsOf(...words)).toEqual(runs)
})
