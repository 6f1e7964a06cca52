/** At which number the count begins anew. [DRAFT5] */
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { TextField } from '#client/ui/Field.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { asOneStep } from '../editor/together.ts'
import { blockById } from './place-of-block.ts'
import { highestStart, startAt, startFrom } from './start.ts'

export function StartDialog({
  editor,
  id,
  onClose,
}: {
  editor: Editor
  id: string
  onClose: () => void
}) {
  const say = useWords()
  const [typed, setTyped] = useState(
    () => blockById(editor.state.doc, id)?.node.attrs.start?.toString() ?? '1',
  )
  const [wrong, setWrong] = useState(false)

  function save() {
    const start = startFrom(typed)
    if (start === null) return setWrong(true)
    const found = blockById(editor.state.doc, id)
    const tr = found && startAt(editor.state, found.pos, start)
    if (tr) asOneStep(editor, () => editor.view.dispatch(tr))
    onClose()
  }

  return (
    <FormDialog
      title={say('clauses.number.start')}
      submit={say('ui.save')}
      busy={false}
      refused={null}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={say('clauses.number.label')}
        hint={say('clauses.number.hint')}
        inputMode="numeric"
        value={typed}
        maxLength={4}
        error={wrong ? say('clauses.number.wrong', { most: highestStart }) : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
        }}
        onFocus={(event) => event.target.select()}
        autoFocus
      />
    </FormDialog>
  )
}
