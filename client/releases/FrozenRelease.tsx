/** A release to read: its frozen text on paper, with its facts. */
import { ArrowLeft } from 'lucide-react'
import { useWords } from '#client/i18n/words.ts'
import { LinkButton } from '#client/ui/Button.tsx'
import { LinkBox } from '#client/ui/LinkBox.tsx'
import { Page } from '#client/ui/Page.tsx'
import { screenPath } from '#shared/paths.ts'
import type { CanonicalRelease, Release } from '#shared/releases.ts'
import styles from './FrozenRelease.module.css'
import { permalinkOf } from './permalink.ts'
import { ReleaseFacts } from './ReleaseFacts.tsx'
import { ReleaseState } from './ReleaseState.tsx'
import { ReleaseText } from './ReleaseText.tsx'
import { releaseName } from './release-name.ts'

export function FrozenRelease({
  release,
  slug,
}: {
  release: Release & { text: CanonicalRelease }
  slug: string
}) {
  const say = useWords()
  const { number, publishedAt, state, statement, text } = release
  return (
    <Page
      title={releaseName(say, release)}
      lead={<ReleaseState state={state} />}
      actions={
        <LinkButton icon={<ArrowLeft />} to={screenPath('releases', { statement })}>
          {say('releases.all')}
        </LinkButton>
      }
    >
      <div className={styles.release}>
        <div className={styles.paper}>
          <ReleaseText release={text} />
        </div>
        <aside className={styles.facts} aria-label={say('releases.facts')}>
          <ReleaseFacts release={release} stacked />
          {publishedAt && (
            <>
              <LinkBox label={say('releases.permalink')} link={permalinkOf(slug, number)} />
              <a href={permalinkOf(slug, number)} target="_blank" rel="noopener">
                {say('releases.open-page')}
              </a>
            </>
          )}
        </aside>
      </div>
    </Page>
  )
}
