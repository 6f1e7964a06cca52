/** Keeps the caret in sight when the touch keyboard comes up beneath it, and our tools on top of that. */
import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'

export function useCaretInSight(editor: Editor): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    let height = seen.height
    const follow = () => {
      const isLess = seen.height < height
      height = seen.height
      if (isLess && editor.isFocused) editor.commands.scrollIntoView()
    }
    seen.addEventListener('resize', follow)
    return () => seen.removeEventListener('resize', follow)
  }, [editor])
}
