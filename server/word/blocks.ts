/** Makes the block of a paragraph: what kind it is, how deep, and what stands before its words. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel, newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { type Inline, tidied, withoutOverallBold, words } from './inline.ts'
import type { ListMark } from './list-counter.ts'
import { roleOf } from './roles.ts'
import type { Story } from './story.ts'
import type { XmlElement } from './xml.ts'

/**
 * The block of a paragraph with these properties; none when nothing is to be read in it, and then
 * it is not counted in its list either.
 *
 * The number of a clause or a list item is computed by our text; all others, such as that of a
 * heading, are put before the words, since they would be lost.
 */
export function readBlock(
  properties: XmlElement | undefined,
  content: readonly Inline[],
  { reading, place }: Story,
): NodeJson[] {
  const inlines = tidied(content)
  if (inlines.length === 0) return []

  const styles = reading.styles.ofParagraph(properties)
  const isBodyText = place === 'body' || place === 'cell'
  const role = isBodyText ? roleOf(properties, styles) : null
  const listPlace = reading.numbering.placeOf(properties, styles)
  const mark = listPlace ? reading.counter.next(listPlace) : null

  if (role?.kind === 'heading') {
    if (listPlace) reading.counter.addHeading(listPlace)
    const attrs = newAttrs('heading', role.level)
    reading.headings.push(attrs)
    return [block(attrs, labelled(mark, withoutOverallBold(inlines)))]
  }
  if (listPlace && isBodyText && mark?.kind === 'bullet') {
    return [block(fittingAttrs('bullet', listPlace.level), inlines)]
  }
  if (listPlace && isBodyText && mark?.kind === 'ordered' && !mark.hasWords) {
    const kind = place === 'body' ? 'operative' : 'numbered'
    const attrs = fittingAttrs(kind, reading.counter.depthOf(listPlace))
    reading.numbers.set(attrs, mark.number)
    return [block(attrs, inlines)]
  }
  return [block(newAttrs(role?.kind ?? 'plain', 0), labelled(mark, inlines))]
}

/** A block without words, for a cell that has none. */
export const emptyBlock = (): NodeJson => ({ type: 'block', attrs: newAttrs('plain', 0) })

const block = (attrs: Attrs, content: Inline[]): NodeJson => ({ type: 'block', attrs, content })

const newAttrs = (kind: BlockKind, level: number): Attrs => ({
  id: newId(),
  kind,
  level,
  start: null,
})

const fittingAttrs = (kind: BlockKind, level: number): Attrs =>
  newAttrs(kind, fittingLevel(kind, level))

const labelled = (mark: ListMark | null, inlines: Inline[]): Inline[] => {
  const label = mark && mark.kind !== 'bullet' ? mark.label : ''
  return label === '' ? inlines : tidied([words(`${label} `), ...inlines])
}
