/** Asks before all roles of somebody end; of mine, before I leave. */
import { useLocation } from 'wouter'
import { useChange } from '#client/api/queries.ts'
import { useWords } from '#client/i18n/words.ts'
import { Confirm } from '#client/ui/Confirm.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { removePerson } from '#shared/api/people.ts'
import { screenPath } from '#shared/paths.ts'
import type { Participant } from '#shared/people.ts'

export function RemovePerson({
  coalition,
  person: { id, name },
  isMe,
  onClose,
}: {
  coalition: string
  person: Participant
  isMe: boolean
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const [, go] = useLocation()
  const removing = useChange(removePerson)

  async function remove() {
    await removing.mutateAsync({ params: { coalition, person: id } })
    onClose()
    tell(isMe ? say('people.leave.done') : say('people.remove.done', { name }))
    if (isMe) go(screenPath('home'))
  }

  return (
    <Confirm
      title={isMe ? say('people.leave.title') : say('people.remove.title', { name })}
      act={say(isMe ? 'people.leave' : 'people.remove')}
      busy={removing.isPending}
      refused={removing.error}
      onConfirm={() => void remove().catch(() => undefined)}
      onClose={onClose}
    >
      {isMe ? say('people.leave.text') : say('people.remove.text', { name })}
    </Confirm>
  )
}
