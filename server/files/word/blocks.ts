/** Makes the block of a paragraph: what kind it is, how deep, and what stands before its words. */
import type { Attrs } from '@tiptap/pm/model'
import { type BlockKind, fittingLevel, newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import type { BlockReview } from '#shared/text/review.ts'
import { type Inline, tidied, withoutOverallBold, words } from '../inline.ts'
import { childOf, type XmlElement } from '../xml.ts'
import type { MarkJson } from './formats.ts'
import type { ListMark } from './list-counter.ts'
import { roleOf } from './roles.ts'
import type { Reading, Story } from './story.ts'

/**
 * The block of a paragraph with these properties; none when nothing is to be read in it, and then
 * it is not counted in its list either. `around` are the tracked changes that it stands in.
 *
 * The number of a clause or a list item is computed by our text; all others, such as that of a
 * heading, are put before the words, since they would be lost.
 */
export function readBlock(
  properties: XmlElement | undefined,
  content: readonly Inline[],
  around: readonly MarkJson[],
  story: Story,
): NodeJson[] {
  const review = reviewOf(properties, around, story.reading)
  const end = review && review.kind !== 'modification' ? 'open' : 'closed'
  const inlines = tidied(content, end)
  if (inlines.length === 0) return []
  const made = kindOf(properties, inlines, story)
  return [review ? { ...made, attrs: Object.assign(made.attrs ?? {}, { review }) } : made]
}

function kindOf(properties: XmlElement | undefined, inlines: Inline[], story: Story): NodeJson {
  const { reading, place } = story
  const styles = reading.styles.ofParagraph(properties)
  const isBodyText = place === 'body' || place === 'cell'
  const role = isBodyText ? roleOf(properties, styles) : null
  const listPlace = reading.numbering.placeOf(properties, styles)
  const mark = listPlace ? reading.counter.next(listPlace) : null

  if (role?.kind === 'heading') {
    if (listPlace) reading.counter.addHeading(listPlace)
    const attrs = newAttrs('heading', role.level)
    reading.headings.push(attrs)
    return block(attrs, labelled(mark, withoutOverallBold(inlines)))
  }
  if (listPlace && isBodyText && mark?.kind === 'bullet') {
    return block(fittingAttrs('bullet', listPlace.level), inlines)
  }
  if (listPlace && isBodyText && mark?.kind === 'ordered' && !mark.hasWords) {
    const kind = place === 'body' && role?.kind !== 'numbered' ? 'operative' : 'numbered'
    const attrs = fittingAttrs(kind, reading.counter.depthOf(listPlace))
    reading.numbers.set(attrs, mark.number)
    reading.labels.set(attrs, mark.label)
    return block(attrs, inlines)
  }
  const kind = role && role.kind !== 'numbered' ? role.kind : 'plain'
  return block(newAttrs(kind, 0), labelled(mark, inlines))
}

/** What was tracked of the paragraph as a whole: its end, or what kind of paragraph it was. */
function reviewOf(
  properties: XmlElement | undefined,
  around: readonly MarkJson[],
  { changes, styles, numbering }: Reading,
): BlockReview | null {
  const end = childOf(properties, 'w:rPr')
  const deleted = childOf(end, 'w:del') ?? childOf(end, 'w:moveFrom')
  const inserted = childOf(end, 'w:ins') ?? childOf(end, 'w:moveTo')
  const whole = around[0]
  if (deleted) return { kind: 'deletion', id: changes.idOf('deletion', deleted) }
  if (inserted) return { kind: 'insertion', id: changes.idOf('insertion', inserted) }
  if (whole) return { kind: whole.type as 'insertion', id: String(whole.attrs?.id) }

  const change = childOf(properties, 'w:pPrChange')
  if (!change) return null
  const plainly = (paragraph: XmlElement | undefined) => {
    const chain = styles.ofParagraph(paragraph)
    const role = roleOf(paragraph, chain)
    const place = numbering.placeOf(paragraph, chain)
    const format = place?.list.levels[place.level]?.format
    if (role?.kind === 'heading') {
      return { kind: role.kind, level: fittingLevel(role.kind, role.level) } as const
    }
    if (!place || !format || format === 'none') {
      const kind = role && role.kind !== 'numbered' ? role.kind : 'plain'
      return { kind, level: 0 } as const
    }
    const kind =
      format === 'bullet' ? 'bullet' : role?.kind === 'numbered' ? 'numbered' : 'operative'
    return { kind, level: fittingLevel(kind, place.level) } as const
  }
  const previous = plainly(childOf(change, 'w:pPr'))
  const now = plainly(properties)
  if (previous.kind === now.kind && previous.level === now.level) return null
  return { kind: 'modification', id: changes.idOf('modification', change), previous }
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
