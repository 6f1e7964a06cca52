/** Flat list items gathered into lists: which of them belong together, and which lie deeper. */
import type { Block, TextBlock } from './canonical.ts'

const isListItem = (block: Block | undefined): block is TextBlock =>
  block?.kind === 'bullet' || block?.kind === 'numbered'

/** The items from `at` on that make one list: those deeper than the first, and those like it. */
export function listFrom(blocks: readonly Block[], at: number): TextBlock[] {
  const first = blocks[at]
  if (!isListItem(first)) return []
  const depth = first.level ?? 0
  const items: TextBlock[] = []
  for (let block = blocks[at]; isListItem(block); block = blocks[at + items.length]) {
    const level = block.level ?? 0
    if (level < depth || (level === depth && block.kind !== first.kind)) break
    items.push(block)
  }
  return items
}

/** The items from a place on that lie deeper than `depth`. */
export function deeper(items: readonly TextBlock[], from: number, depth: number): TextBlock[] {
  const end = items.findIndex((item, at) => at >= from && (item.level ?? 0) <= depth)
  return items.slice(from, end === -1 ? undefined : end)
}
