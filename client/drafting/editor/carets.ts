/** Other people's carets and selections, with their true names; and mine, told to them. [DRAFT1] */
import { DOMParser, type Schema } from '@tiptap/pm/model'
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Binding } from './binding/binding.ts'

type Person = { id: string; name: string; color: string }
type Cursor = { anchor: unknown; head: unknown }
type Changes = Record<'added' | 'updated' | 'removed', number[]>

const key = new PluginKey<DecorationSet>('carets')

/** Whether a transaction only shows where others are: nothing that is told by the text has changed. */
export const onlyMovesCarets = (tr: Transaction): boolean =>
  tr.getMeta(key) !== undefined && !tr.docChanged && !tr.selectionSet

/** `bindingNow` gives the binding as soon as there is one. */
export const caretsPlugin = (
  schema: Schema,
  awareness: Awareness,
  bindingNow: () => Binding | null,
): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        return tr.getMeta(key) ?? before.map(tr.mapping, tr.doc)
      },
    },
    props: { decorations: (state) => key.getState(state), domParser: parserFor(schema) },
    view(view) {
      let waiting = false
      // Several people move at once: they are drawn together, and never within another update.
      const redraw = () => {
        if (waiting) return
        waiting = true
        queueMicrotask(() => {
          waiting = false
          const binding = bindingNow()
          if (view.isDestroyed || !binding) return
          const carets = drawn(view.state, awareness, binding)
          if (isOther(carets, key.getState(view.state))) {
            view.dispatch(view.state.tr.setMeta(key, carets))
          }
        })
      }
      const tell = () => tellCaret(view, awareness, bindingNow())
      const onOthers = ({ added, updated, removed }: Changes) => {
        const own = (client: number) => client === awareness.clientID
        if (![...added, ...updated, ...removed].every(own)) redraw()
      }
      awareness.on('change', onOthers)
      view.dom.addEventListener('focus', tell)
      view.dom.addEventListener('blur', tell)
      return {
        update(_, before) {
          const { doc, selection } = view.state
          if (doc !== before.doc) redraw()
          if (doc !== before.doc || !selection.eq(before.selection)) tell()
        },
        destroy() {
          awareness.off('change', onOthers)
          view.dom.removeEventListener('focus', tell)
          view.dom.removeEventListener('blur', tell)
          awareness.setLocalStateField('cursor', null)
        },
      }
    },
  })

/** Where a touch keyboard's Enter takes somebody's caret along, the break before that only holds the new line open. */
function parserFor(schema: Schema): DOMParser {
  const isHeldOpen = (dom: HTMLElement) => dom.nextElementSibling?.matches('.others-caret')
  const held = {
    tag: 'br',
    ignore: true,
    getAttrs: (dom: HTMLElement) => (isHeldOpen(dom) ? null : false),
  }
  return new DOMParser(schema, [held, ...DOMParser.fromSchema(schema).rules])
}

function tellCaret(view: EditorView, awareness: Awareness, binding: Binding | null) {
  const { anchor, head } = view.state.selection
  const places = [anchor, head].map((pos) => binding?.relative(pos) ?? null)
  const [from, to] = places
  const cursor = view.hasFocus() && from && to ? { anchor: from, head: to } : null
  const before = awareness.getLocalState()?.cursor ?? null
  if (JSON.stringify(before) !== JSON.stringify(cursor)) {
    awareness.setLocalStateField('cursor', cursor)
  }
}

function drawn(state: EditorState, awareness: Awareness, binding: Binding): DecorationSet {
  const decorations: Decoration[] = []
  for (const [client, { user, cursor }] of awareness.getStates() as Map<
    number,
    {
      user?: Person
      cursor?: Cursor
    }
  >) {
    if (client === awareness.clientID || !user || !cursor) continue
    const anchor = placeOf(cursor.anchor, binding, state)
    const head = placeOf(cursor.head, binding, state)
    if (anchor === null || head === null) continue
    decorations.push(
      Decoration.widget(head, () => caret(user), { key: `${client} ${user.name}`, side: 10 }),
    )
    if (anchor === head) continue
    decorations.push(
      Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
        class: 'others-selection',
        style: `--person: ${user.color}`,
      }),
    )
  }
  return DecorationSet.create(state.doc, decorations)
}

/** Most changes leave carets where they were carried along to: then nothing need be drawn anew. */
function isOther(next: DecorationSet, shown: DecorationSet = DecorationSet.empty): boolean {
  const placesOf = (set: DecorationSet) =>
    set.find().map(({ from, to, spec }) => `${from} ${to} ${spec.key ?? ''}`)
  return String(placesOf(next)) !== String(placesOf(shown))
}

/** Null when it is in another language's text, or not here yet. What others send is never trusted. */
function placeOf(json: unknown, binding: Binding, { doc }: EditorState): number | null {
  try {
    const pos = binding.absolute(Y.createRelativePositionFromJSON(json))
    if (pos === null || pos > doc.content.size) return null
    return TextSelection.near(doc.resolve(pos)).head === pos ? pos : null
  } catch {
    return null
  }
}

/** Built by hand: an inline `style` attribute in markup is what the page's policy forbids. */
function caret({ name, color }: Person): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'others-caret'
  caret.style.setProperty('--person', color)
  const flag = document.createElement('span')
  flag.textContent = name
  caret.append('\u2060', flag, '\u2060')
  return caret
}
