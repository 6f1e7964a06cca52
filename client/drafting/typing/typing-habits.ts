/**
 * What typing becomes by habit: Markdown, and good typesetting. First stands what was typed, then
 * what it becomes: Backspace or undo right after it brings back what was typed, and leaves it so.
 */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Language } from '#shared/language/languages.ts'
import { isFromElsewhere } from '../editor/binding/binding.ts'
import { endUndoPiece, undo } from '../editor/together.ts'
import { type Rewrite, rewriteAsTyped } from '../typography/rewrites.ts'
import { typesSmartly } from '../typography/smart-typing.ts'
import { addressChange, markdownChange, mayBeMarkdown } from './markdown.ts'

type Options = { language: Language }

/** `rewritten`: a habit has just changed what was typed. `declined`: it was told not to, for the next letter. */
type Mood = 'rewritten' | 'silent' | 'declined' | null

const key = new PluginKey<Mood>('typingHabits')

export const TypingHabits = Extension.create<Options>({
  name: 'typingHabits',
  priority: 950,
  addOptions: () => ({ language: 'ru' }),
  addProseMirrorPlugins() {
    const { editor } = this
    const { language } = this.options
    return [
      new Plugin<Mood>({
        key,
        state: {
          init: () => null,
          apply(tr, mood) {
            const said = tr.getMeta(key) as Mood | undefined
            if (said !== undefined) return said
            return isFromElsewhere(tr) || !(tr.docChanged || tr.selectionSet) ? mood : null
          },
        },
        props: {
          handleTextInput: (view, from, _to, text, deflt) =>
            !view.composing && type(editor, view, before(view, from) + text, deflt, language),
          handleKeyDown: (view, event) => {
            if (view.composing || event.ctrlKey || event.metaKey || event.altKey) return false
            if (event.key === 'Enter') endLine(editor, view)
            return event.key === 'Backspace' && takeBack(editor, view)
          },
          handleDOMEvents: {
            // What a touch keyboard composes is in the text already when it ends.
            compositionend: (view) => {
              setTimeout(() => composed(editor, view, language))
              return false
            },
          },
        },
      }),
    ]
  },
})

/** What stands in the block before a position; a break and an anchor are a sign each. */
function before({ state }: EditorView, pos: number): string {
  const $pos = state.doc.resolve(pos)
  return $pos.parent.textBetween(0, $pos.parentOffset, undefined, '\n')
}

function type(
  editor: Editor,
  view: EditorView,
  written: string,
  deflt: () => Transaction,
  language: Language,
): boolean {
  const declined = key.getState(view.state) === 'declined'
  const rewrite = declined ? null : smartly(view, written, language)
  if (rewrite?.silent) {
    view.dispatch(rewritten(deflt(), rewrite, written.length).setMeta(key, 'silent'))
    return true
  }
  if (!rewrite && !mayBeMarkdown(written)) return false
  view.dispatch(deflt())
  become(editor, view, written, rewrite)
  return true
}

function composed(editor: Editor, view: EditorView, language: Language) {
  if (view.isDestroyed || view.composing || !view.state.selection.empty) return
  const written = before(view, view.state.selection.from)
  const rewrite = smartly(view, written, language)
  if (rewrite?.silent) view.dispatch(rewritten(view.state.tr, rewrite, written.length))
  else become(editor, view, written, rewrite)
}

function become(editor: Editor, view: EditorView, written: string, rewrite: Rewrite | null) {
  const { state } = view
  const change =
    markdownChange(state, written, numberDrawn(view)) ??
    (rewrite && rewritten(state.tr, rewrite, written.length))
  if (change) changeNext(editor, view, change)
}

/** Before Enter is what it is anywhere. */
function endLine(editor: Editor, view: EditorView) {
  const { empty, from } = view.state.selection
  const change = empty && addressChange(view.state, before(view, from), 0)
  if (change) changeNext(editor, view, change)
}

/** The second of the two changes, which is undone by itself. */
function changeNext(editor: Editor, view: EditorView, change: Transaction) {
  endUndoPiece(editor)
  view.dispatch(change.setMeta(key, 'rewritten').scrollIntoView())
  endUndoPiece(editor)
}

function numberDrawn(view: EditorView): string | null {
  const block = view.nodeDOM(view.state.selection.$from.before())
  return block instanceof HTMLElement ? (block.dataset.number ?? null) : null
}

function smartly({ state }: EditorView, written: string, language: Language): Rewrite | null {
  if (!typesSmartly()) return null
  const rewrite = rewriteAsTyped(written, language)
  const { $from } = state.selection
  const isLink = $from.marks().some(({ type }) => type.name === 'link')
  return isLink ? null : rewrite
}

/** Adds the rewrite to a transaction in which all of `written` stands before the caret. */
function rewritten(tr: Transaction, { from, to, text }: Rewrite, length: number): Transaction {
  const start = tr.selection.from - length
  return tr.insertText(text, start + from, start + to)
}

/** Backspace behind what a habit has changed. */
function takeBack(editor: Editor, view: EditorView): boolean {
  const mood = key.getState(view.state)
  if (mood === 'rewritten') {
    undo(editor)
    view.dispatch(view.state.tr.setMeta(key, null))
    return true
  }
  if (mood !== 'silent') return false
  const { from } = view.state.selection
  view.dispatch(view.state.tr.delete(from - 1, from).setMeta(key, 'declined'))
  return true
}
