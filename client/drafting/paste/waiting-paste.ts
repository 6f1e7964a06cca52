/** What is pasted or dropped before it can be cleaned: it waits for that, and then goes where it was meant to go. [DRAFT7] */
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { cleaning, loadCleaning } from './cleaning.ts'

/** Where it goes, whatever is typed on meanwhile. */
type Place = { from: number; to: number }

const key = new PluginKey<Place | null>('waitingPaste')
/** By then whoever opened the text mostly reads or types. */
const leisureMs = 1500

export const waitingPaste = (): Plugin<Place | null> =>
  new Plugin<Place | null>({
    key,
    state: {
      init: () => null,
      apply(tr, before) {
        const said = tr.getMeta(key) as Place | null | undefined
        if (said !== undefined) return said
        // What is typed at the caret meanwhile stands behind what was pasted before it.
        const now = (pos: number) => tr.mapping.map(pos, -1)
        return before && { from: now(before.from), to: now(before.to) }
      },
    },
    props: {
      handleDOMEvents: {
        paste(view, event) {
          const again = (clipboardData: DataTransfer) => {
            const pasted = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
            // Firefox gives the event an empty one of its own, whatever it is made with.
            return Object.defineProperty(pasted, 'clipboardData', { value: clipboardData })
          }
          return hold(view, event, event.clipboardData, again)
        },
        drop(view, event) {
          const { clientX, clientY, ctrlKey, altKey } = event
          const again = (dataTransfer: DataTransfer) => {
            const where = { clientX, clientY, ctrlKey, altKey }
            return new DragEvent('drop', {
              ...where,
              dataTransfer,
              bubbles: true,
              cancelable: true,
            })
          }
          // What is dragged within the text needs no cleaning.
          return !view.dragging && hold(view, event, event.dataTransfer, again)
        },
      },
    },
    view() {
      const timer = setTimeout(() => void loadCleaning().catch(() => undefined), leisureMs)
      return { destroy: () => clearTimeout(timer) }
    },
  })

function hold(
  view: EditorView,
  event: Event,
  data: DataTransfer | null,
  again: (data: DataTransfer) => Event,
): boolean {
  if (cleaning() || !data || !view.editable || view.composing || !needsCleaning(data)) return false
  event.preventDefault()
  const copy = copyOf(data)
  const { selection, tr } = view.state
  const place =
    selection instanceof TextSelection ? { from: selection.from, to: selection.to } : null
  view.dispatch(tr.setMeta(key, place))
  void loadCleaning()
    .catch(() => leaveOnlyWords(copy))
    .then(() => {
      if (!view.isDestroyed && view.editable) putIn(view, again(copy))
    })
  return true
}

/** A table that comes as bare text is made HTML of. */
const needsCleaning = (data: DataTransfer): boolean =>
  data.types.includes('text/html') || data.getData('text/plain').includes('\t')

/** The browser takes its own away when the event is over. */
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type))
  for (const file of data.files) copy.items.add(file)
  return copy
}

/** Without the cleaning, words are better than nothing. */
function leaveOnlyWords(copy: DataTransfer) {
  const words = copy.getData('text/plain').replaceAll('\t', ' ')
  copy.clearData('text/html')
  copy.setData('text/plain', words)
}

/** As if it were pasted just now, where the caret stood then; the caret itself stays where it is now. */
function putIn(view: EditorView, event: Event) {
  const place = key.getState(view.state)
  const { selection, doc, tr } = view.state
  if (!place || (place.from === selection.from && place.to === selection.to)) {
    view.dom.dispatchEvent(event)
    return
  }
  const meant = TextSelection.between(doc.resolve(place.from), doc.resolve(place.to))
  const behind = doc.content.size - selection.to
  view.dispatch(tr.setSelection(meant).setMeta(key, null))
  view.dom.dispatchEvent(event)
  const now = view.state
  const back = Math.max(now.doc.content.size - behind, 0)
  view.dispatch(now.tr.setSelection(TextSelection.near(now.doc.resolve(back), -1)))
}
