/** Who will see the name of the organisation. [SIGN7] */
import { useWords } from '#client/i18n/words.ts'
import { Choice } from '#client/ui/Choices.tsx'
import type { Visibility } from '#shared/signatures.ts'

/** The one that fits most comes first, the most open last: it is out at once. */
const order: readonly Visibility[] = ['from-publication', 'withheld', 'confidential', 'public']

export function VisibilityChoice({
  value,
  onChange,
  label,
}: {
  value: Visibility
  onChange: (value: Visibility) => void
  label: string
}) {
  const say = useWords()
  return (
    <Choice
      label={label}
      hint={say('signatures.visibility.hint')}
      value={value}
      onChange={onChange}
      options={order.map((one) => ({
        value: one,
        label: say(`signatures.visibility.${one}`),
        hint: say(`signatures.visibility.${one}.hint`),
      }))}
    />
  )
}
