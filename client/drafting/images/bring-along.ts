/** Pictures that were copied in another text: the server is asked to give them to this one. [DRAFT6] */
import { Extension } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { call } from '#client/api/call.ts'
import { asRefused, type Refused } from '#client/api/refused.ts'
import { bringPicture } from '#shared/api/pictures.ts'
import { newId } from '#shared/text/blocks.ts'

type Options = {
  statement: string
  /** Says that a picture did not come over, and why. */
  onLost: (refused: Refused) => void
}

export const BroughtPictures = Extension.create<Options>({
  name: 'brought-pictures',
  addOptions: () => ({ statement: '', onLost: () => undefined }),
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin({
        props: {
          transformPasted(slice, view) {
            // What is dragged within the text is here already.
            const own = view.dragging ? null : assetsIn(view.state.doc.content)
            for (const asset of own ? assetsIn(slice.content) : []) {
              if (!own?.has(asset)) void bring(view, asset, options)
            }
            return slice
          },
        },
      }),
    ]
  },
})

function assetsIn(content: Fragment): Set<string> {
  const assets = new Set<string>()
  content.descendants(({ type, attrs }) => {
    if (type.name === 'image' && attrs.asset) assets.add(attrs.asset)
  })
  return assets
}

async function bring(view: EditorView, asset: string, options: Options): Promise<void> {
  try {
    await call(bringPicture, { params: { statement: options.statement }, body: { asset } })
  } catch (fault) {
    if (view.isDestroyed) return
    const refused = asRefused(fault)
    if (refused.code === 'unreachable') {
      await new Promise((done) => window.addEventListener('online', done, { once: true }))
      return bring(view, asset, options)
    }
    takeOut(view, asset)
    options.onLost(refused)
  }
}

/** The caption stays, as a line of its own: somebody wrote it. */
function takeOut(view: EditorView, asset: string) {
  const { doc, tr, schema } = view.state
  const places: [number, number, Fragment][] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'image' && node.attrs.asset === asset) {
      places.push([pos, pos + node.nodeSize, node.content])
    }
  })
  for (const [from, to, caption] of places.reverse()) {
    if (caption.size === 0) tr.delete(from, to)
    else tr.replaceWith(from, to, schema.node('block', { id: newId() }, caption))
  }
  view.dispatch(tr)
}
