/** Somebody who takes part: face, name, roles, and what a co-ordinator can do. */
import { Ellipsis, KeyRound, LogOut, UserCog, UserMinus } from 'lucide-react'
import { Link } from 'wouter'
import { useWords } from '#client/i18n/words.ts'
import { Face } from '#client/ui/Face.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { Row } from '#client/ui/Rows.tsx'
import { screenPath } from '#shared/paths.ts'
import type { Participant } from '#shared/people.ts'
import styles from './ParticipantRow.module.css'
import { actsOn, type ParticipantAct, wordsOf } from './participant-acts.ts'

export function ParticipantRow({
  person,
  isMe,
  acts,
  onAct,
}: {
  person: Participant
  isMe: boolean
  /** Whether I may do anything about this person. */
  acts: boolean
  onAct: (act: ParticipantAct) => void
}) {
  const say = useWords()
  const { id, name, role, statements } = person
  const icons = {
    'change-role': <UserCog />,
    'sign-in-link': <KeyRound />,
    remove: isMe ? <LogOut /> : <UserMinus />,
  }
  return (
    <Row
      start={<Face id={id} name={name} />}
      end={
        acts && (
          <Menu
            label={say('people.acts', { name })}
            trigger={<Ellipsis aria-hidden="true" />}
            entries={actsOn(isMe).map((act) => ({
              label: say(wordsOf(act, person, isMe)),
              icon: icons[act],
              danger: act === 'remove',
              onChoose: () => onAct(act),
            }))}
          />
        )
      }
    >
      <p className={styles.name}>
        {name}
        {isMe && <span className={styles.you}> · {say('people.you')}</span>}
      </p>
      <ul className={styles.roles}>
        {role && <li>{say(`role.${role}`)}</li>}
        {statements.map((statement) => (
          <li key={statement.id}>
            <Link href={screenPath('statement', { statement: statement.id })}>
              {statement.symbol}
            </Link>
            : {say(`role.${statement.role}`)}
          </li>
        ))}
      </ul>
    </Row>
  )
}
