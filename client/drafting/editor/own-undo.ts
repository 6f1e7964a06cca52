/** An undo that is one's own: in pieces as hands think of them, with the caret back where it was. */
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type Binding, bindingKey, type View } from './binding/binding.ts'

/** Typing that goes on without a pause this long (in milliseconds) is undone as one. */
const undoPauseMs = 500
/** Nor is more than this many changes, once a word has ended. */
const mostChanges = 20
/** What is not needed for the first sight of a text is loaded after this long (in milliseconds). */
const leisureMs = 1500

type Places = { anchor: Y.RelativePosition; head: Y.RelativePosition } | null

type Scope = Extract<ConstructorParameters<typeof Y.UndoManager>[0], unknown[]>

export class OwnUndo {
  readonly manager: Y.UndoManager
  readonly #binding: Binding
  readonly #view: View
  #stop = () => {}
  #places: Places = null
  #changes = 0
  #isDestroyed = false

  /** `beside` is what belongs to the text without standing in it: its notes, its form. */
  constructor(binding: Binding, view: View, captureTimeout = undoPauseMs, beside: Scope = []) {
    this.#binding = binding
    this.#view = view
    this.manager = new Y.UndoManager([binding.fragment, ...beside], {
      trackedOrigins: new Set([binding]),
      captureTimeout,
    })
    void this.#undoWhereItStands()
    this.manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(this, this.#places)
      this.#changes = 0
    })
    this.manager.on('stack-item-popped', ({ stackItem }) => this.#goTo(stackItem.meta.get(this)))
  }

  /** Called before what was typed is written to Yjs, with the state from before it. */
  beforeWriting({ selection }: EditorState): void {
    this.#places = this.#placesOf(selection)
  }

  /** Called after it: a word that has ended may end a piece. */
  afterWriting({ selection: { $from } }: EditorState): void {
    this.#changes++
    const last = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n').at(-1) ?? ' '
    if (this.#changes >= mostChanges && /\s/.test(last)) this.manager.stopCapturing()
  }

  /** Does something to what lies beside the text, which is undone like what is typed. */
  actBeside(act: () => void): void {
    this.#places = this.#placesOf(this.#view.state.selection)
    this.#binding.fragment.doc?.transact(act, this.#binding)
  }

  /** What comes next is undone by itself. */
  endPiece(): void {
    this.manager.stopCapturing()
  }

  undo(): void {
    this.#places = this.#placesOf(this.#view.state.selection)
    this.manager.undo()
  }

  redo(): void {
    this.#places = this.#placesOf(this.#view.state.selection)
    this.manager.redo()
  }

  /** Loaded while the first words are typed: what was done until then is looked at when it is there. */
  async #undoWhereItStands() {
    const { doc } = this.manager
    const early: Y.Transaction[] = []
    const note = (tr: Y.Transaction) => void early.push(tr)
    doc.on('afterTransaction', note)
    this.#stop = () => doc.off('afterTransaction', note)
    await new Promise((done) => setTimeout(done, leisureMs))
    // Without a network and not yet kept on the device: undo is then that of Yjs.
    const part = await import('./binding/undo-quiet.ts').catch(() => null)
    const isOver = this.#isDestroyed
    this.#stop()
    if (part && !isOver) this.#stop = part.undoWhereItStands(this.manager, early)
  }

  destroy(): void {
    this.#isDestroyed = true
    this.#stop()
    this.manager.destroy()
  }

  #placesOf({ anchor, head }: { anchor: number; head: number }): Places {
    const [from, to] = [this.#binding.relative(anchor), this.#binding.relative(head)]
    return from && to && { anchor: from, head: to }
  }

  #goTo(places: Places) {
    const anchor = places && this.#binding.absolute(places.anchor)
    const head = places && this.#binding.absolute(places.head)
    if (anchor === null || head === null) return
    const { doc, tr } = this.#view.state
    tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
    this.#view.dispatch(tr.setMeta(bindingKey, 'elsewhere').scrollIntoView())
  }
}
