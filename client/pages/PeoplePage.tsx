/** Who takes part in a coalition, and who is invited. */
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChangeRole } from '#client/people/ChangeRole.tsx'
import { InvitationList } from '#client/people/InvitationList.tsx'
import { InviteDialog } from '#client/people/InviteDialog.tsx'
import { LostDevice } from '#client/people/LostDevice.tsx'
import { ParticipantList } from '#client/people/ParticipantList.tsx'
import type { ParticipantAct } from '#client/people/participant-acts.ts'
import { RemovePerson } from '#client/people/RemovePerson.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listPeople } from '#shared/api/people.ts'
import type { Participant } from '#shared/people.ts'

type Open = { act: 'invite' } | { act: ParticipantAct; person: Participant }

export function PeoplePage() {
  const say = useWords()
  const { coalition = '' } = useParams<{ coalition: string }>()
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const { data, error, refetch } = useRead(listPeople, { params: { coalition } })
  if (!me) return null
  const manages = me.may('people.manage', { coalition })
  const close = () => setOpen(null)
  return (
    <Page
      title={say('app.people')}
      lead={say('people.lead')}
      actions={
        manages && (
          <Button kind="main" icon={<UserPlus />} onClick={() => setOpen({ act: 'invite' })}>
            {say('people.invite')}
          </Button>
        )
      }
    >
      {error && !data && <Problem refused={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <>
          <ParticipantList
            me={me}
            coalition={coalition}
            people={data.people}
            onAct={(act, person) => setOpen({ act, person })}
          />
          <InvitationList invitations={data.invitations} manages={manages} />
        </>
      )}
      <InviteDialog coalition={coalition} open={open?.act === 'invite'} onClose={close} />
      {open && open.act !== 'invite' && (
        <Act
          act={open.act}
          coalition={coalition}
          person={open.person}
          isMe={open.person.id === me.person.id}
          onClose={close}
        />
      )}
    </Page>
  )
}

function Act({
  act,
  ...about
}: {
  act: ParticipantAct
  coalition: string
  person: Participant
  isMe: boolean
  onClose: () => void
}) {
  switch (act) {
    case 'change-role':
      return <ChangeRole {...about} />
    case 'sign-in-link':
      return <LostDevice {...about} />
    case 'remove':
      return <RemovePerson {...about} />
  }
}
