/** An organisation in a list: its name in the reader's language, its other names, its web site. */
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Menu } from '#client/ui/Menu.tsx'
import type { MenuEntry } from '#client/ui/MenuList.tsx'
import { Row } from '#client/ui/Rows.tsx'
import { languagesOnScreen } from '#shared/language/languages.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'
import styles from './OrganisationList.module.css'

export function OrganisationRow({
  organisation,
  onChange,
  onRemove,
}: {
  organisation: Organisation
  onChange: (() => void) | null
  onRemove: (() => void) | null
}) {
  const say = useWords()
  const { names, website } = organisation
  const name = organisationName(organisation, useLanguage())
  const spoken = languagesOnScreen.filter((one) => names[one])
  const others = spoken.filter(
    (one) => names[one] !== name && one === spoken.find((first) => names[first] === names[one]),
  )
  const entries: MenuEntry[] = [
    ...(onChange
      ? [{ label: say('coalitions.organisation.change'), icon: <Pencil />, onChoose: onChange }]
      : []),
    ...(onRemove
      ? [
          {
            label: say('coalitions.organisation.remove'),
            icon: <Trash2 />,
            onChoose: onRemove,
            danger: true,
          },
        ]
      : []),
  ]
  return (
    <Row
      end={
        entries.length > 0 && (
          <Menu
            label={say('coalitions.organisation.acts', { name })}
            trigger={<Ellipsis aria-hidden="true" />}
            entries={entries}
          />
        )
      }
    >
      <div className={styles.entry}>
        <div>
          <p className={styles.name} lang={spoken.find((one) => names[one] === name)}>
            {name}
          </p>
          {others.length > 0 && (
            <p className={styles.other}>
              {others.map((one) => (
                <span key={one} lang={one}>
                  {names[one]}
                </span>
              ))}
            </p>
          )}
        </div>
        {website && (
          <a className={styles.website} href={website} target="_blank" rel="noreferrer">
            {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
          </a>
        )}
      </div>
    </Row>
  )
}
