/** Every invited organisation with its answer, to be found, filtered and dealt with. [SIGN11] */
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { Answer } from '#shared/signatures.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { AnswerFilter, everything, fitting } from './AnswerFilter.tsx'
import styles from './AnswerList.module.css'
import { AnswerRow } from './AnswerRow.tsx'
import type { Begun } from './acts.ts'
import { answerGroups, groupOf } from './answer-groups.ts'
import type { Asking } from './asking.ts'

export function AnswerList({
  answers,
  asking,
  open,
}: {
  answers: readonly Answer[]
  asking: Asking
  /** Whether the text can be signed now. */
  open: boolean
}) {
  const say = useWords()
  const [filter, setFilter] = useState(everything)
  const [begun, setBegun] = useState<Begun | null>(null)
  const shown = fitting(answers, filter).sort(byNeed)
  const chosen = answers.find(({ organisation }) => organisation.id === begun?.organisation)
  return (
    <section className={styles.list} aria-label={say('signatures.organisations')}>
      <AnswerFilter answers={answers} filter={filter} onChange={setFilter} />
      <div className={styles.heads} aria-hidden="true">
        <span>{say('signatures.column.organisation')}</span>
        <span>{say('signatures.column.state')}</span>
        <span>{say('signatures.column.visibility')}</span>
        <span>{say('signatures.column.basis')}</span>
      </div>
      <ul>
        {shown.map((answer) => (
          <AnswerRow
            key={answer.organisation.id}
            answer={answer}
            open={open}
            onBegin={(act) => setBegun({ act, organisation: answer.organisation.id })}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.none}>{say('signatures.none-found')}</p>}
      {begun && chosen && (
        <AnswerDialog
          act={begun.act}
          answer={chosen}
          asking={asking}
          onClose={() => setBegun(null)}
        />
      )}
    </section>
  )
}

/** What needs somebody first; within a group the latest news first. */
const byNeed = (a: Answer, b: Answer) =>
  answerGroups.indexOf(groupOf(a)) - answerGroups.indexOf(groupOf(b)) ||
  (a.since < b.since ? 1 : -1)
