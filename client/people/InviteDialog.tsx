/** Invites somebody: first the role and where it holds, then the link, once. */
import { useState } from 'react'
import { useChange, useRead } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Choice } from '#client/ui/Choices.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { invitePerson } from '#shared/api/people.ts'
import { listStatements } from '#shared/api/statements.ts'
import { inLanguage } from '#shared/language/languages.ts'
import { linkLife } from '#shared/people.ts'
import { type Role, roles } from '#shared/roles.ts'
import { HandOver } from './HandOver.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** Co-ordinators answer for the whole coalition: there is none of a single statement. */
const guestRoles = roles.filter((role) => role !== 'co-ordinator')

type About = {
  coalition: string
  /** The statement whose screen asks: then the guest is meant for it, unless one chooses otherwise. */
  statement?: { id: string }
  onClose: () => void
}

export function InviteDialog({ open, ...about }: About & { open: boolean }) {
  // Each opening begins anew: a link once shown is not shown again.
  return open && <Inviting {...about} />
}

function Inviting({ coalition, statement: asking, onClose }: About) {
  const say = useWords()
  const language = useLanguage()
  const [role, setRole] = useState<Role>('editor')
  const [scope, setScope] = useState<'coalition' | 'statement'>(asking ? 'statement' : 'coalition')
  const [chosen, setChosen] = useState(asking?.id ?? '')
  const inviting = useChange(invitePerson)
  const errorOf = useFieldError(inviting.error)
  const { data: statements = [] } = useRead(listStatements, { params: { coalition } })
  const statement = scope === 'statement' ? chosen || (statements[0]?.id ?? '') : null

  function changeScope(next: typeof scope) {
    setScope(next)
    if (next === 'statement' && role === 'co-ordinator') setRole('editor')
  }

  if (inviting.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={say('people.invite.ready')}
        actions={
          <Button kind="main" onClick={onClose}>
            {say('people.link.done')}
          </Button>
        }
      >
        <HandOver
          link={inviting.data}
          label={say('people.invite.link', { role: say(`role.${role}`) })}
          message={say('people.invite.message', linkLife.invitation)}
        >
          {say('people.invite.advice')}
        </HandOver>
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={say('people.invite')}
      description={say('people.invite.text')}
      submit={say('people.invite.submit')}
      busy={inviting.isPending}
      refused={inviting.error}
      onSubmit={() => inviting.mutate({ params: { coalition }, body: { role, statement } })}
      onClose={onClose}
    >
      <Choice
        label={say('people.scope')}
        inline
        options={[
          { value: 'coalition', label: say('people.scope.coalition') },
          {
            value: 'statement',
            label: say('people.scope.statement'),
            disabled: statements.length === 0,
          },
        ]}
        value={scope}
        onChange={changeScope}
      />
      {statement !== null && (
        <SelectField
          label={say('people.scope.which')}
          error={errorOf('statement')}
          options={statements.map(({ id, symbol, titles }) => ({
            value: id,
            label: [symbol, inLanguage(titles, language)].filter(Boolean).join(' · '),
          }))}
          value={statement}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      <RoleChoice
        role={role}
        onChange={setRole}
        offered={scope === 'statement' ? guestRoles : roles}
        error={errorOf('role')}
      />
    </FormDialog>
  )
}
