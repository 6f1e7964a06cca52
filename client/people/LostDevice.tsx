/** A sign-in link for somebody who lost a device; making it ends what was open there. */
import { useChange } from '#client/api/queries.ts'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { makeSignInLink } from '#shared/api/people.ts'
import { linkLife, type Participant } from '#shared/people.ts'
import { HandOver } from './HandOver.tsx'

export function LostDevice({
  coalition,
  person: { id, name },
  onClose,
}: {
  coalition: string
  person: Participant
  onClose: () => void
}) {
  const say = useWords()
  const sayRefusal = useRefusalWords()
  const making = useChange(makeSignInLink)
  if (making.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={say('people.lost-device.title', { name })}
        actions={
          <Button kind="main" onClick={onClose}>
            {say('people.link.done')}
          </Button>
        }
      >
        <HandOver
          link={making.data}
          label={say('people.sign-in-link')}
          message={say('people.sign-in-link.message', linkLife.signIn)}
        >
          {say('people.lost-device.advice', { name })}
        </HandOver>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('people.lost-device.title', { name })}
      description={say('people.lost-device.text', { name })}
      actions={
        <>
          {making.error && <Notice kind="error">{sayRefusal(making.error)}</Notice>}
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            kind="main"
            busy={making.isPending}
            onClick={() => making.mutate({ params: { coalition, person: id } })}
          >
            {say('people.lost-device.submit')}
          </Button>
        </>
      }
    >
      <Notice kind="wait">{say('people.lost-device.sure', { name })}</Notice>
    </Dialog>
  )
}
