/** What is offered at the caret: only while somebody types, and never in the way of who types on. */
import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { OfferedOpenings, queryIn } from '#client/drafting/clauses/offered-openings.ts'
import { openingOf, openingsFor } from '#client/drafting/clauses/openings.ts'
import { clausesFor } from '#client/drafting/references/clauses-to-refer-to.ts'
import { insertReference, linkTo, targetOfLink } from '#client/drafting/references/reference.ts'
import { type Language, languages } from '#shared/language/languages.ts'
import { schema } from '#shared/text/schema.ts'

const pluginsFor = (language: Language) =>
  OfferedOpenings.config.addProseMirrorPlugins?.call({
    storage: { onKey: null },
    options: { language },
  } as never) as Plugin[]

const block = (id: string, kind: string, level: number, words: string) =>
  schema.node('block', { id, kind, level }, words ? schema.text(words) : undefined)

function typed(words: string, kind = 'plain', language: Language = 'ru', level = 0) {
  const doc = schema.node('doc', null, [block('a', kind, level, '')])
  let state = EditorState.create({ doc, plugins: pluginsFor(language) })
  for (const letter of words) state = state.apply(state.tr.insertText(letter))
  return state
}

const query = (...args: Parameters<typeof typed>) => queryIn(typed(...args))

describe('[DRAFT5] a clause to refer to', () => {
  test.each<[words: string, language: Language, typed: string | null, asked: boolean]>([
    ['как в § ', 'ru', ' ', true],
    ['как в §2', 'ru', '2', true],
    ['см. пункт ', 'ru', '', false],
    ['см. пункт 2', 'ru', '2', false],
    ['пункт преткновения', 'ru', null, false],
    ['see clause ', 'en', '', false],
    ['clause b', 'en', 'b', false],
    ['clause by clause', 'en', null, false],
    ['а также пункта ', 'ky', '', false],
    ['банди ', 'tg', '', false],
    ['слова', 'ru', null, false],
  ])('is asked for by “%s” in %s: %s', (words, language, expected, asked) => {
    const found = query(words, 'plain', language)
    expect(found?.typed ?? null).toBe(expected)
    if (found) expect(found).toMatchObject({ source: 'reference', asked })
  })

  test('is not asked for where a caret only comes by', () => {
    const doc = schema.node('doc', null, [block('a', 'plain', 0, 'см. § и ещё')])
    const state = EditorState.create({ doc, plugins: pluginsFor('ru') })
    const there = state.apply(state.tr.setSelection(TextSelection.create(doc, 6)))
    expect(queryIn(there)).toBeNull()
  })

  const doc = schema.node('doc', null, [
    block('t', 'heading', 1, 'О воде'),
    block('a', 'operative', 0, 'Просим комиссии'),
    block('b', 'operative', 1, 'вести журнал'),
    block('c', 'operative', 0, 'Ждём ответа комиссии'),
  ])
  const ids = (asked: string) => clausesFor(doc, 'ru', 'letters', asked).map(({ id }) => id)

  test('is found by its number and by its words', () => {
    expect(ids('')).toEqual(['a', 'b', 'c'])
    expect(ids('2')).toEqual(['c'])
    expect(ids('1 (а')).toEqual(['b'])
    expect(ids('комиссии')).toEqual(['a', 'c'])
    expect(ids('ответа комис')).toEqual(['c'])
    expect(ids('нет')).toEqual([])
  })

  test('is read with the numbers that its own references show', () => {
    const state = typed('см. §2')
    const next = state.apply(insertReference(state, queryIn(state) ?? { from: 0, to: 0 }, 'c'))
    const named = block('d', 'operative', 0, 'Как в пункте ')
    const withReference = named.copy(named.content.append(next.doc.child(0).content.cut(4)))
    const blocks = [...doc.children, withReference]
    const [, , , last] = clausesFor(schema.node('doc', null, blocks), 'ru', 'letters', '')
    expect(last).toEqual({ id: 'd', label: '3', words: 'Как в пункте 2' })
  })

  test('takes the place of what was typed to find it', () => {
    const state = typed('см. §2')
    const next = state.apply(insertReference(state, queryIn(state) ?? { from: 0, to: 0 }, 'c'))
    expect(next.doc.textContent).toBe('см. \ufffc')
    const mark = next.doc.firstChild?.lastChild?.marks[0]
    expect(mark).toMatchObject({ attrs: { target: 'c' } })
    expect(mark?.type.name).toBe('reference')
  })

  test('is named by a link to this very text, and by no other', () => {
    const here = new URL('https://example.org/statements/1?language=ru')
    expect(targetOfLink(linkTo('abc', here), here)).toBe('abc')
    expect(targetOfLink(' #p-abc ', here)).toBe('abc')
    expect(targetOfLink('https://example.org/statements/2#p-abc', here)).toBeNull()
    expect(targetOfLink('https://evil.example/statements/1#p-abc', here)).toBeNull()
    expect(targetOfLink('#p-a b', here)).toBeNull()
    expect(targetOfLink('#p-"><img>', here)).toBeNull()
    expect(targetOfLink('http://[#p-abc', here)).toBeNull()
  })
})

describe('[DRAFT5] words to begin with', () => {
  test('are offered in a clause that somebody begins, and as long as they fit', () => {
    expect(query('П', 'operative')).toMatchObject({ source: 'operative', typed: 'П', asked: false })
    expect(query('Отмеч', 'preamble')?.typed).toBe('Отмеч')
    expect(query('Вода', 'operative')).toBeNull()
    expect(query('Призывает', 'operative')).toBeNull()
    expect(query('П', 'operative', 'ru', 1)).toBeNull()
    expect(query('П', 'plain')).toBeNull()
  })

  test.each(languages)('are there in %s for both parts, each once', (language) => {
    for (const part of ['preamble', 'operative'] as const) {
      const all = openingsFor(language, part, '')
      expect(all.length).toBeGreaterThan(9)
      expect(new Set(all).size).toBe(all.length)
      for (const words of all) {
        expect(openingOf(language, part, `${words} дальше`)?.startsWith(words)).toBe(true)
        expect(openingsFor(language, part, words)).not.toContain(words)
      }
    }
  })

  test('are known as whole words only, the longest that fits', () => {
    expect(openingOf('ru', 'preamble', 'Отмечая, что')).toBe('Отмечая')
    expect(openingOf('ru', 'operative', 'Просимость')).toBeNull()
    expect(openingOf('en', 'preamble', 'Deeply concerned that')).toBe('Deeply concerned')
  })
})
