/** Coming back by a sign-in link: one touch, since opening the link alone must not use it up. */
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Form } from '#client/ui/Form.tsx'
import { signIn } from '#shared/api/people.ts'
import { screenPath } from '#shared/paths.ts'

export function SignInForm({ token, name }: { token: string; name: string }) {
  const say = useWords()
  const [, go] = useLocation()
  const entering = useChange(signIn)

  async function submit() {
    await entering.mutateAsync({ body: { token } })
    go(screenPath('home'), { replace: true })
  }

  return (
    <Form
      onSubmit={() => void submit().catch(() => undefined)}
      refused={entering.error}
      actions={
        <Button type="submit" kind="main" busy={entering.isPending}>
          {say('people.sign-in.submit', { name })}
        </Button>
      }
    >
      <p>{say('people.sign-in.text', { name })}</p>
    </Form>
  )
}
