/** Finds answers: by a name, and by the group that they belong to. */
import { Search } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import type { Answer } from '#shared/signatures.ts'
import styles from './AnswerFilter.module.css'
import { type AnswerGroup, answerGroups, inGroup } from './answer-groups.ts'
import { isLike, isNamedLike } from './names.ts'

export type Filter = { words: string; group: AnswerGroup | 'all' }

export const everything: Filter = { words: '', group: 'all' }

export function AnswerFilter({
  answers,
  filter,
  onChange,
}: {
  answers: readonly Answer[]
  filter: Filter
  onChange: (filter: Filter) => void
}) {
  const say = useWords()
  const chips = [
    { group: 'all' as const, count: answers.length },
    ...answerGroups
      .map((group) => ({ group, count: inGroup(answers, group).length }))
      .filter(({ group, count }) => count > 0 || group === filter.group),
  ]
  return (
    <div className={styles.filter}>
      <div className={styles.search}>
        <Search aria-hidden="true" />
        <input
          type="search"
          aria-label={say('signatures.find')}
          placeholder={say('signatures.find')}
          value={filter.words}
          onChange={(event) => onChange({ ...filter, words: event.target.value })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser */}
      <div role="group" aria-label={say('signatures.show')} className={styles.chips}>
        {chips.map(({ group, count }) => (
          <button
            key={group}
            type="button"
            aria-pressed={filter.group === group}
            onClick={() => onChange({ ...filter, group })}
          >
            {say(`signatures.filter.${group}`)} <span>{count}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** Those that fit, by any of the names an organisation has, and by its representative. */
export function fitting(answers: readonly Answer[], { words, group }: Filter): Answer[] {
  const chosen = group === 'all' ? answers : inGroup(answers, group)
  return chosen.filter(
    ({ organisation, signature }) =>
      isNamedLike(organisation, words) || isLike(signature?.representative ?? '', words),
  )
}
