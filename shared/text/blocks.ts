/** The kinds of block that a text is made of. One node type carries them all: to change a kind is to change a word. */

/**
 * A block is a *clause* when it is preamble or operative. Lists and headings are flat: their depth
 * is a level, as in Word, so that a change of depth or kind never re-creates what somebody types in.
 */
export const blockKinds = [
  'plain',
  'preamble',
  'operative',
  'heading',
  'bullet',
  'numbered',
  'quotation',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** How deep a kind may go: headings have levels 1 to 3 (1 is the title), clauses and lists 0 to 3. */
const deepestLevel: Record<BlockKind, number> = {
  plain: 0,
  preamble: 0,
  operative: 3,
  heading: 3,
  bullet: 3,
  numbered: 3,
  quotation: 0,
}

/** The level nearest to `level` that a block of this kind may have; the lowest for what is no number. */
export function fittingLevel(kind: BlockKind, level: unknown): number {
  const lowest = kind === 'heading' ? 1 : 0
  if (typeof level !== 'number' || Number.isNaN(level)) return lowest
  return Math.min(Math.max(Math.trunc(level), lowest), deepestLevel[kind])
}

export const isBlockKind = (value: unknown): value is BlockKind =>
  blockKinds.includes(value as BlockKind)

/** The character that a footnote's or a cross-reference's mark sits on: Unicode's stand-in for an object. */
export const anchorCharacter = '\ufffc'

/** A new block or footnote id: ten characters, 36^10 possible, so unique within any text people write. */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}

/** What an id of a block or footnote may look like, whoever made it. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,40}$/.test(value)
