/** The organisations of a coalition, country by country; a search once there are many. */
import { useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Rows } from '#client/ui/Rows.tsx'
import { Section } from '#client/ui/Section.tsx'
import { countryName } from '#shared/language/countries.ts'
import type { Organisation } from '#shared/organisations.ts'
import { byCountry, findOrganisations } from './find-organisations.ts'
import styles from './OrganisationList.module.css'
import { OrganisationRow } from './OrganisationRow.tsx'

/** Up to so many are taken in at a glance. */
const fewEnough = 10

export function OrganisationList({
  organisations,
  onChange,
  onRemove,
}: {
  organisations: readonly Organisation[]
  /** Null where I may not. */
  onChange: ((organisation: Organisation) => void) | null
  onRemove: ((organisation: Organisation) => void) | null
}) {
  const say = useWords()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const many = organisations.length > fewEnough
  const found = many ? findOrganisations(organisations, search, language) : organisations
  return (
    <>
      {many && (
        <search className={styles.search}>
          <TextField
            type="search"
            label={say('coalitions.organisations.find')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <p role="status">{say('coalitions.organisations.found', { count: found.length })}</p>
        </search>
      )}
      {byCountry(found, language).map((group) => (
        <Section
          key={group.country}
          title={
            <>
              {countryName(group.country, language)}{' '}
              <span className={styles.count}>{group.organisations.length}</span>
            </>
          }
        >
          <Rows label={countryName(group.country, language)}>
            {group.organisations.map((organisation) => (
              <OrganisationRow
                key={organisation.id}
                organisation={organisation}
                onChange={onChange && (() => onChange(organisation))}
                onRemove={onRemove && (() => onRemove(organisation))}
              />
            ))}
          </Rows>
        </Section>
      ))}
      {found.length === 0 && (
        <EmptyState
          title={say('coalitions.organisations.nothing')}
          action={
            <Button onClick={() => setSearch('')}>{say('coalitions.organisations.all')}</Button>
          }
        />
      )}
    </>
  )
}
