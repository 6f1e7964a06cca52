/** Taking in what was copied elsewhere, and handing out what is copied here. [DRAFT7] */
import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Doc } from 'yjs'
import { type Language, languages } from '#shared/language/languages.ts'
import { numberingOf } from '#shared/text/form.ts'
import { safeAddress } from '#shared/text/links.ts'
import { isTitleNode } from '../editor/blocks.ts'
import { cleaning } from './cleaning.ts'
import { clipboardHtml, clipboardText } from './copying.ts'
import { addNotes, noteWords } from './note-bodies.ts'
import type { PastedNotes } from './notes.ts'
import { paragraphsOf } from './plain-text.ts'
import { waitingPaste } from './waiting-paste.ts'

type Options = { draft: Doc | null; isNote: boolean; language: Language }

export const Pasting = Extension.create<Options>({
  name: 'pasting',
  priority: 940,
  addOptions: () => ({ draft: null, isNote: false, language: languages[0] }),
  addProseMirrorPlugins() {
    const { draft, isNote, language } = this.options
    let notes: PastedNotes = new Map()
    let isWhole = true
    return [
      waitingPaste(),
      new Plugin({
        props: {
          transformPastedHTML(html, view) {
            const clean = cleaning()
            // Nothing comes here before it can be cleaned.
            if (!clean) return ''
            const cleaned = clean(html, { hasTitle: hasTitle(view.state), notes: !isNote })
            notes = cleaned.notes
            return cleaned.html
          },
          clipboardTextParser: (text, _, plain, { state }) => textSlice(text, plain, state),
          handlePaste: linkSelection,
          transformPasted(slice, { state }) {
            if (draft && notes.size > 0) addNotes(draft, notes, footnotesIn(slice))
            notes = new Map()
            const fit = isNote ? withoutAnchors(slice) : slice
            return inPlaceOfEmpty(fit, state)
          },
          transformCopied(slice) {
            isWhole = slice.openStart === 0 || slice.content.childCount > 1
            return slice
          },
          clipboardSerializer: {
            serializeFragment: (fragment: Fragment) =>
              clipboardHtml(fragment, language, isWhole, (id) => noteWords(draft, id)),
          } as never,
          clipboardTextSerializer: (slice, { state }) =>
            clipboardText(
              ...([slice.content, state.doc, language, isWhole] as const),
              draft ? numberingOf(draft) : 'letters',
            ),
        },
      }),
    ]
  },
})

const hasTitle = ({ doc }: EditorState): boolean => doc.children.some(isTitleNode)

/** Words within a line go into the line; paragraphs become blocks. */
function textSlice(text: string, plain: boolean, { schema, selection }: EditorState): Slice {
  const paragraphs = paragraphsOf(text, plain)
  const [only] = paragraphs
  const marks = selection.$from.marks()
  if (paragraphs.length <= 1 && (only?.kind ?? 'plain') === 'plain') {
    // The blanks at its ends belong to what is pasted into a line.
    const words = text.replace(/\s*\n\s*/g, ' ')
    return words ? new Slice(Fragment.from(schema.text(words, marks)), 0, 0) : Slice.empty
  }
  const blocks = paragraphs.map(({ kind, level, words }) =>
    schema.node('block', { kind, level }, [schema.text(words)]),
  )
  return new Slice(Fragment.from(blocks), 1, 1)
}

/** An address that is pasted onto words becomes their link. */
function linkSelection({ state, dispatch }: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  const href = /^(?:https?:\/\/|mailto:)\S+$/.test(text) ? safeAddress(text) : null
  const { from, to, empty, $from, $to } = state.selection
  const type = state.schema.marks.link
  if (!href || empty || !$from.sameParent($to) || !type) return false
  dispatch(state.tr.addMark(from, to, type.create({ href })))
  return true
}

function footnotesIn(slice: Slice): Set<string> {
  const ids = new Set<string>()
  slice.content.descendants((node) => {
    for (const { type, attrs } of node.marks) if (type.name === 'footnote') ids.add(attrs.id)
  })
  return ids
}

/** On an empty line the first block keeps its kind; elsewhere its words join the line they are pasted into. */
function inPlaceOfEmpty(slice: Slice, { selection: { $from, empty } }: EditorState): Slice {
  const [first] = slice.content.content
  const isPlain = slice.content.childCount === 1 && (first?.attrs.kind ?? 'plain') === 'plain'
  const isFree = empty && $from.parent.isTextblock && $from.parent.content.size === 0
  return isFree && first?.isTextblock && !isPlain ? new Slice(slice.content, 0, 0) : slice
}

/** A note holds no notes. */
function withoutAnchors(slice: Slice): Slice {
  const kept = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.flatMap((node: Node) => {
        if (node.marks.some(isFootnote)) return []
        return node.isText ? node : node.copy(kept(node.content))
      }),
    )
  return new Slice(kept(slice.content), slice.openStart, slice.openEnd)
}

const isFootnote = ({ type }: Mark) => type.name === 'footnote'
