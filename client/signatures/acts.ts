/** What a co-ordinator can do with one organisation's answer. */
import type { Answer } from '#shared/signatures.ts'
import { hasSigned } from './answer-groups.ts'

export type Act = 'details' | 'admit' | 'refuse' | 'hide' | 'link' | 'take-back'

/** An act that somebody has begun, and on whose answer. */
export type Begun = { act: Act; organisation: string }

export function mayBegin(act: Act, answer: Answer, open: boolean): boolean {
  const { signature, state, mayCheck, invitation } = answer
  switch (act) {
    case 'details':
      return true
    case 'admit':
      return state === 'signed' && mayCheck
    case 'refuse':
      return hasSigned(answer)
    case 'hide':
      return hasSigned(answer) && (signature === null || isNamed(signature.visibility))
    case 'link':
      return open
    case 'take-back':
      return invitation !== null
  }
}

/** Whether the name is shown to anybody now or later. */
const isNamed = (visibility: string) => visibility === 'public' || visibility === 'from-publication'
