/** The window that was asked for, above the text. */
import type { Language } from '#shared/language/languages.ts'
import { CountDialog } from './counts/CountDialog.tsx'
import type { EditorDialog } from './editor-dialogs.ts'
import type { EditingPlace } from './insertions.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { TableSize } from './tables/TableSize.tsx'

export function EditorDialogs({
  place,
  languages,
  dialog,
  onClose,
}: {
  place: EditingPlace
  /** Those of the statement. */
  languages: readonly Language[]
  dialog: EditorDialog | null
  onClose: () => void
}) {
  return (
    <>
      <LinkDialog editor={place.editor} open={dialog === 'link'} onClose={onClose} />
      <TableSize editor={place.editor} open={dialog === 'table'} onClose={onClose} />
      <CountDialog
        place={place}
        languages={languages}
        open={dialog === 'counts'}
        onClose={onClose}
      />
      <ShortcutSheet open={dialog === 'shortcuts'} onClose={onClose} />
    </>
  )
}
