/** Pages that are loaded when they are first gone to. */
import { type ComponentType, lazy } from 'react'
import { farWords } from '#client/i18n/words.ts'

/** The page of this name, with the words of all screens. */
export const lazyPage = <Name extends string>(
  load: () => Promise<{ [name in Name]: ComponentType }>,
  name: Name,
) => lazy(async () => ({ default: (await Promise.all([load(), farWords()]))[0][name] }))

/** The same with no more words than stand around every screen: what it opens fast it says itself. */
export const lightPage = <Name extends string>(
  load: () => Promise<{ [name in Name]: ComponentType }>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }))
