/** What a slash opens: a list filtered by what is typed on, chosen from with the arrow keys or a finger. */
import { useCallback, useEffect } from 'react'
import { later } from '#client/ui/later.tsx'
import { endUndoPiece } from '../editor/together.ts'
import type { EditingPlace, Insertion } from '../insertions.ts'
import { useEditorFact } from '../use-editor-state.ts'
import { type Slash, slashIn, slashKey } from './slash.ts'

const SlashList = later(() => import('./SlashList.tsx'), 'SlashList')

export function SlashMenu({ place }: { place: EditingPlace }) {
  const { editor } = place
  const choose = useCallback(
    ({ from, to }: Slash, insertion: Insertion) => {
      const { state, view } = place.editor
      endUndoPiece(place.editor)
      view.dispatch(state.tr.delete(from, to).setMeta(slashKey, 'close'))
      insertion.run(place)
      endUndoPiece(place.editor)
    },
    [place],
  )
  useEffect(() => {
    const { storage } = editor
    storage.slashTyped.choose = choose
    return () => {
      storage.slashTyped.choose = null
    }
  }, [editor, choose])
  const slash = useEditorFact(editor, ({ state }) => slashIn(state))
  return slash && <SlashList place={place} slash={slash} choose={choose} />
}
