/** Inviting organisations to sign: whom, then their links. [SIGN11] */
import { useState } from 'react'
import type { Organisation } from '#shared/organisations.ts'
import type { Asking } from './asking.ts'
import { ChooseOrganisations } from './ChooseOrganisations.tsx'
import { LinksDialog } from './LinksDialog.tsx'

export function InviteDialog({
  asking,
  invited,
  onClose,
}: {
  asking: Asking
  /** The ids of those who were invited already. */
  invited: readonly string[]
  onClose: () => void
}) {
  const [chosen, setChosen] = useState<readonly Organisation[] | null>(null)
  return chosen ? (
    <LinksDialog asking={asking} organisations={chosen} onClose={onClose} />
  ) : (
    <ChooseOrganisations
      coalition={asking.coalition}
      invited={invited}
      onChoose={setChosen}
      onClose={onClose}
    />
  )
}
