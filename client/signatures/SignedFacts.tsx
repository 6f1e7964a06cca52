/** A signature of one's own: what it says, who sees the name, and the way to take it back. [SIGN7] */
import { useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { readersZone } from '#client/i18n/time-zone.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Confirm } from '#client/ui/Confirm.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { FormDialog } from '#client/ui/FormDialog.tsx'
import { dayInWords } from '#shared/language/dates.ts'
import styles from './SignedFacts.module.css'
import type { Look, Signing } from './use-signing.ts'
import { VisibilityChoice } from './VisibilityChoice.tsx'

type Props = { signed: Look['signed'][number]; signing: Signing }

export function SignedFacts(props: Props) {
  const say = useWords()
  const language = useLanguage()
  const [asking, setAsking] = useState<'visibility' | 'withdraw' | null>(null)
  const { signature } = props.signed
  const close = () => setAsking(null)
  return (
    <>
      <Facts
        facts={[
          {
            name: say('signatures.fact.representative'),
            value: `${signature.representative}, ${signature.title}`,
          },
          {
            name: say('signatures.fact.signed-on'),
            value: dayInWords(new Date(signature.signedAt), language, readersZone()),
          },
          {
            name: say('signatures.fact.read-in'),
            value: say(`language.${signature.language}`),
          },
          {
            name: say('signatures.column.visibility'),
            value: say(`signatures.visibility.${signature.visibility}`),
          },
        ]}
      />
      <p className={styles.acts}>
        <Button small onClick={() => setAsking('visibility')}>
          {say('signatures.visibility.change')}
        </Button>
        <Button small kind="quiet" onClick={() => setAsking('withdraw')}>
          {say('signatures.withdraw')}
        </Button>
      </p>
      {asking === 'visibility' && <Showing {...props} onClose={close} />}
      {asking === 'withdraw' && <Withdrawing {...props} onClose={close} />}
    </>
  )
}

function Showing({ signed, signing: { showing }, onClose }: Props & { onClose: () => void }) {
  const say = useWords()
  const [visibility, setVisibility] = useState(signed.signature.visibility)
  const close = () => {
    showing.reset()
    onClose()
  }
  return (
    <FormDialog
      title={say('signatures.visibility.change')}
      submit={say('ui.save')}
      busy={showing.isPending}
      refused={showing.error}
      onSubmit={() => showing.mutate({ release: signed.release, visibility }, { onSuccess: close })}
      onClose={close}
    >
      <VisibilityChoice
        label={say('signatures.visibility')}
        value={visibility}
        onChange={setVisibility}
      />
    </FormDialog>
  )
}

function Withdrawing({
  signed,
  signing: { withdrawing },
  onClose,
}: Props & { onClose: () => void }) {
  const say = useWords()
  const close = () => {
    withdrawing.reset()
    onClose()
  }
  return (
    <Confirm
      title={say('signatures.withdraw.question')}
      act={say('signatures.withdraw')}
      busy={withdrawing.isPending}
      refused={withdrawing.error}
      onConfirm={() => withdrawing.mutate({ release: signed.release }, { onSuccess: close })}
      onClose={close}
    >
      {say(signed.permalink ? 'signatures.withdraw.published' : 'signatures.withdraw.text')}
    </Confirm>
  )
}
