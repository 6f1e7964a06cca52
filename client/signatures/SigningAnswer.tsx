/** The answer of somebody who was asked: what signing means, the form, and the way to decline. */
import { type ReactNode, useState } from 'react'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import type { Language } from '#shared/language/languages.ts'
import { organisationName } from '#shared/organisations.ts'
import { SignForm } from './SignForm.tsx'
import { SigningMeaning } from './SigningMeaning.tsx'
import type { Look, Signing } from './use-signing.ts'

export function SigningAnswer({
  look,
  release,
  language,
  signing,
  children,
}: {
  look: Look
  release: NonNullable<Look['release']>
  language: Language
  signing: Signing
  /** What stands between the form and the bar at the foot of the screen. */
  children: ReactNode
}) {
  const say = useWords()
  const readers = useLanguage()
  const [afterAll, setAfterAll] = useState(false)
  const { state } = look
  const over = state === 'declined' || state === 'withdrawn' || state === 'refused'
  if (over && !afterAll) {
    return (
      <>
        <p>
          <Button onClick={() => setAfterAll(true)}>{say('signatures.after-all')}</Button>
        </p>
        {children}
      </>
    )
  }
  return (
    <>
      <SigningMeaning
        organisation={organisationName(look.organisation, readers)}
        language={language}
        fingerprint={release.fingerprint}
        led={afterAll}
      />
      <SignForm
        look={look}
        release={release}
        language={language}
        signing={signing}
        mayDecline={!over}
      >
        {children}
      </SignForm>
    </>
  )
}
