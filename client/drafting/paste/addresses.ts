/** Where a link really leads: without the stations that count who follows it. */
import { safeAddress } from '#shared/text/links.ts'

/** Addresses that only pass on, and the part of the query that names where to. */
const stations: readonly { host: RegExp; path: RegExp; names: readonly string[] }[] = [
  { host: /(?:^|\.)google\.[a-z.]+$/, path: /^\/url$/, names: ['q', 'url'] },
  { host: /^lm?\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, names: ['u'] },
  { host: /safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
  { host: /^(?:away\.)?(?:vk\.com|vkontakte\.ru)$/, path: /^\/away(?:\.php)?$/, names: ['to'] },
  { host: /^t\.me$/, path: /^\/iv$/, names: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
]

const counting = /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|_ga)$/

/** Null for what is no address that a reader may follow. */
export function trueAddress(address: string, hops = 3): string | null {
  const safe = safeAddress(address)
  if (!safe) return null
  const url = new URL(safe)
  const station = stations.find(
    ({ host, path }) => host.test(url.hostname) && path.test(url.pathname),
  )
  const next = station?.names.map((name) => url.searchParams.get(name)).find(Boolean)
  if (next && hops > 0 && /^https?:/i.test(next)) return trueAddress(next, hops - 1)
  const counted = [...url.searchParams.keys()].filter((name) => counting.test(name))
  if (counted.length === 0) return safe
  for (const name of counted) url.searchParams.delete(name)
  return safeAddress(url.href)
}
