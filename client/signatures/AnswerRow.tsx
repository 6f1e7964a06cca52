/** One organisation in the list: who it is, how it answers, and what can be done about that. */
import { Ellipsis } from 'lucide-react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Ago } from '#client/ui/Ago.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import type { MenuEntry } from '#client/ui/MenuList.tsx'
import { countryName } from '#shared/language/countries.ts'
import { organisationName } from '#shared/organisations.ts'
import type { Answer } from '#shared/signatures.ts'
import styles from './AnswerRow.module.css'
import { type Act, mayBegin } from './acts.ts'
import { groupOf } from './answer-groups.ts'
import { StateChip } from './StateChip.tsx'

export function AnswerRow({
  answer,
  open,
  onBegin,
}: {
  answer: Answer
  open: boolean
  onBegin: (act: Act) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const { organisation, signature, state, since } = answer
  const name = organisationName(organisation, language)
  const country = countryName(organisation.country, language)
  const person = signature && `${signature.representative}, ${signature.title}`
  return (
    <li className={styles.row} data-waiting={groupOf(answer) === 'waiting' || undefined}>
      <div className={styles.name}>
        <button type="button" onClick={() => onBegin('details')}>
          {name}
        </button>
        <small>{[country, person].filter(Boolean).join(' · ')}</small>
      </div>
      <div className={styles.state}>
        <StateChip state={state} />
        <small>
          <Ago moment={since} />
          {lacksLink(answer, open) && <span>{say('signatures.no-link')}</span>}
        </small>
      </div>
      <div className={styles.fact} data-empty={!signature || undefined}>
        <small>{say('signatures.column.visibility')}</small>
        {signature && say(`visibility.${signature.visibility}`)}
      </div>
      <div className={styles.fact} data-empty={state !== 'admitted' || undefined}>
        <small>{say('signatures.column.basis')}</small>
        {state === 'admitted' && signature && say(`basis.${signature.basis}`)}
      </div>
      <div className={styles.act}>
        <FirstAct answer={answer} open={open} onBegin={onBegin} />
      </div>
      <div className={styles.menu}>
        <Menu
          label={say('signatures.acts-of', { organisation: name })}
          trigger={<Ellipsis aria-hidden="true" />}
          entries={useEntries(answer, open, onBegin)}
        />
      </div>
    </li>
  )
}

/** What there is to do now, if anything. */
function FirstAct({ answer, open, onBegin }: Parameters<typeof AnswerRow>[0]) {
  const say = useWords()
  if (mayBegin('admit', answer, open)) {
    return (
      <Button small kind="main" onClick={() => onBegin('admit')}>
        {say('signatures.admit')}
      </Button>
    )
  }
  if (answer.state === 'signed') {
    return <p className={styles.second}>{say('signatures.second-person')}</p>
  }
  return (
    lacksLink(answer, open) && (
      <Button small onClick={() => onBegin('link')}>
        {say('signatures.new-link')}
      </Button>
    )
  )
}

/** Somebody who has not answered, and cannot. */
const lacksLink = ({ invitation, state }: Answer, open: boolean) =>
  open && invitation === null && state !== 'signed' && state !== 'admitted'

function useEntries(answer: Answer, open: boolean, onBegin: (act: Act) => void): MenuEntry[] {
  const say = useWords()
  const entry = (act: Act, label: string, danger = false): MenuEntry[] =>
    mayBegin(act, answer, open) ? [{ label, danger, onChoose: () => onBegin(act) }] : []
  return [
    ...entry('details', say('signatures.details')),
    ...entry('link', say('signatures.new-link')),
    ...entry('take-back', say('signatures.take-back')),
    ...entry('hide', say('signatures.hide')),
    ...entry('refuse', say('signatures.refuse'), true),
  ]
}
