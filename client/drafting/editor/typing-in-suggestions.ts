/** What is typed amid words that are suggested to go is not suggested to go with them. [REV2] */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

export const TypingInSuggestions = Extension.create({
  name: 'typingInSuggestions',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, from, to, text) {
          const { state } = view
          const marks = state.storedMarks ?? state.doc.resolve(from).marks()
          const own = marks.filter(({ type }) => !['deletion', 'modification'].includes(type.name))
          if (own.length === marks.length) return false
          const typed = state.schema.text(text, own)
          view.dispatch(state.tr.replaceWith(from, to, typed).scrollIntoView())
          return true
        },
      },
    }),
  ],
})
