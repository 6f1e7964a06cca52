/** Changes how a coalition is called, and in which languages it works. */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useWords } from '#client/i18n/words.ts'
import { Choices } from '#client/ui/Choices.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { LocalisedFields } from '#client/ui/LocalisedFields.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { changeCoalition } from '#shared/api/coalitions.ts'
import type { Coalition } from '#shared/coalitions.ts'
import {
  type Language,
  type Localised,
  languageOwnNames,
  languagesOnScreen,
} from '#shared/language/languages.ts'

export function CoalitionDialog({
  coalition,
  onClose,
}: {
  coalition: Coalition
  onClose: () => void
}) {
  const say = useWords()
  const tell = useTell()
  const [names, setNames] = useState<Localised>(coalition.names)
  const [languages, setLanguages] = useState<Language[]>(coalition.languages)
  const changing = useChange(changeCoalition)
  const errorOf = useFieldError(changing.error)

  async function save() {
    await changing.mutateAsync({
      params: { coalition: coalition.id },
      body: {
        names: names as Record<Language, string>,
        languages: languagesOnScreen.filter((one) => languages.includes(one)),
      },
    })
    onClose()
    tell(say('ui.saved'))
  }

  return (
    <FormDialog
      title={say('coalitions.change.title')}
      submit={say('ui.save')}
      busy={changing.isPending}
      refused={changing.error}
      onSubmit={() => void save().catch(() => undefined)}
      onClose={onClose}
      wide
    >
      <LocalisedFields
        label={say('coalitions.name')}
        hint={say('coalitions.name.hint')}
        languages={languagesOnScreen}
        text={names}
        onChange={setNames}
        errorOf={(one) => errorOf(`names.${one}`)}
        error={errorOf('names')}
      />
      <Choices
        label={say('coalitions.languages')}
        hint={say('coalitions.languages.hint')}
        error={errorOf('languages')}
        inline
        options={languagesOnScreen.map((one) => ({
          value: one,
          label: <span lang={one}>{languageOwnNames[one]}</span>,
        }))}
        values={languages}
        onChange={setLanguages}
      />
    </FormDialog>
  )
}
