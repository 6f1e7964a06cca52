/** Every endpoint, in the order in which the OpenAPI document shows them, by the noun they belong to. */
import * as coalitions from './coalitions.ts'
import type { Endpoint } from './endpoint.ts'
import * as people from './people.ts'
import * as pictures from './pictures.ts'
import * as releases from './releases.ts'
import * as signatures from './signatures.ts'
import * as statements from './statements.ts'

const rooms = { people, coalitions, statements, pictures, releases, signatures }

export const endpointsByNoun: readonly { noun: string; endpoints: readonly Endpoint[] }[] =
  Object.entries(rooms).map(([noun, room]) => ({
    noun,
    endpoints: Object.values(room).filter(
      (value): value is (typeof room)[keyof typeof room] & Endpoint =>
        typeof value === 'object' && 'path' in value,
    ),
  }))

export const endpoints: readonly Endpoint[] = endpointsByNoun.flatMap((room) => room.endpoints)
