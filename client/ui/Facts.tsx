/** What there is to know of something, each fact under its name. */
import { Fragment, type ReactNode } from 'react'
import styles from './Facts.module.css'

export type Fact = { name: string; value: ReactNode }

export function Facts({
  facts,
  stacked = false,
}: {
  facts: readonly (Fact | null | false)[]
  /** Each value below its name, where there is little room. */
  stacked?: boolean
}) {
  return (
    <dl className={stacked ? styles.stacked : styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <Fragment key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
