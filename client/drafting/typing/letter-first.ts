/**
 * A letter is seen first and read after. The browser sets it where the caret is, and draws it; only behind that
 * frame does the editor look at what was typed, writes it to Yjs and tells whoever listens. Whoever asks the
 * editor for its state meanwhile has it read at once: no state is ever handed out that lacks what is on the screen.
 */
import { Extension } from '@tiptap/core'
import { Mark } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { marksTypedIn } from '../editor/typing-in-suggestions.ts'

/** How ProseMirror hears of what the browser did; while it is to flush soon, it does not by itself. */
type DomObserver = { flush(): void; flushSoon(): void; forceFlush(): void }

const observerOf = (view: EditorView): DomObserver =>
  (view as unknown as { domObserver: DomObserver }).domObserver

/**
 * Lets the editor hear at once what was typed, and where the person has just put the caret. The browser tells it a
 * moment later; if what others did were shown in that moment, the caret would jump back to where it was, and if the
 * focus goes elsewhere, the editor never hears of it.
 */
export function heedInput(view: EditorView): void {
  observerOf(view).forceFlush()
  observerOf(view).flush()
}

export const LetterFirst = Extension.create({
  name: 'letterFirst',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          beforeinput(view, event) {
            if (view.editable && staysAsTyped(event, view.state)) {
              waiting.get(view)?.wait()
            }
            return false
          },
        },
      },
      view(view) {
        const letter = new WaitingLetter(view)
        waiting.set(view, letter)
        return { destroy: () => letter.destroy() }
      },
    }),
  ],
})

const waiting = new WeakMap<EditorView, WaitingLetter>()

class WaitingLetter {
  readonly #view: EditorView
  readonly #frameEnd = new MessageChannel()
  #isWaiting = false
  #state: EditorState

  constructor(view: EditorView) {
    this.#view = view
    this.#state = view.state
    this.#frameEnd.port1.onmessage = this.#read
    for (const type of acting) window.addEventListener(type, this.#heed, { capture: true })
    for (const type of leaving) window.addEventListener(type, this.#read, { capture: true })
    for (const type of untold) window.addEventListener(type, this.#keepQuiet, { capture: true })
    Object.defineProperty(view, 'state', {
      configurable: true,
      get: () => {
        this.#read()
        return this.#state
      },
      set: (state: EditorState) => {
        this.#state = state
      },
    })
  }

  /** The letter that is about to be set is read behind the next frame; where none is drawn, some 20 ms later. */
  wait(): void {
    this.#isWaiting = true
    observerOf(this.#view).flushSoon()
    requestAnimationFrame(() => this.#frameEnd.port2.postMessage(null))
  }

  destroy(): void {
    for (const type of acting) window.removeEventListener(type, this.#heed, { capture: true })
    for (const type of leaving) window.removeEventListener(type, this.#read, { capture: true })
    for (const type of untold) window.removeEventListener(type, this.#keepQuiet, { capture: true })
    this.#frameEnd.port1.close()
    const value = this.#state
    Object.defineProperty(this.#view, 'state', { configurable: true, writable: true, value })
  }

  #keepQuiet = (event: Event) => {
    if (this.#isWaiting) event.stopImmediatePropagation()
  }

  #heed = (event: Event) => {
    const view = this.#view
    const composes = view.composing || (event instanceof KeyboardEvent && event.keyCode === 229)
    if (composes || !view.hasFocus()) return this.#read()
    this.#isWaiting = false
    heedInput(view)
  }

  #read = () => {
    if (!this.#isWaiting) return
    this.#isWaiting = false
    observerOf(this.#view).forceFlush()
  }
}

/** What acts where the caret stands: it may come before the browser has told where the last key or click put that. */
const acting = ['keydown', 'cut', 'copy', 'paste'] as const

/** What comes next may act on what Yjs has: so that must have the letter. */
const leaving = ['pointerdown', 'click', 'beforeunload', 'pagehide'] as const

/** What the browser says of a letter that it sets. Nobody needs it: both are looked at when the letter is read. */
const untold = ['input', 'selectionchange'] as const

/** Whether the browser sets it as the editor would, in the marks of what stands before it, and nothing comes of it. */
function staysAsTyped(event: InputEvent, { selection, storedMarks }: EditorState): boolean {
  const { inputType, isComposing, data } = event
  if (inputType !== 'insertText' || isComposing || !data || storedMarks) return false
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  const { nodeBefore } = selection.$from
  const marks = marksTypedIn(selection.$from.marks())
  return isOfWords(nodeBefore?.text ?? '', data) && Mark.sameSet(nodeBefore?.marks ?? [], marks)
}

/** A letter behind anything, or the space behind a word: no habit makes anything else of them that is seen. */
const isOfWords = (before: string, typed: string): boolean =>
  typed === ' ' ? /\p{L}$/u.test(before) : before !== '' && /^\p{L}$/u.test(typed)
