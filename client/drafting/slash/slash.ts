/** The slash that opens a list of what can be put in: where it stands, what is typed behind it, which row is meant. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { isFromElsewhere } from '../editor/binding/binding.ts'
import { type Insertion, insertions } from '../insertions.ts'
import { matching } from './matching.ts'

export type Slash = { from: number; to: number; hits: readonly Insertion[]; index: number }

type Said = { index: number } | 'close'

export const slashKey = new PluginKey<Slash | null>('slash')

export const slashIn = (state: EditorState): Slash | null => slashKey.getState(state) ?? null

export const rowId = (insertion: Insertion) => `slash-${insertion.id}`
export const listId = 'slash-list'

/** Puts in what was chosen; null while there is no list to choose from. */
type SlashStorage = { choose: ((slash: Slash, insertion: Insertion) => void) | null }

declare module '@tiptap/core' {
  interface Storage {
    slashTyped: SlashStorage
  }
}

export const SlashTyped = Extension.create<object, SlashStorage>({
  name: 'slashTyped',
  // Before the others: its Enter chooses, and starts no new block.
  priority: 10_000,
  addStorage: () => ({ choose: null }),
  addProseMirrorPlugins() {
    return [slashPlugin(this.storage)]
  },
})

const slashPlugin = (storage: SlashStorage): Plugin<Slash | null> =>
  new Plugin<Slash | null>({
    key: slashKey,
    state: {
      init: () => null,
      apply(tr, before, old, state) {
        const said = tr.getMeta(slashKey) as Said | undefined
        if (said === 'close') return null
        if (before) {
          const next = following(before, tr, state)
          return next && said ? { ...next, index: said.index } : next
        }
        return storage.choose && opened(tr, old, state)
      },
    },
    props: {
      attributes(state): Record<string, string> {
        const slash = slashIn(state)
        const row = storage.choose && slash?.hits[slash.index]
        return row
          ? {
              'aria-autocomplete': 'list',
              'aria-controls': listId,
              'aria-activedescendant': rowId(row),
            }
          : {}
      },
      handleKeyDown(view, { key, isComposing }) {
        const slash = slashIn(view.state)
        const { choose } = storage
        if (!slash || !choose || isComposing) return false
        const say = (said: Said) => view.dispatch(view.state.tr.setMeta(slashKey, said))
        const { hits, index } = slash
        const row = hits[index]
        if (key === 'ArrowDown') say({ index: (index + 1) % hits.length })
        else if (key === 'ArrowUp') say({ index: (index + hits.length - 1) % hits.length })
        else if (key === 'Escape') say('close')
        else if ((key === 'Enter' || key === 'Tab') && row) choose(slash, row)
        else return false
        return true
      },
      handleDOMEvents: {
        blur(view) {
          if (slashIn(view.state)) view.dispatch(view.state.tr.setMeta(slashKey, 'close'))
          return false
        },
      },
    },
  })

/** A slash has just been typed, at the beginning of a word. */
function opened(tr: Transaction, old: EditorState, { selection, doc }: EditorState): Slash | null {
  const typed = tr.docChanged && doc.content.size === old.doc.content.size + 1
  if (!typed || isFromElsewhere(tr) || !selection.empty) return null
  const { $from, from } = selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n')
  if (!$from.parent.isTextblock || !/(?:^|\s)\/$/.test(before)) return null
  return { from: from - 1, to: from, hits: insertions, index: 0 }
}

/** The same slash after a change; null once the caret has left it, or nothing is called so. */
function following(before: Slash, tr: Transaction, { selection, doc }: EditorState): Slash | null {
  const from = tr.mapping.map(before.from)
  const { $from, empty } = selection
  const inside = empty && $from.pos > from && $from.start() <= from
  const typed = inside ? doc.textBetween(from, $from.pos, undefined, '\n') : ''
  if (!/^\/[^\n/]{0,30}$/u.test(typed) || /\s{2}/.test(typed)) return null
  if (!tr.docChanged && $from.pos === before.to) return { ...before, from }
  const hits = matching(insertions, typed.slice(1))
  return hits.length > 0 ? { from, to: $from.pos, hits, index: 0 } : null
}
