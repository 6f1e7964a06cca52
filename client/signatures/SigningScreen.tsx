/** What somebody sees who was asked to sign: the text, how things stand, and the answer. [SIGN1] [SIGN4] */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useRefusalWords } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Main } from '#client/ui/Main.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import type { Language } from '#shared/language/languages.ts'
import { sealRelease } from '#shared/releases.ts'
import type { SignatureState } from '#shared/signatures.ts'
import { SignedEarlier } from './SignedEarlier.tsx'
import { SignedNow } from './SignedNow.tsx'
import { SigningAnswer } from './SigningAnswer.tsx'
import styles from './SigningScreen.module.css'
import { SigningText } from './SigningText.tsx'
import { Standing } from './Standing.tsx'
import { firstLanguage } from './text-language.ts'
import { hasAnswered, type Look, type Signing } from './use-signing.ts'
import { WhoAsks } from './WhoAsks.tsx'

export function SigningScreen({ look, signing }: { look: Look; signing: Signing }) {
  const readers = useLanguage()
  const [chosen, setChosen] = useState<Language | null>(null)
  const say = useWords()
  const { open, organisation, release, signed } = look
  const genuine = useMemo(() => !release || isGenuine(release), [release])
  const languages = release?.text.texts.map((text) => text.language) ?? []
  const language =
    chosen && languages.includes(chosen)
      ? chosen
      : release && firstLanguage(release.text, organisation, readers)
  const current = signed.find((one) => one.release === release?.id)
  const earlier = signed.filter((one) => one !== current)
  const before = earlier.length > 0 && <SignedEarlier signed={earlier} signing={signing} />
  return (
    <Main className={styles.screen}>
      {!release && <h1 className="visually-hidden">{say('signatures.request')}</h1>}
      <WhoAsks look={look} />
      <News state={look.state}>
        {hasAnswered(look) && current ? (
          <SignedNow look={look} signed={current} signing={signing} />
        ) : (
          <Standing look={look} />
        )}
      </News>
      <ChangedMeanwhile signing={signing} />
      {!genuine && <Notice kind="error">{say('signatures.standing.not-genuine')}</Notice>}
      {release && language && (
        <SigningText release={release.text} language={language} onChoose={setChosen} />
      )}
      {release && language && open && genuine && !hasAnswered(look) ? (
        <SigningAnswer look={look} release={release} language={language} signing={signing}>
          {before}
        </SigningAnswer>
      ) : (
        before
      )}
    </Main>
  )
}

/** Whether the text on the screen has the fingerprint that would be signed: computed here, not believed. [REL2] */
const isGenuine = ({ text, fingerprint }: NonNullable<Look['release']>) =>
  sealRelease(text).fingerprint === fingerprint

/** How things stand now; whoever has just done something is led there. */
function News({ state, children }: { state: SignatureState; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    const done = state === 'signed' || state === 'declined' || state === 'withdrawn'
    if (done && shown.current !== state) {
      window.scrollTo(0, 0)
      place.current?.focus({ preventScroll: true })
    }
    shown.current = state
  }, [state])
  return (
    <div ref={place} tabIndex={-1} className={styles.news}>
      {children}
    </div>
  )
}

/** The text is a new one now: says so, above it, and leads there. */
function ChangedMeanwhile({ signing: { signing } }: { signing: Signing }) {
  const sayRefusal = useRefusalWords()
  const place = useRef<HTMLDivElement>(null)
  const changed = signing.error?.code === 'text-changed' ? signing.error : null
  useEffect(() => {
    if (changed) place.current?.focus()
  }, [changed])
  return (
    <div ref={place} tabIndex={-1} className={styles.news}>
      {changed && <Notice kind="error">{sayRefusal(changed)}</Notice>}
    </div>
  )
}
