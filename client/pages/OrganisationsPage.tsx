/** The organisations of a coalition. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { OrganisationDialog } from '#client/coalitions/OrganisationDialog.tsx'
import { OrganisationList } from '#client/coalitions/OrganisationList.tsx'
import { RemoveOrganisation } from '#client/coalitions/RemoveOrganisation.tsx'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Page } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listOrganisations } from '#shared/api/coalitions.ts'
import type { Organisation } from '#shared/organisations.ts'

type Open = { act: 'add' } | { act: 'change' | 'remove'; organisation: Organisation }

export function OrganisationsPage() {
  const say = useWords()
  const { coalition: id = '' } = useParams<{ coalition: string }>()
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const { data, error, refetch } = useRead(listOrganisations, { params: { coalition: id } })
  const coalition = me?.coalitions.find((one) => one.id === id)
  const manages = me?.may('organisations.manage', { coalition: id }) ?? false
  const close = () => setOpen(null)
  const add = (
    <Button kind="main" icon={<Plus />} onClick={() => setOpen({ act: 'add' })}>
      {say('coalitions.organisation.add')}
    </Button>
  )
  return (
    <Page
      title={say('app.organisations')}
      lead={say('coalitions.organisations.lead')}
      actions={manages && data && data.length > 0 && add}
    >
      {error && !data && <Problem refused={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.length === 0 && (
        <EmptyState title={say('coalitions.organisations.none')} action={manages && add}>
          {say('coalitions.organisations.none.text')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <OrganisationList
          organisations={data}
          onChange={manages ? (organisation) => setOpen({ act: 'change', organisation }) : null}
          onRemove={manages ? (organisation) => setOpen({ act: 'remove', organisation }) : null}
        />
      )}
      {coalition && open && open.act !== 'remove' && (
        <OrganisationDialog
          coalition={coalition}
          organisation={open.act === 'change' ? open.organisation : null}
          onClose={close}
        />
      )}
      {open?.act === 'remove' && (
        <RemoveOrganisation organisation={open.organisation} onClose={close} />
      )}
    </Page>
  )
}
