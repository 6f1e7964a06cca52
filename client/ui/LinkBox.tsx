/** A link to hand over: shown whole, copied with one touch, or passed on by the phone's own means. */
import { Check, Copy, Share2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from './Button.tsx'
import styles from './LinkBox.module.css'

export function LinkBox({
  link,
  label,
  message,
}: {
  link: string
  label: string
  /** Words to pass on with the link. */
  message?: string
}) {
  const say = useWords()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const text = message ? `${message}\n${link}` : link

  async function copy() {
    // Without a clipboard (as over plain HTTP) the link is selected, to be copied by hand.
    await Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => setCopied(true),
      () => document.getElementById(id)?.focus(),
    )
  }

  return (
    <div className={styles.box}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
        <Button onClick={copy} icon={copied ? <Check /> : <Copy />}>
          <span aria-live="polite">{copied ? say('ui.copied') : say('ui.copy')}</span>
        </Button>
        {'share' in navigator && (
          <Button
            icon={<Share2 />}
            onClick={() => navigator.share({ text }).catch(() => undefined)}
          >
            {say('ui.share')}
          </Button>
        )}
      </div>
    </div>
  )
}
