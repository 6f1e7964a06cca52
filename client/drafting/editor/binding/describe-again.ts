/**
 * A picture that somebody takes out loses its description; it stays when another was writing below it just
 * then. Whoever saw both describes it again, in the same words.
 */
import type * as Y from 'yjs'
import { mending } from '#shared/text/mend.ts'
import { putBack } from '#shared/text/y-children.ts'
import type { YNode } from '#shared/text/y-nodes.ts'
import type { Entry } from './mirror.ts'

export function describeAgain(
  fragment: Y.XmlFragment,
  before: ReadonlyMap<YNode, Entry>,
  entries: readonly Entry[],
): void {
  const bare = entries.flatMap(({ type }) => {
    const alt: unknown = before.get(type)?.node.attrs.alt
    const isBare = type.getAttribute('alt') === undefined && type.getAttribute('gone') !== undefined
    return typeof alt === 'string' && alt !== '' && isBare ? [{ type, alt }] : []
  })
  if (bare.length === 0) return
  fragment.doc?.transact(() => {
    for (const { type, alt } of bare) {
      type.setAttribute('alt', alt)
      putBack(type)
    }
  }, mending)
}
