/** Adds an organisation, or several one after another; or changes one. */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { SelectField, TextField } from '#client/ui/Field.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { LocalisedFields } from '#client/ui/LocalisedFields.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { addOrganisation, changeOrganisation } from '#shared/api/coalitions.ts'
import type { Coalition } from '#shared/coalitions.ts'
import { type Country, countries, countryName } from '#shared/language/countries.ts'
import { type Organisation, organisationName } from '#shared/organisations.ts'
import { emptyEntry, entryOf, fieldsOf, languagesFor } from './organisation-entry.ts'

export function OrganisationDialog({
  coalition,
  organisation,
  onClose,
}: {
  coalition: Coalition
  /** The one to change; null adds a new one. */
  organisation: Organisation | null
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const language = useLanguage()
  const [entry, setEntry] = useState(organisation ? entryOf(organisation) : emptyEntry(''))
  const [round, setRound] = useState(0)
  const adding = useChange(addOrganisation)
  const changing = useChange(changeOrganisation)
  const { error: refused, isPending } = organisation ? changing : adding
  const errorOf = useFieldError(refused)

  async function save(): Promise<void> {
    const body = fieldsOf(entry)
    if (organisation) {
      await changing.mutateAsync({ params: { organisation: organisation.id }, body })
      tell(say('ui.saved'))
      return
    }
    const added = await adding.mutateAsync({ params: { coalition: coalition.id }, body })
    tell(say('coalitions.organisation.added', { name: organisationName(added, language) }))
  }

  /** Lists come country by country: the next one is most likely of the same. */
  async function another() {
    await save()
    setEntry(emptyEntry(entry.country))
    setRound(round + 1)
  }

  const quietly = (done: Promise<void>) => void done.catch(() => undefined)
  return (
    <FormDialog
      title={say(
        organisation ? 'coalitions.organisation.change.title' : 'coalitions.organisation.add',
      )}
      submit={say(organisation ? 'ui.save' : 'coalitions.organisation.add.submit')}
      beside={
        organisation ? undefined : (
          <Button disabled={isPending} onClick={() => quietly(another())}>
            {say('coalitions.organisation.add.another')}
          </Button>
        )
      }
      busy={isPending}
      refused={refused}
      onSubmit={() => quietly(save().then(onClose))}
      onClose={onClose}
      wide
    >
      <LocalisedFields
        key={round}
        label={say('coalitions.organisation.name')}
        hint={say('coalitions.organisation.name.hint')}
        languages={languagesFor(coalition.languages, organisation ?? entry)}
        text={entry.names}
        onChange={(names) => setEntry({ ...entry, names })}
        errorOf={(one) => errorOf(`names.${one}`)}
        error={errorOf('names')}
        autoFocus={round > 0}
      />
      <SelectField
        label={say('coalitions.organisation.country')}
        error={errorOf('country')}
        options={[
          ...(entry.country ? [] : [{ value: '', label: say('coalitions.organisation.choose') }]),
          ...countries.map((one) => ({ value: one, label: countryName(one, language) })),
        ]}
        value={entry.country}
        onChange={(event) => setEntry({ ...entry, country: event.target.value as Country })}
      />
      <TextField
        label={say('coalitions.organisation.website')}
        optional
        error={errorOf('website')}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={entry.website}
        onChange={(event) => setEntry({ ...entry, website: event.target.value })}
        autoComplete="off"
      />
    </FormDialog>
  )
}
