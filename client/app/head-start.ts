/** Asks for all that the first screen needs at once, where one would otherwise wait for the other. */
import type { QueryClient } from '@tanstack/react-query'
import { readAhead } from '#client/api/queries.ts'
import { seeMe } from '#shared/api/people.ts'
import { seeStatement } from '#shared/api/statements.ts'
import { screens } from '#shared/paths.ts'
import { SignedIn } from './inside.ts'
import { rooms } from './rooms.ts'

/**
 * `path` is that of the address. Nothing is asked for at the front door, where strangers come too. What fails
 * is asked for again by the screen, which says why.
 */
export function headStart(queries: QueryClient, path: string): void {
  const room = Object.entries(rooms).find(([pattern]) => paramsAt(pattern, path))
  if (!room || path === screens.home) return
  const [pattern, { load }] = room
  const { statement } = paramsAt(pattern, path) ?? {}
  void readAhead(queries, seeMe, {})
  if (statement) void readAhead(queries, seeStatement, { params: { statement } })
  void SignedIn.load().catch(() => undefined)
  void load().catch(() => undefined)
}

function paramsAt(pattern: string, path: string): { [name: string]: string } | null {
  const form = new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`)
  const found = form.exec(path)
  if (!found) return null
  const { groups = {} } = found
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  )
}
