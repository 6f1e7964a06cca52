/** What keeps a long text fluent: nothing may look at all of it because of one letter. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { drawAll, drawNear } from './draw-near.ts'
import { isInSight } from './in-sight.ts'
import './long-text.css'

/** A text of more blocks than this is drawn where it is seen; of a shorter one all is drawn at once. */
const mostDrawnBlocks = 60

export const isLong = (doc: Node): boolean => doc.childCount > mostDrawnBlocks

const upAndDown = /^(Arrow|Page)(Up|Down)$/

export const LongText = Extension.create({
  name: 'longText',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        attributes: ({ doc }): { [name: string]: string } =>
          isLong(doc) ? { 'data-long': 'true' } : {},
        handleScrollToSelection: isInSight,
        handleKeyDown({ dom, state }, { key }) {
          if (isLong(state.doc) && upAndDown.test(key)) drawAll(dom)
          return false
        },
      },
      view({ dom }) {
        hideSelection(dom)
        return { destroy: drawNear(dom, location.hash !== '') }
      },
    }),
  ],
})

/**
 * Before it draws anything React notes where the selection is, letter by letter through the whole element
 * that has the focus, to put it back should it be lost. It never is: React draws nothing in here. So the
 * element does not say to scripts that it is one with a selection; to the browser it says so by its attribute.
 */
function hideSelection(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', {
    configurable: true,
    get: () => (dom.getAttribute('contenteditable') === 'false' ? 'false' : 'inherit'),
    set: (value: string) => dom.setAttribute('contenteditable', value),
  })
}
