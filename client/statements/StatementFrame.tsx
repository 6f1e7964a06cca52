/** The calm header of a statement: what it is, where it stands, and the ways to its screens. */
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import type { Me } from '#client/api/me.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { inLanguage } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'
import type { Act } from '#shared/roles.ts'
import type { Statement } from '#shared/statements.ts'
import { StageBar } from './StageBar.tsx'
import styles from './StatementFrame.module.css'

const tabs = [
  { screen: 'statement', label: 'statements.tab.text', act: 'draft.read' },
  { screen: 'signatures', label: 'statements.tab.signatures', act: 'signatures.see' },
  { screen: 'releases', label: 'statements.tab.releases', act: 'release.see' },
  { screen: 'details', label: 'statements.tab.details', act: 'statement.change' },
] as const satisfies readonly { screen: string; label: string; act: Act }[]

export type StatementTab = (typeof tabs)[number]['screen']

export function StatementFrame({
  me,
  statement,
  title,
  current,
  end,
}: {
  me: Me
  statement: Statement
  /** The title as it is being written, where it is known; otherwise the one that lists show. */
  title?: string | undefined
  current: StatementTab
  /** What the screen itself shows at the end of the header: its state, its main act. */
  end?: ReactNode
}) {
  const say = useWords()
  const id = useId()
  const language = useLanguage()
  const place = { coalition: statement.coalition, statement: statement.id }
  const shown = title || inLanguage(statement.titles, language) || say('statements.untitled')
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <div className={styles.top}>
        <div className={styles.name}>
          <p id={id} className={styles.title}>
            {shown}
          </p>
          <p className={styles.facts}>
            {statement.symbol}
            <span className={styles.kind}> · {say(`kind.${statement.kind}`)}</span>
          </p>
        </div>
        {end && <div className={styles.end}>{end}</div>}
      </div>
      <div className={styles.bar}>
        <nav aria-label={say('statements.tabs')}>
          {tabs
            .filter(({ act }) => me.may(act, place))
            .map(({ screen, label }) => (
              <Link
                key={screen}
                href={screenPath(screen, { statement: statement.id })}
                aria-current={screen === current ? 'page' : undefined}
              >
                {say(label)}
              </Link>
            ))}
        </nav>
        <StageBar stage={statement.stage} />
      </div>
    </section>
  )
}
