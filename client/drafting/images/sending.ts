/**
 * Pictures on their way into the text: a place that only this editor shows, with how far each is. In
 * the text, for everybody, a picture stands only once the server has it; a page that is closed before
 * leaves nothing behind. [DRAFT6]
 */
import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { asRefused, type Refused } from '#client/api/refused.ts'
import { newId } from '#shared/text/blocks.ts'
import { drawSending, type SendingWords } from './draw-sending.ts'
import { pictureKeys } from './picture-keys.ts'
import { sendPicture } from './send-picture.ts'

export type PicturesOptions = { statement: string; words: SendingWords }

/** One picture on its way. */
export type Sending = {
  file: File
  address: string
  percent: number
  refused: Refused | null
  leave: AbortController
}

type Change = { add: Sending; pos: number } | { remove: Sending }

const key = new PluginKey<DecorationSet>('sending')

export const Pictures = Extension.create<PicturesOptions>({
  name: 'pictures',
  priority: 940,
  addKeyboardShortcuts: () => pictureKeys,
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before, _, { doc }) {
            const shown = before.map(tr.mapping, doc)
            const change = tr.getMeta(key) as Change | undefined
            if (!change) return shown
            if ('remove' in change) return shown.remove(found(shown, change.remove))
            return shown.add(doc, [placeOf(change.add, change.pos, options)])
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: { mousedown: selectPicture },
          handlePaste: (view, { clipboardData }) =>
            takeFiles(view, clipboardData, options, view.state.selection.from),
          handleDrop(view, event, _, moved) {
            if (moved) return false
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
            return takeFiles(view, event.dataTransfer, options, at?.pos ?? 0)
          },
        },
        view: (view) => {
          const stay = (event: BeforeUnloadEvent) => {
            if (key.getState(view.state)?.find().length) event.preventDefault()
          }
          addEventListener('beforeunload', stay)
          return {
            destroy() {
              removeEventListener('beforeunload', stay)
              for (const one of key.getState(view.state)?.find() ?? [])
                one.spec.sending.leave.abort()
            },
          }
        },
      }),
    ]
  },
})

/** Sends these files to where the caret is; what is no picture the server will say. */
export function sendFiles(
  view: EditorView,
  files: readonly File[],
  options: PicturesOptions,
  pos = view.state.selection.from,
): void {
  for (const file of files) {
    const sending: Sending = {
      file,
      address: URL.createObjectURL(file),
      percent: 0,
      refused: null,
      leave: new AbortController(),
    }
    const $pos = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size))
    const place = $pos.depth > 0 ? $pos.after(1) : $pos.pos
    view.dispatch(view.state.tr.setMeta(key, { add: sending, pos: place }))
    void send(view, sending, options)
  }
}

/** Whoever presses a picture means it, and not its caption. */
function selectPicture(view: EditorView, event: MouseEvent): boolean {
  const figure = event.target instanceof HTMLImageElement && event.target.closest('figure')
  const caption = (figure || null)?.querySelector('figcaption')
  if (!caption) return false
  event.preventDefault()
  const pos = view.state.doc.resolve(view.posAtDOM(caption, 0)).before()
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
  view.focus()
  return true
}

/** Pictures from a clipboard or a drop. Words beside them go before: Word gives a picture of its text, too. */
function takeFiles(
  view: EditorView,
  data: DataTransfer | null,
  options: PicturesOptions,
  pos: number,
): boolean {
  const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  if (!view.editable || files.length === 0 || data?.getData('text/plain')) return false
  sendFiles(view, files, options, pos)
  return true
}

async function send(view: EditorView, sending: Sending, { statement, words }: PicturesOptions) {
  const { file, leave } = sending
  sending.refused = null
  sending.percent = 0
  try {
    const tell = (percent: number) => {
      sending.percent = percent
      redraw(sending, words)
    }
    tell(0)
    const kept = await sendPicture(statement, file, tell, leave.signal)
    if (view.isDestroyed) return
    const [place] = found(key.getState(view.state) ?? DecorationSet.empty, sending)
    remove(view, sending)
    if (place && view.editable) insertPicture(view, place.from, kept)
  } catch (thrown) {
    sending.refused = asRefused(thrown)
    redraw(sending, words)
  }
}

function insertPicture(view: EditorView, pos: number, kept: object) {
  const { tr, schema } = view.state
  tr.insert(pos, schema.node('image', { id: newId(), alt: '', ...kept }))
  const end = tr.doc.content.size
  if (tr.doc.lastChild?.type.name === 'image') tr.insert(end, schema.node('block', { id: newId() }))
  view.dispatch(tr)
}

function remove(view: EditorView, sending: Sending) {
  sending.leave.abort()
  URL.revokeObjectURL(sending.address)
  view.dispatch(view.state.tr.setMeta(key, { remove: sending }))
}

const found = (set: DecorationSet, sending: Sending) =>
  set.find(undefined, undefined, (spec) => spec.sending === sending)

const drawn = new WeakMap<Sending, HTMLElement>()

const redraw = (sending: Sending, words: SendingWords) => {
  const place = drawn.get(sending)
  if (place) drawSending(place, sending, words)
}

function placeOf(sending: Sending, pos: number, options: PicturesOptions): Decoration {
  const toDOM = (view: EditorView) => {
    const place = document.createElement('div')
    drawn.set(sending, place)
    place.addEventListener('click', ({ target }) => {
      const { act } = (target as HTMLElement).dataset
      if (act === 'remove') remove(view, sending)
      if (act === 'retry') void send(view, sending, options)
    })
    drawSending(place, sending, options.words)
    return place
  }
  return Decoration.widget(pos, toDOM, { sending, side: -1, stopEvent: () => true })
}
