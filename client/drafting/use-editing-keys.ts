/** The shortcuts that open something or put something in; those of formats and kinds are the editor's own. */
import { useEffect } from 'react'
import { type EditingPlace, insertions } from './insertions.ts'
import { keysPressed } from './shortcuts.ts'

export function useEditingKeys(place: EditingPlace, mayEdit: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const keys = keysPressed(event)
      const insertion = keys && insertions.find((one) => !one.isKind && one.keys === keys)
      if (!insertion || !mayEdit || !place.editor.isFocused) return
      event.preventDefault()
      insertion.run(place)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [place, mayEdit])
}
