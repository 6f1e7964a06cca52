/** What a co-ordinator can do about a participant. */
import type { Participant } from '#shared/people.ts'

export type ParticipantAct = 'change-role' | 'sign-in-link' | 'remove'

/** My own sign-in link is made with my devices: this one would end the session that makes it. */
export const actsOn = (isMe: boolean): ParticipantAct[] =>
  isMe ? ['change-role', 'remove'] : ['change-role', 'sign-in-link', 'remove']

/** A word that tells the cases of the same act apart. */
export const wordsOf = (
  act: ParticipantAct,
  { role }: Pick<Participant, 'role'>,
  isMe: boolean,
) => {
  switch (act) {
    case 'change-role':
      return role === null ? 'people.role.give' : 'people.role.change'
    case 'sign-in-link':
      return 'people.lost-device'
    case 'remove':
      return isMe ? 'people.leave' : 'people.remove'
  }
}
