/** Leaving this device: says first what it takes to come back. */
import { useWords } from '#client/i18n/words.ts'
import { useSignOut } from '#client/people/use-sign-out.ts'
import { useUnsent } from '#client/people/use-unsent.ts'
import { Confirm } from '#client/ui/Confirm.tsx'

export function SignOut({ onClose }: { onClose: () => void }) {
  const say = useWords()
  const unsent = useUnsent()
  const { signOut, isPending, error } = useSignOut()
  return (
    <Confirm
      title={say('app.sign-out')}
      act={say('app.sign-out')}
      busy={isPending}
      refused={error}
      onConfirm={() => void signOut(false).catch(() => undefined)}
      onClose={onClose}
    >
      {say('people.sign-out.text')}
      {unsent > 0 && (
        <>
          {' '}
          <strong>{say('people.me.offline.unsent', { count: unsent })}</strong>
        </>
      )}
    </Confirm>
  )
}
