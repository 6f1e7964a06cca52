/** Behind an invitation that a co-ordinator has handed over. */
import { useLinkToken } from '#client/api/link-token.ts'
import { useLook } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { JoinForm } from '#client/people/JoinForm.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { lookAtInvitation } from '#shared/api/people.ts'
import { inLanguage } from '#shared/language/languages.ts'

export function JoinPage() {
  const say = useWords()
  const language = useLanguage()
  const token = useLinkToken()
  const link = useLook(lookAtInvitation, { body: { token } })
  if (link.isPending) return <Loading />
  if (link.error) {
    return (
      <Page title={say('people.join.title')} width="narrow">
        <Problem refused={link.error} />
      </Page>
    )
  }
  const { coalition, role, statement } = link.data
  return (
    <Page title={inLanguage(coalition, language)} width="narrow">
      <p>
        {statement
          ? say('people.join.statement', {
              title: inLanguage(statement, language),
              role: say(`role.${role}`),
            })
          : say('people.join.coalition', { role: say(`role.${role}`) })}
      </p>
      <p>{say(`people.role.${role}`)}</p>
      <JoinForm token={token} />
    </Page>
  )
}
