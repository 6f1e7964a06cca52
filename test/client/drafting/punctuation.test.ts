/** The signs at the ends of a resolution's parts: put right by one command, and only where they are wrong. */
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { tidyPunctuation, untidyEnds } from '#client/drafting/clauses/punctuation.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { schema } from '#shared/text/schema.ts'

/** `c1 words` is a clause of level 1; `¹` stands for a note's anchor. */
function stateOf(...lines: string[]): EditorState {
  const kinds: { [letter: string]: string } = {
    h: 'heading',
    w: 'preamble',
    c: 'operative',
    b: 'bullet',
    p: 'plain',
  }
  const blocks = lines.map((line, at) => {
    const content = line.slice(3).split(/(¹)/).filter(Boolean)
    const nodes = content.map((piece) =>
      piece === '¹'
        ? schema.text(anchorCharacter, [schema.mark('footnote', { id: `n${at}` })])
        : schema.text(piece),
    )
    const attrs = { id: `b${at}`, kind: kinds[line[0] ?? ''], level: Number(line[1]) }
    return schema.node('block', attrs, nodes)
  })
  return EditorState.create({ doc: schema.node('doc', null, blocks) })
}

const tidied = (...lines: string[]) =>
  tidyPunctuation(stateOf(...lines))?.doc.children.map(({ textContent }) =>
    textContent.replaceAll(anchorCharacter, '¹'),
  ) ?? null

describe('[DRAFT5] tidying', () => {
  test('ends the preamble with commas, clauses with semicolons, and the last with a full stop', () => {
    const lines = ['h1 О воде', 'w0 Мы', 'w0 отмечая.', 'c0 Просим.', 'c0 Требуем', 'c0 Ждём;']
    expect(tidied(...lines)).toEqual(['О воде', 'Мы,', 'отмечая,', 'Просим;', 'Требуем;', 'Ждём.'])
  })

  test('leads to sub-clauses and lists by a colon', () => {
    const lines = ['c0 Просим', 'c1 раз', 'c1 два.', 'c0 Ждём.', 'b0 раз,', 'b0 два']
    expect(tidied(...lines)).toEqual(['Просим:', 'раз;', 'два;', 'Ждём:', 'раз;', 'два.'])
  })

  test('keeps what says more: questions, colons, ellipses', () => {
    const lines = ['w0 Мы:', 'c0 Доколе?', 'c0 Ждём…', 'c0 Всё...', 'c0 Конец.']
    expect(tidied(...lines)).toBeNull()
  })

  test('keeps the sign on its side of a note’s number, and every note', () => {
    expect(tidied('c0 Раз.¹', 'c0 Два¹.', 'c0 Три¹')).toEqual(['Раз;¹', 'Два¹;', 'Три¹.'])
  })

  test('leaves plain words, headings and empty clauses alone', () => {
    expect(tidied('p0 Слова', 'h2 Глава', 'c0 ', 'c0 Конец.')).toBeNull()
  })

  test('does nothing the second time', () => {
    const { doc } = tidyPunctuation(stateOf('w0 Мы', 'c0 Раз', 'c1 два', 'c0 Три')) ?? {}
    expect(doc).toBeDefined()
    const again = EditorState.create({ doc: doc as NonNullable<typeof doc> })
    expect(tidyPunctuation(again)).toBeNull()
    expect(untidyEnds(again.doc)).toBe(0)
  })

  test('says how many it will put right', () => {
    expect(untidyEnds(stateOf('w0 Мы', 'c0 Раз;', 'c0 Два').doc)).toBe(2)
  })
})
