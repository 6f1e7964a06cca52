/** How the clauses of a draft are numbered, kept up to date. */
import { useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import { formOf, type NumberingStyle, numberingOf } from '#shared/text/form.ts'

export function onNumbering(doc: Doc, listener: () => void): () => void {
  const form = formOf(doc)
  form.observe(listener)
  return () => form.unobserve(listener)
}

export const useNumbering = (doc: Doc): NumberingStyle =>
  useSyncExternalStore(
    (listener) => onNumbering(doc, listener),
    () => numberingOf(doc),
  )
