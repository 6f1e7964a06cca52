/** The invitations that nobody has used yet, and the way to take them back. */
import { MailOpen } from 'lucide-react'
import { useChange } from '#client/api/queries.ts'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { Ago } from '#client/ui/Ago.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Row, Rows } from '#client/ui/Rows.tsx'
import { Section } from '#client/ui/Section.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { revokeInvitation } from '#shared/api/people.ts'
import { dayInWords } from '#shared/language/dates.ts'
import type { Invitation } from '#shared/people.ts'
import styles from './InvitationList.module.css'

export function InvitationList({
  invitations,
  manages,
}: {
  invitations: readonly Invitation[]
  manages: boolean
}) {
  const say = useWords()
  const tell = useTell()
  const sayRefusal = useRefusalWords()
  const language = useLanguage()
  const revoking = useChange(revokeInvitation)

  async function takeBack(invitation: string) {
    await revoking.mutateAsync({ params: { invitation } })
    tell(say('people.invitation.taken-back'))
  }

  if (invitations.length === 0) return null
  return (
    <Section title={say('people.invitations')} lead={say('people.invitations.lead')}>
      {revoking.error && <Notice kind="error">{sayRefusal(revoking.error)}</Notice>}
      <Rows label={say('people.invitations')}>
        {invitations.map(({ id, role, statement, createdAt, expiresAt }) => (
          <Row
            key={id}
            start={<MailOpen className={styles.sign} aria-hidden="true" />}
            end={
              manages && (
                <Button
                  small
                  busy={revoking.isPending && revoking.variables.params.invitation === id}
                  onClick={() => void takeBack(id).catch(() => undefined)}
                >
                  {say('people.invitation.take-back')}
                </Button>
              )
            }
          >
            <p className={styles.role}>
              {say(`role.${role}`)}
              {statement && (
                <>
                  {' · '}
                  <span className={styles.symbol}>{statement.symbol}</span>
                </>
              )}
            </p>
            <p className={styles.facts}>
              <span>
                {say('people.invitation.made')} <Ago moment={createdAt} />
              </span>
              <span>
                {say('people.invitation.until', {
                  day: dayInWords(new Date(expiresAt), language, readersZone()),
                })}
              </span>
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
