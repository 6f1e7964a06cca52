/** When a link still works. Links are known by the hash of their token only. */
import { Refusal } from '#shared/refusals.ts'

export type LinkState = {
  expiresAt: Date
  usedAt?: Date | null
  revokedAt?: Date | null
}

/** Gives back a link that works now. Throws `link-unknown`, `link-used`, `link-revoked` or `link-expired`. */
export function requireWorking<Link extends LinkState>(link: Link | undefined, now: Date): Link {
  if (!link) throw new Refusal('link-unknown')
  if (link.usedAt) throw new Refusal('link-used')
  if (link.revokedAt) throw new Refusal('link-revoked')
  if (link.expiresAt <= now) throw new Refusal('link-expired')
  return link
}

/** The moment at which something made now ends. */
export function endOf(life: { days: number } | { hours: number }, now: Date): Date {
  const hours = 'days' in life ? life.days * 24 : life.hours
  return new Date(now.getTime() + hours * 3_600_000)
}
