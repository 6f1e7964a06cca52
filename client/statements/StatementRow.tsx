/** A statement in a list: what it is, in which languages, how far it is, when it last changed. */
import { Link } from 'wouter'
import { useWords } from '#client/i18n/words.ts'
import { Ago } from '#client/ui/Ago.tsx'
import { Chip, type ChipKind } from '#client/ui/Chip.tsx'
import { InLanguage } from '#client/ui/InLanguage.tsx'
import { Row } from '#client/ui/Rows.tsx'
import { languageOwnNames, languagesOnScreen } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'
import type { Stage, Statement } from '#shared/statements.ts'
import styles from './StatementRow.module.css'

const chips: Record<Stage, ChipKind> = {
  drafting: 'plain',
  frozen: 'act',
  signing: 'wait',
  published: 'ok',
}

export function StatementRow({ statement }: { statement: Statement }) {
  const say = useWords()
  const { id, titles, symbol, kind, languages, stage, changedAt } = statement
  return (
    <Row>
      <div className={styles.statement}>
        <Link className={styles.title} href={screenPath('statement', { statement: id })}>
          <InLanguage text={titles} otherwise={say('statements.untitled')} />
        </Link>
        <div className={styles.facts}>
          <p className={styles.part}>
            <span className={styles.symbol}>{symbol}</span>
            <span>{say(`kind.${kind}`)}</span>
          </p>
          <p className={styles.part}>
            <span className="visually-hidden">{say('statements.languages')}: </span>
            {languagesOnScreen
              .filter((one) => languages.includes(one))
              .map((one) => (
                <span key={one} lang={one}>
                  {languageOwnNames[one]}
                </span>
              ))}
          </p>
        </div>
        <p className={styles.stage}>
          <Chip kind={chips[stage]}>{say(`stage.${stage}`)}</Chip>
        </p>
        <p className={styles.changed}>
          {say('statements.changed')} <Ago moment={changedAt} />
        </p>
      </div>
    </Row>
  )
}
