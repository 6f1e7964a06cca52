/** Where a link of a Word file leads, and what is said when it does not come over. */

import { safeAddress } from '#shared/text/links.ts'
import type { Loss } from '#shared/text/losses.ts'

export type LinkTarget = { link: string | null; loss: Loss | null }

/** A place in the same document is not an address: such a link comes over as words only. */
export function linkTarget(address: string, place: string): LinkTarget {
  if (address === '' || address.startsWith('#')) return { link: null, loss: 'field' }
  const link = safeAddress(place === '' ? address : `${address}#${place}`)
  return { link, loss: link ? null : 'unsafe-link' }
}
