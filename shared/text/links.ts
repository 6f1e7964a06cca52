/** Which addresses a link in a text may lead to. */

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address if a reader may follow it (`http`, `https`, `mailto`, `tel`; at most 2,000 characters as written out), else null. */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > 2000) return null
  try {
    const url = new URL(address.trim())
    return schemes.has(url.protocol) && url.href.length <= 2000 ? url.href : null
  } catch {
    return null
  }
}
