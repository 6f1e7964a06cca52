/** Leaving this device: says first what it takes to come back. */
import { useWords } from '#client/i18n/words.ts'
import { useSignOut } from '#client/people/use-sign-out.ts'
import { Confirm } from '#client/ui/Confirm.tsx'

export function SignOut({ onClose }: { onClose: () => void }) {
  const say = useWords()
  const { signOut, isPending, error } = useSignOut()
  return (
    <Confirm
      title={say('people.sign-out')}
      act={say('people.sign-out')}
      busy={isPending}
      refused={error}
      onConfirm={() => void signOut(false).catch(() => undefined)}
      onClose={onClose}
    >
      {say('people.sign-out.text')}
    </Confirm>
  )
}
