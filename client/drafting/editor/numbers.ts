/** Draws what is computed and never stored: numbers of clauses, of notes, and what references point at. [DRAFT5] [DRAFT6] */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import {
  type DrawnNumbers,
  drawNumbers,
  moveNumbers,
  type NumbersOptions,
} from './drawn-numbers.ts'
import { hasSameNumbers } from './what-is-numbered.ts'

const key = new PluginKey<DrawnNumbers>('numbers')

export const Numbers = Extension.create<NumbersOptions>({
  name: 'numbers',
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DrawnNumbers>({
        key,
        state: {
          init: (_, { doc }) => drawNumbers(doc, options),
          apply: (tr, before) => {
            if (tr.getMeta(key)) return drawNumbers(tr.doc, options)
            return tr.docChanged ? after(tr, before, options) : before
          },
        },
        view: (view) => ({
          destroy: options.onNumbering(() => view.dispatch(view.state.tr.setMeta(key, true))),
        }),
        props: { decorations: (state) => key.getState(state)?.labels },
      }),
      // The view asks each plugin for one set.
      new Plugin({ props: { decorations: (state) => key.getState(state)?.inside } }),
    ]
  },
})

/** Whoever types in a clause changes no number: what is drawn moves along. */
function after(tr: Transaction, before: DrawnNumbers, options: NumbersOptions): DrawnNumbers {
  if (!hasSameNumbers(tr.before, tr.doc, before.pointedAt)) return drawNumbers(tr.doc, options)
  return moveNumbers(before, tr) ?? drawNumbers(tr.doc, options)
}
