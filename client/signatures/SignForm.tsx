/** Signing: who signs for the organisation, who will see its name, and the act itself. [SIGN1] [SIGN2] */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFieldError } from '#client/api/refusal-words.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Checkbox } from '#client/ui/Checkbox.tsx'
import { TextField } from '#client/ui/Field.tsx'
import type { Language } from '#shared/language/languages.ts'
import { organisationName } from '#shared/organisations.ts'
import { defaultVisibility } from '#shared/signatures.ts'
import { SignBar } from './SignBar.tsx'
import styles from './SignForm.module.css'
import type { Look, Signing } from './use-signing.ts'
import { VisibilityChoice } from './VisibilityChoice.tsx'

export function SignForm({
  look,
  release: { id, fingerprint },
  language,
  signing: { signing, declining },
  mayDecline,
  children,
}: {
  look: Look
  release: NonNullable<Look['release']>
  language: Language
  signing: Signing
  mayDecline: boolean
  children: ReactNode
}) {
  const say = useWords()
  const readers = useLanguage()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const last = look.signed[0]?.signature
  const [representative, setRepresentative] = useState(last?.representative ?? '')
  const [title, setTitle] = useState(last?.title ?? '')
  const [visibility, setVisibility] = useState(last?.visibility ?? defaultVisibility)
  // Who agreed to one text has not agreed to another.
  const [agreedTo, setAgreedTo] = useState('')
  const confirmed = agreedTo === fingerprint
  const [tried, setTried] = useState(false)
  const refusedField = useFieldError(signing.error)
  const empty = { representative: !representative.trim(), title: !title.trim() }
  const errorOf = (field: 'representative' | 'title') =>
    tried && empty[field] ? say('form.empty') : refusedField(field)

  useEffect(() => {
    if (signing.error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [signing.error])

  function submit() {
    setTried(true)
    const missing = [
      empty.representative && 'representative',
      empty.title && 'title',
      !confirmed && 'confirmed',
    ].find(Boolean)
    if (missing) {
      form.current?.querySelector<HTMLElement>(`[name="${missing}"]`)?.focus()
      return
    }
    signing.mutate({ release: id, fingerprint, language, representative, title, visibility })
  }

  return (
    <>
      <form
        ref={form}
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <h2>{say('signatures.sign.who')}</h2>
        <div className={styles.two}>
          <TextField
            name="representative"
            label={say('signatures.representative')}
            error={errorOf('representative')}
            value={representative}
            onChange={(event) => setRepresentative(event.target.value)}
            autoComplete="name"
          />
          <TextField
            name="title"
            label={say('signatures.position')}
            error={errorOf('title')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            autoComplete="organization-title"
          />
        </div>
        <VisibilityChoice
          label={say('signatures.visibility')}
          value={visibility}
          onChange={setVisibility}
        />
        <Checkbox
          name="confirmed"
          label={say('signatures.may-sign', {
            organisation: organisationName(look.organisation, readers),
          })}
          checked={confirmed}
          onChange={(checked) => setAgreedTo(checked ? fingerprint : '')}
          error={tried && !confirmed ? say('signatures.may-sign.missing') : undefined}
        />
      </form>
      {children}
      <SignBar
        form={formId}
        busy={signing.isPending}
        refused={signing.error}
        declining={mayDecline ? declining : null}
        organisation={organisationName(look.organisation, readers)}
      />
    </>
  )
}
