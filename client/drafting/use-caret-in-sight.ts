/** Keeps the caret in sight when the touch keyboard comes up beneath it, and our tools on top of that. */
import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'

export function useCaretInSight(editor: Editor): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    // Read when somebody comes into the text: before that it would have all of it laid out at once.
    let height = 0
    const measure = () => {
      height = seen.height
    }
    const follow = () => {
      const isLess = seen.height < height
      height = seen.height
      if (isLess && editor.isFocused) editor.commands.scrollIntoView()
    }
    if (editor.isFocused) measure()
    editor.on('focus', measure)
    seen.addEventListener('resize', follow)
    return () => {
      editor.off('focus', measure)
      seen.removeEventListener('resize', follow)
    }
  }, [editor])
}
