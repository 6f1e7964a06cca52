/** Who takes part: in the whole coalition, and in single statements only. */
import type { Me } from '#client/api/me.ts'
import { useWords } from '#client/i18n/words.ts'
import { Rows } from '#client/ui/Rows.tsx'
import { Section } from '#client/ui/Section.tsx'
import type { Participant } from '#shared/people.ts'
import { roles } from '#shared/roles.ts'
import { ParticipantRow } from './ParticipantRow.tsx'
import type { ParticipantAct } from './participant-acts.ts'

export function ParticipantList({
  me,
  coalition,
  people,
  onAct,
}: {
  me: Me
  coalition: string
  people: readonly Participant[]
  onAct: (act: ParticipantAct, person: Participant) => void
}) {
  const say = useWords()
  const members = people.filter(({ role }) => role !== null).sort(highestFirst)
  const guests = people.filter(({ role }) => role === null)
  const manages = me.may('people.manage', { coalition })
  const lastCoordinator = people.filter(({ role }) => role === 'co-ordinator').length === 1
  const rows = (some: readonly Participant[]) =>
    some.map((person) => (
      <ParticipantRow
        key={person.id}
        person={person}
        isMe={person.id === me.person.id}
        acts={manages && !(lastCoordinator && person.role === 'co-ordinator')}
        onAct={(act) => onAct(act, person)}
      />
    ))
  return (
    <>
      <Rows label={say('people.members')}>{rows(members)}</Rows>
      {guests.length > 0 && (
        <Section title={say('people.guests')} lead={say('people.guests.lead')}>
          <Rows label={say('people.guests')}>{rows(guests)}</Rows>
        </Section>
      )}
    </>
  )
}

/** Within one role they stay in the order of names in which they came. */
const highestFirst = (a: Participant, b: Participant): number => rank(b) - rank(a)

const rank = ({ role }: Participant): number => (role ? roles.indexOf(role) : -1)
