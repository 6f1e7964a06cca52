/** The releases of a statement, the newest first. */
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import type { Release } from '#shared/releases.ts'
import type { Statement } from '#shared/statements.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { ReleaseCard } from './ReleaseCard.tsx'
import styles from './ReleaseList.module.css'

export function ReleaseList({
  statement,
  releases,
  mayPublish,
}: {
  statement: Statement
  releases: readonly Release[]
  mayPublish: boolean
}) {
  const say = useWords()
  const [publishing, setPublishing] = useState<Release | null>(null)
  return (
    <>
      <ol className={styles.list} aria-label={say('releases.title')}>
        {releases.map((release) => (
          <li key={release.id}>
            <ReleaseCard
              statement={statement}
              release={release}
              {...(mayPublish &&
                release.state === 'candidate' && { onPublish: () => setPublishing(release) })}
            />
          </li>
        ))}
      </ol>
      {publishing && <PublishDialog release={publishing} onClose={() => setPublishing(null)} />}
    </>
  )
}
