/** Refusals in the reader's language, and the field that one of them means. */
import { useWords } from '#client/i18n/words.ts'
import type { Refused } from './refused.ts'

/** Says a refusal; a wrong input is said by its rule. */
export function useRefusalWords(): (refused: Refused) => string {
  const say = useWords()
  return ({ code, details, request }) => {
    const { rule } = details
    if (rule === 'form.token') return say('refusal.link-unknown')
    if (code === 'invalid-input' && typeof rule === 'string' && rule in formWords) {
      return `${say('refusal.invalid-input')} ${say(rule as FormRule, details)}`
    }
    return say(`refusal.${code}`, { ...details, request })
  }
}

/** What is wrong with one field, when that is what the refusal says; fields are named as in the API. */
export function useFieldError(refused: Refused | null): (field: string) => string | undefined {
  const say = useWords()
  return (field) => {
    if (refused?.code !== 'invalid-input' || refused.details.field !== field) return undefined
    const { rule } = refused.details
    return typeof rule === 'string' && rule in formWords
      ? say(rule as FormRule, refused.details)
      : say('form.choice')
  }
}

type FormRule = keyof typeof formWords

const formWords = {
  'form.empty': true,
  'form.text': true,
  'form.too-long': true,
  'form.too-many': true,
  'form.characters': true,
  'form.choice': true,
  'form.address': true,
  'form.symbol': true,
  'form.id': true,
  'form.token': true,
  'form.fingerprint': true,
  'form.json': true,
} as const
