/** Blocks that say they were joined, as a hostile editor may: whatever they say, every word is read, and read once. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readNodes } from '#shared/text/draft.ts'

describe('what a hostile editor says of its blocks being joined hurts nobody', () => {
  const joined = (...joins: unknown[]) => {
    const doc = new Y.Doc()
    const texts = joins.map((join, at) => {
      const text = new Y.XmlText(String.fromCharCode(0x4e00 + at))
      text.setAttribute('id', `h${at}`)
      if (join !== undefined) text.setAttribute('joined', join as string)
      return text
    })
    const fragment = doc.getXmlFragment('body:ru')
    fragment.insert(0, texts)
    return readNodes(fragment).children.map(({ textContent }) => textContent)
  }

  test.each([
    ['no words on it', ['h0', null, 7, [], { to: 3 }, { to: 'x y' }, { after: [1, 2] }], 7],
    ['itself', [{ to: 'h0' }, { to: 'h1' }], 2],
    ['nobody', [{ to: 'nobody' }, { to: 'h9' }], 2],
    ['in a ring', [{ to: 'h2' }, { to: 'h0' }, { to: 'h1' }], 1],
    ['a letter that is none', [undefined, { to: 'h0', after: [-1, 'x'] }], 1],
  ])('%s', (_name, joins, lines) => {
    const words = joined(...joins)
    expect(words).toHaveLength(lines)
    expect(words.join('')).toHaveLength(joins.length)
  })

  test('in a chain of thousands, forwards and backwards, and thousands to one', () => {
    const many = 5000
    const all = Array.from({ length: many }, (_, at) => at)
    for (const to of [(at: number) => at - 1, (at: number) => at + 1, () => 0]) {
      expect(joined(...all.map((at) => ({ to: `h${to(at)}` }))).join('')).toHaveLength(many)
    }
  })
})
