/** What a co-ordinator sees of the signatures to the newest text: each country, and every answer. [SIGN11] */
import { useState } from 'react'
import type { Refused } from '#client/api/refused.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import type { Release } from '#shared/releases.ts'
import type { Answer } from '#shared/signatures.ts'
import { fingerprintForPeople } from '#shared/text/fingerprint.ts'
import { AnswerList } from './AnswerList.tsx'
import { inGroup } from './answer-groups.ts'
import type { Asking } from './asking.ts'
import { CountryPanels } from './CountryPanels.tsx'
import { InviteDialog } from './InviteDialog.tsx'

export function SignatureBook({
  release,
  answers,
  asking,
  stale,
}: {
  release: Release
  answers: readonly Answer[]
  asking: Asking
  /** Why the answers could not be read again. */
  stale: Refused | null
}) {
  const say = useWords()
  const [inviting, setInviting] = useState(false)
  const open = release.state === 'candidate'
  const { number, fingerprint } = release
  const invite = (
    <Button kind="main" onClick={() => setInviting(true)}>
      {say('signatures.invite')}
    </Button>
  )
  return (
    <Page
      title={say(open ? 'signatures.title.candidate' : 'signatures.title.release', { number })}
      lead={
        <>
          {say('signatures.lead.fingerprint', {
            fingerprint: fingerprintForPeople(fingerprint, 2),
          })}{' '}
          {news(say, answers, open)}
        </>
      }
      actions={open && answers.length > 0 && invite}
    >
      {stale && <Problem refused={stale} />}
      {!open && <Notice>{say('signatures.closed')}</Notice>}
      {answers.length === 0 && open && (
        <EmptyState title={say('signatures.nobody.title')} action={invite}>
          {say('signatures.nobody.text')}
        </EmptyState>
      )}
      {answers.length > 0 && (
        <>
          <CountryPanels answers={answers} />
          <AnswerList answers={answers} asking={asking} open={open} />
        </>
      )}
      {inviting && (
        <InviteDialog
          asking={asking}
          invited={answers.map(({ organisation }) => organisation.id)}
          onClose={() => setInviting(false)}
        />
      )}
    </Page>
  )
}

/** What needs somebody, in a sentence each. */
function news(say: ReturnType<typeof useWords>, answers: readonly Answer[], open: boolean): string {
  const sentences = [
    { id: 'signatures.news.waiting' as const, count: inGroup(answers, 'waiting').length },
    ...(open
      ? [
          { id: 'signatures.news.again' as const, count: inGroup(answers, 'again').length },
          { id: 'signatures.news.silent' as const, count: inGroup(answers, 'silent').length },
        ]
      : []),
  ]
  return sentences
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => say(id, { count }))
    .join(' ')
}
