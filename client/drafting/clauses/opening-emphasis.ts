/** Sets a clause's first words in italics as the field does: when they are chosen, and when they are typed. */
import { Extension, InputRule } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Language } from '#shared/language/languages.ts'
import type { Query } from './offered-openings.ts'
import { openingOf } from './openings.ts'

export const OpeningEmphasis = Extension.create<{ language: Language }>({
  name: 'openingEmphasis',
  addOptions: () => ({ language: 'en' }),
  addInputRules() {
    const { language } = this.options
    return [
      new InputRule({
        find: /^\p{Lu}[\p{L} ]{3,40}[ ,]$/u,
        handler: ({ state, range, match }) => {
          const { parent } = state.selection.$from
          const { kind, level } = parent.attrs
          if (level !== 0 || (kind !== 'preamble' && kind !== 'operative')) return null
          const words = openingOf(language, kind, match[0])
          const sign = match[0].slice(-1)
          if (!words || words.length !== match[0].length - 1) return null
          const start = range.from
          if (hasItalic(state, start, start + words.length)) return null
          state.tr.insertText(sign, range.to)
          state.tr.addMark(start, start + words.length, state.schema.mark('italic'))
          state.tr.removeStoredMark(state.schema.marks.italic as never)
          return undefined
        },
      }),
    ]
  },
})

/** Puts the chosen words in, in italics, and goes on behind them in plain letters. */
export function insertOpening(state: EditorState, query: Query, words: string): Transaction {
  const { schema, tr } = state
  const italic = schema.mark('italic')
  tr.replaceWith(query.from, query.to, [schema.text(words, [italic]), schema.text(' ')])
  return tr.setStoredMarks([]).scrollIntoView()
}

const hasItalic = ({ doc, schema }: EditorState, from: number, to: number) =>
  doc.rangeHasMark(from, to, schema.marks.italic as never)
