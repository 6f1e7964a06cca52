/** What hands type by habit at the beginning of a line: `1. ` a clause, `- ` and `1) ` lists, `# ` a heading, `> ` a quotation. */
import { Extension, InputRule } from '@tiptap/core'
import type { BlockKind } from '#shared/text/blocks.ts'
import { setKind } from './blocks.ts'

const habits: readonly { find: RegExp; kind: BlockKind; level: (typed: string) => number }[] = [
  { find: /^(#{1,3}) $/, kind: 'heading', level: (typed) => typed.length },
  { find: /^([-*•]) $/, kind: 'bullet', level: () => 0 },
  { find: /^(\d{1,3}\.) $/, kind: 'operative', level: () => 0 },
  { find: /^(\d{1,3}\)) $/, kind: 'numbered', level: () => 0 },
  { find: /^([aа]\)) $/u, kind: 'operative', level: () => 1 },
  { find: /^(>) $/, kind: 'quotation', level: () => 0 },
]

export const TypingHabits = Extension.create({
  name: 'typingHabits',
  addInputRules: () =>
    habits.map(
      ({ find, kind, level }) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            if (state.selection.$from.parent.attrs.kind !== 'plain') return null
            // This state has one transaction, to which all of this is added.
            state.tr.delete(range.from, range.to)
            setKind(state, kind, level(match[1] ?? ''))
            return undefined
          },
        }),
    ),
})
