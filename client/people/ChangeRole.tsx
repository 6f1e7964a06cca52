/** Gives a participant another role in the whole coalition. */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { changeRole } from '#shared/api/people.ts'
import type { Participant } from '#shared/people.ts'
import { RoleChoice } from './RoleChoice.tsx'

export function ChangeRole({
  coalition,
  person,
  isMe,
  onClose,
}: {
  coalition: string
  person: Participant
  isMe: boolean
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const [role, setRole] = useState(person.role)
  const changing = useChange(changeRole)
  const errorOf = useFieldError(changing.error)

  async function save() {
    if (!role) return
    await changing.mutateAsync({ params: { coalition, person: person.id }, body: { role } })
    onClose()
    tell(say('people.role.changed', { name: person.name, role: say(`role.${role}`) }))
  }

  return (
    <FormDialog
      title={say('people.role.of', { name: person.name })}
      description={say('people.role.at-once')}
      submit={say('ui.save')}
      busy={changing.isPending}
      refused={changing.error}
      onSubmit={() => void save().catch(() => undefined)}
      onClose={onClose}
    >
      <RoleChoice role={role} onChange={setRole} error={errorOf('role')} />
      {isMe && role !== 'co-ordinator' && <Notice kind="wait">{say('people.role.mine')}</Notice>}
    </FormDialog>
  )
}
