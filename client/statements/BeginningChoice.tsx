/** The choice of what a new statement begins with, in each of its languages. */
import { useWords } from '#client/i18n/words.ts'
import { Choice } from '#client/ui/Choices.tsx'
import type { StatementKind } from '#shared/statements.ts'
import { type Beginning, beginnings } from '#shared/templates/template.ts'

export function BeginningChoice({
  kind,
  value,
  onChange,
}: {
  kind: StatementKind
  value: Beginning
  onChange: (beginning: Beginning) => void
}) {
  const say = useWords()
  return (
    <Choice
      label={say('beginnings.label')}
      hint={say('beginnings.hint')}
      options={beginnings.map((one) => ({
        value: one,
        label: say(`beginnings.${one}`, { kind: say(`kind.${kind}`) }),
        hint: say(`beginnings.${one}.hint`),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
