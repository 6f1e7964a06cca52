/** A coalition without a statement: the steps to the first one, in their order, and which are done. */
import { type ReactNode, useId } from 'react'
import type { Me } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { LinkButton } from '#client/ui/Button.tsx'
import { Chip } from '#client/ui/Chip.tsx'
import { listOrganisations } from '#shared/api/coalitions.ts'
import { listPeople } from '#shared/api/people.ts'
import { screenPath } from '#shared/paths.ts'
import styles from './FirstSteps.module.css'

export function FirstSteps({ me, coalition }: { me: Me; coalition: string }) {
  const say = useWords()
  const id = useId()
  const place = { coalition }
  const manages = me.may('people.manage', place)
  const organisations = useRead(listOrganisations, { params: place })
  const people = useRead(listPeople, { params: place }, { enabled: manages })
  const hasOrganisations = (organisations.data?.length ?? 0) > 0
  const hasOthers =
    (people.data?.people.length ?? 0) > 1 || (people.data?.invitations.length ?? 0) > 0
  return (
    <section className={styles.steps} aria-labelledby={id}>
      <h2 id={id}>{say('statements.steps.title')}</h2>
      <ol>
        <Step
          title={say('statements.steps.organisations')}
          done={hasOrganisations}
          action={
            <LinkButton
              kind={hasOrganisations ? 'plain' : 'main'}
              to={screenPath('organisations', place)}
            >
              {say('app.organisations')}
            </LinkButton>
          }
        >
          {say('statements.steps.organisations.text')}
        </Step>
        <Step
          title={say('statements.steps.statement')}
          action={
            <LinkButton
              kind={hasOrganisations ? 'main' : 'plain'}
              to={screenPath('newStatement', place)}
            >
              {say('statements.new')}
            </LinkButton>
          }
        >
          {say('statements.steps.statement.text')}
        </Step>
        {manages && (
          <Step
            title={say('statements.steps.people')}
            done={hasOthers}
            action={<LinkButton to={screenPath('people', place)}>{say('app.people')}</LinkButton>}
          >
            {say('statements.steps.people.text')}
          </Step>
        )}
      </ol>
    </section>
  )
}

function Step({
  title,
  done = false,
  action,
  children,
}: {
  title: string
  done?: boolean
  action: ReactNode
  children: ReactNode
}) {
  const say = useWords()
  return (
    <li className={styles.step}>
      <div>
        <h3>{title}</h3>
        {done && <Chip kind="ok">{say('statements.steps.done')}</Chip>}
        <p>{children}</p>
      </div>
      {action}
    </li>
  )
}
