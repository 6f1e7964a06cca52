/** The form of a whole text, chosen once for all its languages: how its clauses are numbered. [DRAFT5] */
import type * as Y from 'yjs'

/** `letters`: `1.` `а)` `i)`; `decimal`: `1.` `1.1` `1.1.1`. */
export const numberingStyles = ['letters', 'decimal'] as const
export type NumberingStyle = (typeof numberingStyles)[number]

/** The map that holds the choices; whatever else stands in it means nothing. */
export const formOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('form')

export const numberingOf = (doc: Y.Doc): NumberingStyle =>
  formOf(doc).get('numbering') === 'decimal' ? 'decimal' : 'letters'

export const chooseNumbering = (doc: Y.Doc, style: NumberingStyle): void => {
  formOf(doc).set('numbering', style)
}
