/** How far two texts are the same, by code units: from the start and to the end, and never half a character. */
import type { Node } from '@tiptap/pm/model'
import { anchorCharacter } from '#shared/text/blocks.ts'

/** A character for each place in the content. */
export const lettersOf = (node: Node) =>
  node.textBetween(0, node.content.size, null, anchorCharacter)

export function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return wholeUpTo(one, at)
}

/** The place itself, or the one before it when a character of two units stands across it. */
export const wholeUpTo = (text: string, at: number): number =>
  isHighSurrogate(text[at - 1]) ? at - 1 : at

/** How many letters at the end are the same, at most so many. */
export function commonEnd(one: string, other: string, most: number): number {
  let many = 0
  const last = (text: string) => text[text.length - 1 - many]
  while (many < Math.min(most, one.length, other.length) && last(one) === last(other)) many++
  return isLowSurrogate(one[one.length - many]) ? many - 1 : many
}

const isHighSurrogate = (unit = '') => /^[\ud800-\udbff]$/.test(unit)
const isLowSurrogate = (unit = '') => /^[\udc00-\udfff]$/.test(unit)
