/** Admitting a signature as a second person, with what the mandate rests on. [SIGN3] [SIGN5] */
import { useState } from 'react'
import { useChange } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Choice } from '#client/ui/Choices.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { admitSignature } from '#shared/api/signatures.ts'
import { organisationName } from '#shared/organisations.ts'
import { type Answer, type MandateBasis, mandateBases } from '#shared/signatures.ts'

export function AdmitDialog({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const say = useWords()
  const language = useLanguage()
  const tell = useTell()
  const admitting = useChange(admitSignature)
  const [basis, setBasis] = useState<MandateBasis | null>(null)
  const [missing, setMissing] = useState(false)
  const { organisation, signature } = answer
  const name = organisationName(organisation, language)

  async function submit() {
    setMissing(basis === null)
    if (!basis || !signature) return
    await admitting.mutateAsync({ params: { signature: signature.id }, body: { basis } })
    tell(say('signatures.admit.done', { organisation: name }))
    onClose()
  }

  return (
    <FormDialog
      title={say('signatures.admit.question', { organisation: name })}
      description={say('signatures.admit.text')}
      submit={say('signatures.admit')}
      busy={admitting.isPending}
      refused={admitting.error}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      {signature && (
        <Facts
          facts={[
            {
              name: say('signatures.fact.representative'),
              value: `${signature.representative}, ${signature.title}`,
            },
            {
              name: say('signatures.fact.read-in'),
              value: say(`language.${signature.language}`),
            },
            {
              name: say('signatures.column.visibility'),
              value: say(`visibility.${signature.visibility}`),
            },
          ]}
        />
      )}
      <Choice
        label={say('signatures.basis')}
        hint={say('signatures.basis.hint')}
        value={basis}
        onChange={setBasis}
        error={missing && basis === null ? say('form.choice') : undefined}
        options={mandateBases.map((one) => ({
          value: one,
          label: say(`signatures.basis.${one}`),
          hint: say(`signatures.basis.${one}.hint`),
        }))}
      />
    </FormDialog>
  )
}
