/** Draws pictures that are shown before anything is kept: from what holds them, not from the server. [DRAFT7] */
import { Extension } from '@tiptap/core'
import type { Attrs } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'

type Options = { pictures: { [asset: string]: string } }

export const ShownPictures = Extension.create<Options>({
  name: 'shown-pictures',
  addOptions: () => ({ pictures: {} }),
  addProseMirrorPlugins() {
    const { pictures } = this.options
    return [
      new Plugin({
        props: { nodeViews: { image: ({ attrs }) => drawn(attrs, pictures[attrs.asset]) } },
      }),
    ]
  },
})

/** One that is too large to be shown leaves a frame of its shape. */
function drawn({ alt, width, height }: Attrs, address: string | undefined): NodeView {
  const figure = document.createElement('figure')
  const picture = document.createElement('img')
  picture.src =
    address ?? 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  picture.alt = alt
  picture.width = width
  picture.height = height
  if (!address) picture.className = 'unseen'
  const caption = document.createElement('figcaption')
  figure.append(picture, caption)
  return { dom: figure, contentDOM: caption }
}
