/** The fingerprint of a text in groups of four signs; short until the whole of it is asked for. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { fingerprintForPeople } from '#shared/text/fingerprint.ts'
import { Button } from './Button.tsx'
import styles from './Fingerprint.module.css'

export function Fingerprint({ value }: { value: string }) {
  const say = useWords()
  const [whole, setWhole] = useState(false)
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    )
  }

  if (!whole) {
    return (
      <span className={styles.fingerprint}>
        <code>{fingerprintForPeople(value, 4)}…</code>
        <button
          type="button"
          className={styles.more}
          aria-expanded="false"
          onClick={() => setWhole(true)}
        >
          {say('ui.fingerprint.whole')}
        </button>
      </span>
    )
  }
  return (
    <span className={styles.fingerprint}>
      <code className={styles.whole}>{fingerprintForPeople(value)}</code>
      <Button small kind="quiet" onClick={copy} icon={copied ? <Check /> : <Copy />}>
        <span aria-live="polite">{say(copied ? 'ui.copied' : 'ui.copy')}</span>
      </Button>
    </span>
  )
}
