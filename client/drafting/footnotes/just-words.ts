/** Whether a note is told whole by its words: then no editor is needed to show it. */
import type { Node } from '@tiptap/pm/model'
import type { XmlFragment } from 'yjs'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { readNodes } from '#shared/text/draft.ts'

/** Numbers are drawn by the editor, and suggestions are settled in it. */
export const isJustWords = (fragment: XmlFragment): boolean =>
  readNodes(fragment).children.every(
    (block) =>
      block.type.name === 'block' &&
      block.attrs.kind === 'plain' &&
      !block.attrs.review &&
      block.children.every(isPlainInline),
  )

const isPlainInline = ({ text, marks }: Node): boolean =>
  !text?.includes(anchorCharacter) && marks.every(({ type }) => !reviewed.includes(type.name))

const reviewed = ['insertion', 'deletion', 'modification', 'comment']
