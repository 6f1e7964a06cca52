/** Behind a signing link: for a director on a phone, with no account. Opening it signs nothing. [SIGN6] */
import { useLinkToken } from '#client/api/link-token.ts'
import { useWords } from '#client/i18n/words.ts'
import { SigningScreen } from '#client/signatures/SigningScreen.tsx'
import { useSigning } from '#client/signatures/use-signing.ts'
import { Loading } from '#client/ui/Loading.tsx'
import { Page, usePageTitle } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'

export function SignPage() {
  const token = useLinkToken()
  return <Asked key={token} token={token} />
}

function Asked({ token }: { token: string }) {
  const say = useWords()
  const signing = useSigning(token)
  const { data, error, refetch } = signing.look
  usePageTitle(say('signatures.request'))
  if (data) return <SigningScreen look={data} signing={signing} />
  if (!error) return <Loading />
  return (
    <Page title={say('signatures.request')} width="narrow">
      <Problem
        refused={error}
        {...(error.code === 'unreachable' && { onRetry: () => void refetch() })}
      />
    </Page>
  )
}
