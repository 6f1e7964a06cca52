/** A change of the text on behalf of somebody, otherwise than through a socket: an import, a new language. */
import type * as Y from 'yjs'
import { Refusal } from '#shared/refusals.ts'
import type { Editor } from '../domain/access.ts'
import type { DraftDocument } from './draft-document.ts'
import type { Intake } from './intake.ts'
import { type Author, collect, type Task } from './pipeline.ts'

/**
 * `done` is called when it is on the disk; `failed` with what `change` threw, or with the refusal when
 * the editor may no longer: then nothing has changed.
 */
export function editTask(
  editor: Editor | null,
  change: (doc: Y.Doc) => void,
  room: { document: DraftDocument; intake: Intake },
  { done, failed }: { done(): void; failed(fault: unknown): void },
): Task {
  let fault: unknown = null
  let refused: unknown = null
  const author = editor && authorFrom(editor, (refusal) => (refused = refusal))
  return {
    async begin(batch) {
      fault = refused
      if (refused) return
      try {
        const taken = room.document.edit(editor?.id ?? null, change)
        if (room.document.isTooLong()) throw new Refusal('text-too-long')
        collect(batch, taken, null, author)
      } catch (thrown) {
        fault = thrown
        await room.intake.rebuild(batch)
      }
    },
    finish: () => (fault ? failed(fault) : done()),
    drop: failed,
  }
}

function authorFrom(editor: Editor, refuse: (refusal: unknown) => void): Author {
  const author = {
    accessChanges: editor.accessChanges,
    async askAgain() {
      try {
        author.accessChanges = await editor.askAgain()
      } catch (refusal) {
        refuse(refusal)
      }
    },
  }
  return author
}
