/** The window in which a begun act on an answer is looked at, confirmed or given up. */
import { useChange } from '#client/api/queries.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Confirm } from '#client/ui/Confirm.tsx'
import { useTell } from '#client/ui/Toasts.tsx'
import { hideName, refuseSignature, revokeSigning } from '#shared/api/signatures.ts'
import { organisationName } from '#shared/organisations.ts'
import type { Answer } from '#shared/signatures.ts'
import { AdmitDialog } from './AdmitDialog.tsx'
import { AnswerDetails } from './AnswerDetails.tsx'
import type { Act } from './acts.ts'
import type { Asking } from './asking.ts'
import { NewLinkDialog } from './NewLinkDialog.tsx'

type Props = { answer: Answer; asking: Asking; onClose: () => void }

export function AnswerDialog({ act, ...props }: Props & { act: Act }) {
  switch (act) {
    case 'details':
      return <AnswerDetails {...props} />
    case 'admit':
      return <AdmitDialog {...props} />
    case 'link':
      return <NewLinkDialog {...props} />
    case 'refuse':
    case 'hide':
      return <SignatureAct {...props} act={act} />
    case 'take-back':
      return <TakeBack {...props} />
  }
}

const endpoints = { refuse: refuseSignature, hide: hideName }

/** Refusing a signature, or hiding its name: one cannot be undone, the other only by the signer. [SIGN7] */
function SignatureAct({ act, answer, onClose }: Props & { act: 'refuse' | 'hide' }) {
  const say = useWords()
  const name = useName(answer)
  const tell = useTell()
  const doing = useChange(endpoints[act])
  const signature = answer.signature?.id

  async function confirm() {
    if (!signature) return
    await doing.mutateAsync({ params: { signature } })
    tell(say(`signatures.${act}.done`, { organisation: name }))
    onClose()
  }

  return (
    <Confirm
      title={say(`signatures.${act}.question`, { organisation: name })}
      act={say(`signatures.${act}`)}
      busy={doing.isPending}
      refused={doing.error}
      onConfirm={() => void confirm().catch(() => undefined)}
      onClose={onClose}
    >
      {say(`signatures.${act}.text`)}
    </Confirm>
  )
}

function TakeBack({ answer, onClose }: Props) {
  const say = useWords()
  const name = useName(answer)
  const tell = useTell()
  const doing = useChange(revokeSigning)
  const signing = answer.invitation?.id

  async function confirm() {
    if (signing) await doing.mutateAsync({ params: { signing } })
    tell(say('signatures.take-back.done', { organisation: name }))
    onClose()
  }

  return (
    <Confirm
      title={say('signatures.take-back.question', { organisation: name })}
      act={say('signatures.take-back')}
      busy={doing.isPending}
      refused={doing.error}
      onConfirm={() => void confirm().catch(() => undefined)}
      onClose={onClose}
    >
      {say('signatures.take-back.text')}
    </Confirm>
  )
}

function useName({ organisation }: Answer): string {
  return organisationName(organisation, useLanguage())
}
