/** Behind a sign-in link. */
import { useLinkToken } from '#client/api/link-token.ts'
import { useLook } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { SignInForm } from '#client/people/SignInForm.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { lookAtSignIn } from '#shared/api/people.ts'

export function SignInPage() {
  const say = useWords()
  const token = useLinkToken()
  const link = useLook(lookAtSignIn, { body: { token } })
  return (
    <Page title={say('people.sign-in.title')} width="narrow">
      {link.isPending && <Loading />}
      {link.error && <Problem refused={link.error} />}
      {link.data && <SignInForm token={token} name={link.data.name} />}
    </Page>
  )
}
