/** All there is to know of one organisation's answer, with every step and its time. [SIGN4] */
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { countryName } from '#shared/language/countries.ts'
import { dayInWords, momentInWords } from '#shared/language/dates.ts'
import { organisationName } from '#shared/organisations.ts'
import { screenPath } from '#shared/paths.ts'
import type { Answer } from '#shared/signatures.ts'
import styles from './AnswerDetails.module.css'
import type { Asking } from './asking.ts'
import { StateChip } from './StateChip.tsx'

export function AnswerDetails({
  answer,
  asking,
  onClose,
}: {
  answer: Answer
  asking: Asking
  onClose: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const zone = readersZone()
  const { organisation, state, signature, invitation, mayCheck } = answer
  return (
    <Dialog
      open
      onClose={onClose}
      title={organisationName(organisation, language)}
      actions={<Button onClick={onClose}>{say('ui.close')}</Button>}
    >
      <p className={styles.state}>
        <StateChip state={state} />
        <span>{countryName(organisation.country, language)}</span>
      </p>
      {state === 'signed' && !mayCheck && (
        <Notice>
          <p>{say('signatures.second-person.why')}</p>
          <p>
            <LinkButton small to={screenPath('people', { coalition: asking.coalition })}>
              {say('signatures.second-person.invite')}
            </LinkButton>
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          signature && {
            name: say('signatures.fact.representative'),
            value: `${signature.representative}, ${signature.title}`,
          },
          signature && {
            name: say('signatures.fact.read-in'),
            value: say(`language.${signature.language}`),
          },
          signature && {
            name: say('signatures.column.visibility'),
            value: say(`visibility.${signature.visibility}`),
          },
          state === 'admitted' &&
            signature && {
              name: say('signatures.column.basis'),
              value: say(`basis.${signature.basis}`),
            },
          {
            name: say('signatures.fact.link'),
            value: invitation
              ? say('signatures.link-until', {
                  day: dayInWords(new Date(invitation.expiresAt), language, zone),
                })
              : say('signatures.no-link'),
          },
        ]}
      />
      <h3>{say('signatures.history')}</h3>
      <History answer={answer} />
    </Dialog>
  )
}

function History({ answer: { history } }: { answer: Answer }) {
  const say = useWords()
  const language = useLanguage()
  if (history.length === 0) return <p>{say('signatures.history.empty')}</p>
  return (
    <ol className={styles.history}>
      {history.map(({ step, at, by }) => (
        <li key={`${at}-${step}`}>
          {by === null
            ? say(`signatures.step.${step}`)
            : say('signatures.step-by', { step: say(`signatures.step.${step}`), person: by })}
          <time dateTime={at}>{momentInWords(new Date(at), language, readersZone())}</time>
        </li>
      ))}
    </ol>
  )
}
