/** Something that is told by the editor's state, kept up to date. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'

export const useEditorFact = <Fact>(editor: Editor, fact: (editor: Editor) => Fact): Fact =>
  useEditorState({ editor, selector: ({ editor: current }) => fact(current) })
