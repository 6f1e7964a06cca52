/** The organisations of a coalition that are not invited yet, to choose one or several of them. */
import { useState } from 'react'
import { useRead } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { Choices } from '#client/ui/Choices.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { TextField } from '#client/ui/Field.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { listOrganisations } from '#shared/api/coalitions.ts'
import { collation } from '#shared/language/alphabets.ts'
import { countryName } from '#shared/language/countries.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'
import { screenPath } from '#shared/paths.ts'
import { isNamedLike } from './names.ts'

/** More than are seen at once are searched. */
const manyOrganisations = 8

export function ChooseOrganisations({
  coalition,
  invited,
  onChoose,
  onClose,
}: {
  coalition: string
  invited: readonly string[]
  onChoose: (organisations: readonly Organisation[]) => void
  onClose: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const [ids, setIds] = useState<string[]>([])
  const [words, setWords] = useState('')
  const { data, error, refetch } = useRead(listOrganisations, { params: { coalition } })
  const byName = collation(language)
  const name = (one: Organisation) => organisationName(one, language)
  const offered = (data ?? [])
    .filter(({ id }) => !invited.includes(id))
    .sort((a, b) => byName(name(a), name(b)))
  const shown = offered.filter((one) => isNamedLike(one, words))
  const all = shown.every(({ id }) => ids.includes(id))
  const chooseAll = () => {
    const others = ids.filter((id) => !shown.some((one) => one.id === id))
    setIds(all ? others : [...others, ...shown.map(({ id }) => id)])
  }
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
      {offered.length > manyOrganisations && (
        <TextField
          type="search"
          label={say('signatures.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {shown.length > 1 && (
        <p>
          <Button small onClick={chooseAll}>
            {say(all ? 'signatures.invite.none' : 'signatures.invite.all')}
          </Button>
        </p>
      )}
      {offered.length > 0 && shown.length === 0 && <p>{say('signatures.none-found')}</p>}
      {shown.length > 0 && (
        <Choices
          label={say('signatures.organisations')}
          options={shown.map((one) => ({
            value: one.id,
            label: name(one),
            hint: countryName(one.country, language),
          }))}
          values={ids}
          onChange={setIds}
        />
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
