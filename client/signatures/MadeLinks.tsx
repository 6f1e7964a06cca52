/** Signing links that were just made: each once, with words to send along. */
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { LinkBox } from '#client/ui/LinkBox.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { organisationName } from '#shared/organisations.ts'
import { type Asking, languageFor, messageFor } from './asking.ts'
import styles from './MadeLinks.module.css'
import type { MadeLink } from './use-links.ts'

export function MadeLinks({ links, asking }: { links: readonly MadeLink[]; asking: Asking }) {
  const say = useWords()
  return (
    <>
      <Notice kind="wait">{say('signatures.links.once', { count: links.length })}</Notice>
      <ul className={styles.links}>
        {links.map((made) => (
          <li key={made.organisation.id}>
            <OneLink made={made} asking={asking} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OneLink({ made, asking }: { made: MadeLink; asking: Asking }) {
  const language = useLanguage()
  const { organisation, link, expiresAt } = made
  const { data: message } = useQuery({
    queryKey: ['message', organisation.id, expiresAt, language],
    queryFn: () => messageFor(asking, organisation, expiresAt, language),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className={styles.link}>
      <LinkBox
        label={organisationName(organisation, language)}
        link={link}
        {...(message && { message })}
      />
      {message && <p lang={languageFor(organisation, language)}>{message}</p>}
    </div>
  )
}
