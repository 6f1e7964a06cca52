/** Asks before an organisation leaves the list. */
import { useChange } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Confirm } from '#client/ui/Confirm.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { removeOrganisation } from '#shared/api/coalitions.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'

export function RemoveOrganisation({
  organisation,
  onClose,
}: {
  organisation: Organisation
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const name = organisationName(organisation, useLanguage())
  const removing = useChange(removeOrganisation)

  async function remove() {
    await removing.mutateAsync({ params: { organisation: organisation.id } })
    onClose()
    tell(say('coalitions.organisation.removed', { name }))
  }

  return (
    <Confirm
      title={say('coalitions.organisation.remove.title', { name })}
      act={say('coalitions.organisation.remove')}
      busy={removing.isPending}
      refused={removing.error}
      onConfirm={() => void remove().catch(() => undefined)}
      onClose={onClose}
    >
      {say('coalitions.organisation.remove.text')}
    </Confirm>
  )
}
