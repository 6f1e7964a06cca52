/** What is sought in an editor, where it stands, and its marks on the screen. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Match, matchesIn, type SearchOptions } from './matches.ts'

export type Sought = SearchOptions & { query: string }

type Found = { sought: Sought | null; matches: readonly Match[]; current: number | null }
type Said = { sought: Sought | null } | { current: number | null }

const key = new PluginKey<Found>('found')
const nothing: Found = { sought: null, matches: [], current: null }

/** Kept up to date while somebody types; `current` is the match that one stands at. */
export const FoundPlaces = Extension.create({
  name: 'foundPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before) {
          const said = tr.getMeta(key) as Said | undefined
          const next = said ? { ...before, ...said } : before
          if (!next.sought) return nothing
          if (!tr.docChanged && next.sought === before.sought) return next
          return { ...next, matches: placesIn(tr.doc, next.sought) }
        },
      },
      props: {
        decorations(state) {
          const { matches, current } = foundIn(state)
          return DecorationSet.create(
            state.doc,
            matches.map(({ from, to }, at) =>
              Decoration.inline(from, to, { class: at === current ? 'found current' : 'found' }),
            ),
          )
        },
      },
    }),
  ],
})

export const foundIn = (state: EditorState): Found => key.getState(state) ?? nothing

/** A transaction that looks for something else, or for nothing. */
export const seek = (state: EditorState, sought: Sought | null) =>
  state.tr.setMeta(key, { sought, current: null })

export const standAt = (state: EditorState, current: number | null) =>
  state.tr.setMeta(key, { current })

/** In every textblock by itself: words do not run on from one to the next. */
export function placesIn(doc: Node, { query, ...options }: Sought): Match[] {
  const places: Match[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\n')
    for (const { from, to } of matchesIn(text, query, options)) {
      places.push({ from: pos + 1 + from, to: pos + 1 + to })
    }
    return false
  })
  return places
}
