/** What of a textblock is written to Yjs: only what differs, where it was typed. [DRAFT1] */
import { Fragment } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeText } from '#client/drafting/editor/binding/write-text.ts'
import { schema } from '#shared/text/schema.ts'

const content = (words: string) => (words ? Fragment.from(schema.text(words)) : Fragment.empty)

/** A text with these words is made to show others; what of Yjs that took. */
function written(before: string, after: string, hint: number) {
  const text = new Y.Doc().getXmlFragment('body')
  const one = new Y.XmlText(before)
  text.insert(0, [one])
  let delta: { insert?: string }[] | undefined
  one.observe((event) => {
    delta = event.delta as { insert?: string }[]
  })
  writeText([one], content(before), content(after), hint)
  return { words: one.toString(), delta }
}

test.each([
  ['aaa', 'aaaa', 1, [{ retain: 1 }, { insert: 'a' }]],
  ['aaa', 'aaaa', -1, [{ retain: 3 }, { insert: 'a' }]],
  ['aaa', 'aa', 0, [{ delete: 1 }]],
  // Something before it changed in the same stroke, as when a table is mended.
  ['вода', 'водаём', 0, [{ retain: 4 }, { insert: 'ём' }]],
  ['вода', 'вда', 0, [{ retain: 1 }, { delete: 1 }]],
  ['вода', 'водица', 1, [{ retain: 3 }, { insert: 'иц' }]],
] as const)('[DRAFT1] %s that becomes %s, changed from %i on', (before, after, hint, delta) => {
  expect(written(before, after, hint)).toEqual({ words: after, delta })
})

test('[DRAFT1] no letter that stays is written anew, wherever the change is said to begin', () => {
  const letters = fc.string({ unit: fc.constantFrom('а', 'б', '😀', '😁'), maxLength: 8 })
  const inserted = (before: string, after: string, hint: number) => {
    const { words, delta } = written(before, after, hint)
    expect(words).toBe(after)
    return (delta ?? []).reduce((sum, { insert = '' }) => sum + insert.length, 0)
  }
  fc.assert(
    fc.property(letters, letters, fc.nat({ max: 20 }), (before, after, hint) => {
      expect(inserted(before, after, hint)).toBe(inserted(before, after, -1))
    }),
  )
})
