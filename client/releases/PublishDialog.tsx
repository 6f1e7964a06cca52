/** Asks before publishing, says what becomes public, and hands over the permanent link. [PUB1] [SIGN5] */
import { useChange, useRead } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { LinkBox } from '#client/ui/LinkBox.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Points } from '#client/ui/Points.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { publishRelease } from '#shared/api/releases.ts'
import { listAnswers } from '#shared/api/signatures.ts'
import { screenPath } from '#shared/paths.ts'
import type { Release } from '#shared/releases.ts'
import { PublicationSummary } from './PublicationSummary.tsx'
import { type Publication, publicationOf } from './publication.ts'

/** Somebody may sign or admit while one makes up one's mind: how often to count again, in milliseconds. */
const every = 5_000

export function PublishDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const say = useWords()
  const publishing = useChange(publishRelease)
  const { id, number, fingerprint, statement } = release
  const answers = useRead(listAnswers, { params: { statement } }, { every })
  const publication = answers.data ? publicationOf(answers.data.answers) : null
  if (publishing.data) {
    return <Published number={number} permalink={publishing.data.permalink} onClose={onClose} />
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('releases.publish.question', { number })}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            kind="main"
            busy={publishing.isPending}
            disabled={!publication?.admitted}
            onClick={() => publishing.mutate({ params: { release: id }, body: { fingerprint } })}
          >
            {say('releases.publish')}
          </Button>
        </>
      }
    >
      {answers.isPending && <Loading />}
      {answers.error && <Problem refused={answers.error} />}
      {publication && <Becoming publication={publication} statement={statement} />}
      {publishing.error && <Problem refused={publishing.error} />}
    </Dialog>
  )
}

function Becoming({ publication, statement }: { publication: Publication; statement: string }) {
  const say = useWords()
  if (publication.admitted === 0) {
    return (
      <Notice kind="wait">
        <p>{say('refusal.no-signatures')}</p>
        {publication.waiting > 0 && (
          <p>{say('releases.publish.waiting-count', { count: publication.waiting })}</p>
        )}
        <p>
          <LinkButton small to={screenPath('signatures', { statement })}>
            {say('releases.to-signatures')}
          </LinkButton>
        </p>
      </Notice>
    )
  }
  return (
    <>
      <Points>
        <li>{say('releases.publish.for-all')}</li>
        <li>{say('releases.publish.for-good')}</li>
        <li>{say('releases.publish.closes')}</li>
      </Points>
      <h3>{say('releases.publish.signatures')}</h3>
      <PublicationSummary publication={publication} />
    </>
  )
}

function Published({
  number,
  permalink,
  onClose,
}: {
  number: number
  permalink: string
  onClose: () => void
}) {
  const say = useWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('releases.published', { number })}
      actions={
        <Button kind="main" onClick={onClose}>
          {say('ui.close')}
        </Button>
      }
    >
      <p>{say('releases.published.text')}</p>
      <LinkBox link={permalink} label={say('releases.permalink')} />
      <p>
        <a href={permalink} target="_blank" rel="noopener">
          {say('releases.open-page')}
        </a>
      </p>
    </Dialog>
  )
}
