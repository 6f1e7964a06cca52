/** Behind the link that the console printed. */
import { useLinkToken } from '#client/api/link-token.ts'
import { useLook } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { StartForm } from '#client/people/StartForm.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { lookAtClaim } from '#shared/api/people.ts'

export function StartPage() {
  const say = useWords()
  const token = useLinkToken()
  const link = useLook(lookAtClaim, { body: { token } })
  return (
    <Page title={say('people.start.title')} lead={say('people.start.lead')} width="narrow">
      {link.isPending && <Loading />}
      {link.error && <Problem refused={link.error} />}
      {link.data && <StartForm token={token} />}
    </Page>
  )
}
