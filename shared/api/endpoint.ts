/** What an endpoint of the API is: one row that binds the server, types the client and writes the OpenAPI document. */
import * as v from 'valibot'
import type { RefusalCode } from '../refusals.ts'
import type { Act } from '../roles.ts'

/** Things that a path parameter of the same name can lead to; access is decided by where they belong. */
export type PlaceParam =
  | 'coalition'
  | 'statement'
  | 'organisation'
  | 'invitation'
  | 'release'
  | 'signature'
  | 'signing'

/**
 * Who may call: anyone (counted against the limit for strangers), any signed-in person, the holder
 * of a signing link (as a bearer token), or a person with a role for this act where the parameter
 * named by `on` leads.
 */
export type Access =
  | { by: 'anyone' }
  | { by: 'person' }
  | { by: 'signer' }
  | { by: 'role'; act: Act; on: PlaceParam }

type Schema = v.GenericSchema
type QuerySchema = v.ObjectSchema<v.ObjectEntries, undefined>

/** `body` is JSON held to a schema, or the bytes of one file. */
export type Endpoint = {
  name: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: `/api/${string}`
  summary: string
  access: Access
  query?: QuerySchema
  body?: Schema
  file?: { type: string; mostBytes: number; tooLarge: RefusalCode }
  result: Schema
  /** The refusals beyond those that any endpoint may give. */
  refusals?: readonly RefusalCode[]
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** The path parameters of an endpoint: all are ids. */
export type ParamsOf<E extends Endpoint> = Record<ParamNames<E['path']>, string>
export type QueryOf<E extends Endpoint> = E extends { query: infer S extends Schema }
  ? v.InferOutput<S>
  : Record<never, never>
export type BodyOf<E extends Endpoint> = E extends { body: infer S extends Schema }
  ? v.InferOutput<S>
  : E extends { file: unknown }
    ? Uint8Array
    : undefined
export type ResultOf<E extends Endpoint> = v.InferOutput<E['result']>

/** What a caller sends, before the server's schemas have cleaned it. */
export type SentQueryOf<E extends Endpoint> = E extends { query: infer S extends Schema }
  ? v.InferInput<S>
  : Record<never, never>
export type SentBodyOf<E extends Endpoint> = E extends { body: infer S extends Schema }
  ? v.InferInput<S>
  : E extends { file: unknown }
    ? Blob | Uint8Array<ArrayBuffer>
    : undefined

/** The result of an endpoint that answers with a file to be kept under its name. */
export const fileResult = v.object({
  name: v.string(),
  type: v.string(),
  bytes: v.instance(Uint8Array<ArrayBuffer>),
})

/** Declares an endpoint with its exact types. */
export const endpoint = <const E extends Endpoint>(row: E): E => row
