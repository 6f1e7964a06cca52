/** An editor that lives as long as the component that shows it. */
import { Editor, type EditorOptions } from '@tiptap/core'
import { type DependencyList, useEffect, useLayoutEffect, useMemo, useRef } from 'react'

/** Styles are in our own files. That tiptap tells of each deletion costs half a millisecond a letter, and nobody listens. */
const always: Partial<EditorOptions> = {
  injectCSS: false,
  enableCoreExtensions: { delete: false },
}

/** Made while drawing, so that what stands around it can read it at once; made anew when `reasons` change. */
export function useLiveEditor(options: Partial<EditorOptions>, reasons: DependencyList): Editor {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says when another one is needed
  const editor = useMemo(() => new Editor({ ...always, ...options }), reasons)
  const leaving = useRef(new Map<Editor, ReturnType<typeof setTimeout>>()).current
  useEffect(() => {
    clearTimeout(leaving.get(editor))
    // React may take an effect back only to begin it again.
    return () =>
      void leaving.set(
        editor,
        setTimeout(() => editor.destroy()),
      )
  }, [editor, leaving])
  return editor
}

/** Where it stands on the screen. */
export function EditorContent({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { dom } = editor.view
    place.current?.append(dom)
    return () => dom.remove()
  }, [editor])
  return <div ref={place} />
}
