/** Good typesetting by the language of the text: while typing, and of what stands there already. [DRAFT6] */
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rewriteAsTyped } from '#client/drafting/typography/rewrites.ts'
import { tidy } from '#client/drafting/typography/tidy.ts'
import { tidyText } from '#client/drafting/typography/tidy-text.ts'
import { type Language, languages } from '#shared/language/languages.ts'
import { schema } from '#shared/text/schema.ts'

/** A space that does not break is written `_`. */
const shown = (text: string) => text.replaceAll('\u00a0', '_')

function typed(text: string, language: Language): string {
  let written = ''
  for (const letter of text) {
    written += letter
    const rewrite = rewriteAsTyped(written, language)
    if (rewrite) written = written.slice(0, rewrite.from) + rewrite.text + written.slice(rewrite.to)
  }
  return shown(written)
}

function tidied(text: string, language: Language): string {
  let out = text
  for (const { from, to, text: put } of tidy(text, language).reverse()) {
    out = out.slice(0, from) + put + out.slice(to)
  }
  return shown(out)
}

/** language | what is typed | what stands there */
const table = `
  ru | "Айыл" и "Өрүк"              | «Айыл» и_«Өрүк»
  ru | "газета "Вода" пишет"        | «газета „Вода“ пишет»
  ru | "Вода", ("сад")              | «Вода», («сад»)
  ky | "Ала-Тоо" - тоо              | «Ала-Тоо»_— тоо
  tg | "Ҳамсоя" - созмон            | «Ҳамсоя»_— созмон
  en | "so he said 'no'"            | “so he said ‘no’”
  en | the people's days, the '90s  | the people’s days, the ’90s
  en | water - and land             | water_– and land
  ru | О'Коннор                     | О’Коннор
  ru | вода - это -- и --- всё      | вода_— это_— и_— всё
  ru | и так далее...               | и_так далее…
  ru | (c) 2026                     | © 2026
  en | (c) shall                    | (c) shall
  ru | № 5, § 3                     | №_5, §_3
  ru | А. Б. Иванов                 | А._Б._Иванов
  ru | 15 км, 3 га.                 | 15_км, 3_га.
  ru | 15 комиссий                  | 15 комиссий
  ru | в 2019-2021 гг. и            | в_2019–2021_гг. и
  ru | тел. 0312-66-10-10           | тел. 0312-66-10-10
  ru | https://a.org/x--y           | https://a.org/x--y
  en | a "www.a.org/b--c"           | a “www.a.org/b--c"
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ').map((part) => part.trim()) as [Language, string, string])

test.each(table)('[DRAFT6] typed in %s: %s', (language, text, stands) => {
  expect(typed(text, language)).toBe(stands)
})

describe('setting a text that stands there already', () => {
  test.each(table.filter(([, text]) => !text.includes('www')))(
    'in %s: %s',
    (language, text, stands) => {
      expect(tidied(text, language)).toBe(stands)
    },
  )

  test('takes away spaces too many, and quotation marks of another language', () => {
    expect(tidied('Мы ,  “вода”  и сад !', 'ru')).toBe('Мы, «вода» и_сад!')
    expect(tidied('We «water» and “land”', 'en')).toBe('We “water” and “land”')
    expect(tidied('„Вода“ остаётся', 'ru')).toBe('„Вода“ остаётся')
  })

  test('is done when it is done: a second time changes nothing, and no letter is lost', () => {
    const letters = fc.constantFrom(...'аbЯ1 9"\'-–—.,(c)№«»„“”‘’\u00a0\n\ufffc…км/:@'.split(''))
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }),
        fc.constantFrom(...languages),
        (all, language) => {
          const text = all.join('')
          const once = tidied(text, language).replaceAll('_', '\u00a0')
          const words = (one: string) =>
            one.replace(/[^\p{L}\d\ufffc\n]/gu, '').replace(/[cс]/gi, '')
          expect(words(once)).toBe(words(text))
          expect(shown(tidied(once, language))).toBe(shown(once))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('leaves links as they are, and marks on what they were', () => {
    const link = schema.mark('link', { href: 'https://a.org' })
    const bold = schema.mark('bold')
    const doc = schema.node('doc', null, [
      schema.node('block', null, [
        schema.text('a--b', [link]),
        schema.text(' "жирно"', [bold]),
        schema.text(' -- '),
        schema.text('\ufffc', [schema.mark('footnote', { id: 'n' })]),
      ]),
    ])
    const tr = tidyText(EditorState.create({ doc }), 'ru')
    const block = tr?.doc.child(0)
    expect(block?.textContent).toBe('a--b «жирно»\u00a0— \ufffc')
    expect(block?.child(1).marks).toEqual([bold])
    expect(block?.lastChild?.marks[0]?.type.name).toBe('footnote')
    expect(tidyText(EditorState.create({ doc: tr?.doc ?? doc }), 'ru')).toBeNull()
  })
})
