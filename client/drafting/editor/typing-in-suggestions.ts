/** What is typed amid words that are suggested to go is not suggested to go with them. [REV2] */
import { Extension } from '@tiptap/core'
import type { Mark } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** Of the marks around it, those that what is typed takes on. */
export const marksTypedIn = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter(({ type }) => !['deletion', 'modification'].includes(type.name))

export const TypingInSuggestions = Extension.create({
  name: 'typingInSuggestions',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, from, to, text) {
          const { state } = view
          const marks = state.storedMarks ?? state.doc.resolve(from).marks()
          const own = marksTypedIn(marks)
          if (own.length === marks.length) return false
          const typed = state.schema.text(text, own)
          view.dispatch(state.tr.replaceWith(from, to, typed).scrollIntoView())
          return true
        },
      },
    }),
  ],
})
