/** Signing in on another device of mine, and ending everything that is open. */
import { LogOut, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Confirm } from '#client/ui/Confirm.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { Section } from '#client/ui/Section.tsx'
import { makeMySignInLink } from '#shared/api/people.ts'
import { linkLife } from '#shared/people.ts'
import { HandOver } from './HandOver.tsx'
import { useSignOut } from './use-sign-out.ts'

export function AnotherDevice() {
  const say = useWords()
  const making = useChange(makeMySignInLink)
  return (
    <Section title={say('people.me.device')} lead={say('people.me.device.text', linkLife.signIn)}>
      {making.error && <Problem refused={making.error} />}
      {making.data ? (
        <HandOver link={making.data} label={say('people.sign-in-link')}>
          {say('people.me.device.advice')}
        </HandOver>
      ) : (
        <p>
          <Button icon={<Smartphone />} busy={making.isPending} onClick={() => making.mutate({})}>
            {say('people.me.device.submit')}
          </Button>
        </p>
      )}
    </Section>
  )
}

export function SignOutEverywhere() {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  const { signOut, isPending, error } = useSignOut()
  return (
    <Section title={say('people.me.everywhere')} lead={say('people.me.everywhere.text')}>
      <p>
        <Button kind="danger" icon={<LogOut />} onClick={() => setAsking(true)}>
          {say('people.me.everywhere')}
        </Button>
      </p>
      {asking && (
        <Confirm
          title={say('people.me.everywhere.title')}
          act={say('people.me.everywhere')}
          busy={isPending}
          refused={error}
          onConfirm={() => void signOut(true).catch(() => undefined)}
          onClose={() => setAsking(false)}
        >
          {say('people.me.everywhere.sure')}
        </Confirm>
      )}
    </Section>
  )
}
