/** One release in the list: its number, state and facts, its address, and what can be done with it. */
import { ExternalLink } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { InLanguage } from '#client/ui/InLanguage.tsx'
import { LinkBox } from '#client/ui/LinkBox.tsx'
import { screenPath } from '#shared/paths.ts'
import type { Release } from '#shared/releases.ts'
import type { Statement } from '#shared/statements.ts'
import { permalinkOf } from './permalink.ts'
import styles from './ReleaseCard.module.css'
import { ReleaseFacts } from './ReleaseFacts.tsx'
import { ReleaseState } from './ReleaseState.tsx'
import { releaseName } from './release-name.ts'

export function ReleaseCard({
  statement,
  release,
  onPublish,
}: {
  statement: Statement
  release: Release
  /** Given where the reader may publish this release. */
  onPublish?: () => void
}) {
  const say = useWords()
  const permalink = permalinkOf(statement.slug, release.number)
  const text = screenPath('release', { statement: statement.id, release: release.id })
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <h2>{releaseName(say, release)}</h2>
        <ReleaseState state={release.state} />
      </header>
      <p className={styles.title}>
        <InLanguage text={release.titles} />
      </p>
      <ReleaseFacts release={release} />
      {release.publishedAt && <LinkBox label={say('releases.permalink')} link={permalink} />}
      <footer className={styles.actions}>
        {onPublish && (
          <Button kind="main" onClick={onPublish}>
            {say('releases.publish')}
          </Button>
        )}
        <LinkButton to={text}>{say('releases.read')}</LinkButton>
        {release.publishedAt && (
          <a className={styles.page} href={permalink} target="_blank" rel="noopener">
            <ExternalLink aria-hidden="true" />
            {say('releases.open-page')}
          </a>
        )}
      </footer>
    </article>
  )
}
