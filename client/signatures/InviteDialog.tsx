/** Inviting organisations to sign: whom, then their links. [SIGN11] */
import { useState } from 'react'
import { useRead } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { Choices } from '#client/ui/Choices.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listOrganisations } from '#shared/api/coalitions.ts'
import { collation } from '#shared/language/alphabets.ts'
import { countryName } from '#shared/language/countries.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'
import { screenPath } from '#shared/paths.ts'
import type { Asking } from './asking.ts'
import { LinksDialog } from './LinksDialog.tsx'

export function InviteDialog({
  asking,
  invited,
  onClose,
}: {
  asking: Asking
  /** The ids of those who hold an invitation already. */
  invited: readonly string[]
  onClose: () => void
}) {
  const [chosen, setChosen] = useState<readonly Organisation[] | null>(null)
  // Who is offered does not change while the links are being made.
  const [before] = useState(invited)
  return chosen ? (
    <LinksDialog asking={asking} organisations={chosen} onClose={onClose} />
  ) : (
    <Choosing asking={asking} invited={before} onChoose={setChosen} onClose={onClose} />
  )
}

function Choosing({
  asking,
  invited,
  onChoose,
  onClose,
}: {
  asking: Asking
  invited: readonly string[]
  onChoose: (organisations: readonly Organisation[]) => void
  onClose: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const [ids, setIds] = useState<string[]>([])
  const { coalition } = asking
  const { data, error, refetch } = useRead(listOrganisations, { params: { coalition } })
  const byName = collation(language)
  const name = (one: Organisation) => organisationName(one, language)
  const offered = (data ?? [])
    .filter(({ id }) => !invited.includes(id))
    .sort((a, b) => byName(name(a), name(b)))
  const all = ids.length === offered.length
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('signatures.invite')}
      description={offered.length > 0 && say('signatures.invite.text')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            kind="main"
            disabled={ids.length === 0}
            onClick={() => onChoose(offered.filter(({ id }) => ids.includes(id)))}
          >
            {say('signatures.invite.make', { count: ids.length })}
          </Button>
        </>
      }
    >
      {!data && !error && <Loading />}
      {error && !data && <Problem refused={error} onRetry={() => void refetch()} />}
      {data && offered.length === 0 && <p>{say('signatures.invite.everybody')}</p>}
      {offered.length > 0 && (
        <Choices
          label={say('signatures.organisations')}
          options={offered.map((one) => ({
            value: one.id,
            label: name(one),
            hint: countryName(one.country, language),
          }))}
          values={ids}
          onChange={setIds}
        />
      )}
      {offered.length > 1 && (
        <p>
          <Button small onClick={() => setIds(all ? [] : offered.map(({ id }) => id))}>
            {say(all ? 'signatures.invite.none' : 'signatures.invite.all')}
          </Button>
        </p>
      )}
      {data && (
        <p>
          <LinkButton small kind="quiet" to={screenPath('organisations', { coalition })}>
            {say('signatures.add-organisations')}
          </LinkButton>
        </p>
      )}
    </Dialog>
  )
}
