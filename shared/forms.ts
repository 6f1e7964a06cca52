/** The rules of form that every input passes before anything else looks at it. */
import * as v from 'valibot'
import { languages } from './language/languages.ts'

/**
 * What cannot be seen: control and format characters (those that turn the direction of what follows,
 * blanks of no width, tags), line and paragraph separators, halves of surrogate pairs. None of them
 * belongs in a name, and each can disguise one. The two joiners that scripts and emoji need may stay.
 */
const disguises = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffc]/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** One line of visible text: trimmed, in Unicode form NFC, between 1 and `most` characters (code points). */
export const line = (most: number) =>
  v.pipe(
    lineOrNothing(most),
    v.check((text) => visible.test(text), 'form.empty'),
  )

/** The same, but it may be empty. */
const lineOrNothing = (most: number) =>
  v.pipe(
    v.string('form.text'),
    v.maxLength(most * 4, `form.too-long:${most}`),
    v.transform((text) =>
      text
        .normalize('NFC')
        .replace(/[ \t]+/g, ' ')
        .trim(),
    ),
    v.check((text) => [...text].length <= most, `form.too-long:${most}`),
    v.check((text) => !disguises.test(text), 'form.characters'),
  )

export const languageSchema = v.picklist(languages, 'form.choice')

/** Between one and four different languages. */
export const languageListSchema = v.pipe(
  v.array(languageSchema, 'form.choice'),
  v.minLength(1, 'form.empty'),
  v.maxLength(languages.length, 'form.choice'),
  v.check((list) => new Set(list).size === list.length, 'form.choice'),
)

/** A line in some of the languages; at least one. What has nothing to see counts as absent. */
export const localised = (most: number) =>
  v.pipe(
    v.record(languageSchema, lineOrNothing(most)),
    v.transform(
      (text) =>
        Object.fromEntries(Object.entries(text).filter(([, words]) => visible.test(words))) as {
          [language in (typeof languages)[number]]?: string
        },
    ),
    v.check((text) => Object.keys(text).length > 0, 'form.empty'),
  )

export const idSchema = v.pipe(v.string('form.text'), v.uuid('form.id'))

/** A 256-bit secret, written as 43 characters of base64url. */
export const tokenSchema = v.pipe(v.string('form.text'), v.regex(/^[\w-]{43}$/, 'form.token'))

/** A SHA-256 value in lower-case hexadecimal digits. */
export const fingerprintSchema = v.pipe(
  v.string('form.text'),
  v.regex(/^[0-9a-f]{64}$/, 'form.fingerprint'),
)

/** An `http` or `https` address of at most 300 characters. */
export const webAddressSchema = v.pipe(
  line(300),
  v.check((text) => isWebAddress(text), 'form.address'),
)

function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password, hostname } = new URL(text)
    return (
      (protocol === 'https:' || protocol === 'http:') &&
      username === '' &&
      password === '' &&
      hostname !== ''
    )
  } catch {
    return false
  }
}

/** A moment as the API writes it: ISO 8601 in UTC. */
export const momentSchema = v.pipe(v.string(), v.isoTimestamp())
