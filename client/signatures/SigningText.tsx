/** The whole text to sign in the language of one's choice; a long one opens at a touch. */
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { LanguageTabs } from '#client/ui/LanguageTabs.tsx'
import { StatementText } from '#client/ui/StatementText.tsx'
import { TextStanding } from '#client/ui/TextStanding.tsx'
import type { Language } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import { minutesToRead, wordsIn } from './reading-time.ts'
import styles from './SigningText.module.css'

/** A text of fewer words is shown whole from the start. */
const fewWords = 90

export function SigningText({
  release,
  language,
  onChoose,
}: {
  release: CanonicalRelease
  language: Language
  onChoose: (language: Language) => void
}) {
  const say = useWords()
  const id = useId()
  const [opened, setOpened] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Whoever comes to a link or a note by keyboard sees what stands around it.
  useEffect(() => {
    const node = place.current
    const open = () => setOpened(true)
    node?.addEventListener('focusin', open)
    return () => node?.removeEventListener('focusin', open)
  }, [])
  const text = release.texts.find((one) => one.language === language)
  if (!text) return null
  const whole = opened || wordsIn(text) < fewWords
  return (
    <LanguageTabs
      label={say('ui.text.languages')}
      languages={release.texts.map((one) => one.language)}
      current={language}
      onChoose={onChoose}
    >
      <TextStanding release={release} language={language} />
      <div ref={place} id={id} className={whole ? undefined : styles.beginning}>
        <StatementText key={language} text={text} />
      </div>
      {!whole && (
        <Button aria-expanded="false" aria-controls={id} onClick={() => setOpened(true)}>
          {say('signatures.read-whole', { count: minutesToRead(text) })}
        </Button>
      )}
    </LanguageTabs>
  )
}
