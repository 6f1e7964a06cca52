/** The window that was asked for, above the text. */
import type { EditorDialog } from './editor-dialogs.ts'
import type { EditingPlace } from './insertions.ts'
import { LinkDialog } from './LinkDialog.tsx'

export function EditorDialogs({
  place: { editor },
  dialog,
  onClose,
}: {
  place: EditingPlace
  dialog: EditorDialog | null
  onClose: () => void
}) {
  return <LinkDialog editor={editor} open={dialog === 'link'} onClose={onClose} />
}
