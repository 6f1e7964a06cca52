/** Input from a request, held to the schemas of its endpoint before anything else looks at it. */
import type { Context as HonoContext } from 'hono'
import * as v from 'valibot'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { idSchema } from '#shared/forms.ts'
import { Refusal } from '#shared/refusals.ts'

/** The most bytes of JSON that any call needs. */
const mostJsonBytes = 256 * 1024

/** The path parameters. Throws `not-found` when one cannot be an id: there is nothing at such an address. */
export function readParams(c: HonoContext): Record<string, string> {
  const params = c.req.param() as Record<string, string>
  if (!Object.values(params).every((value) => v.is(idSchema, value))) {
    throw new Refusal('not-found')
  }
  return params
}

/** The query. Throws `invalid-input`. */
export const readQuery = (c: HonoContext, { query }: Endpoint): unknown =>
  query ? checked(query, c.req.query()) : {}

/** The body: a value, or the bytes of a file. Throws `invalid-input`, `too-large` or `file-too-large`. */
export async function readBody(c: HonoContext, { body, file }: Endpoint): Promise<unknown> {
  if (file) return readBytes(c, file.mostBytes, 'file-too-large')
  if (!body) return undefined
  const type = c.req.header('content-type')?.split(';')[0]?.trim()
  if (type !== 'application/json') throw badBody
  const bytes = await readBytes(c, mostJsonBytes, 'too-large')
  return checked(body, parse(bytes))
}

const badBody = new Refusal('invalid-input', { field: 'body', rule: 'form.json' })

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw badBody
  }
}

async function readBytes(
  c: HonoContext,
  most: number,
  tooMuch: 'too-large' | 'file-too-large',
): Promise<Uint8Array> {
  const refusal = new Refusal(tooMuch, { megabytes: Math.ceil(most / 1024 / 1024) })
  if (Number(c.req.header('content-length') ?? 0) > most) throw refusal
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of c.req.raw.body ?? []) {
    length += part.length
    if (length > most) throw refusal
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The value as the schema cleans it. Throws `invalid-input` with the first field and its rule. */
function checked(schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const [rule = '', limit] = issue.message.startsWith('form.')
    ? issue.message.split(':')
    : ['form.choice']
  throw new Refusal('invalid-input', {
    field: v.getDotPath(issue) ?? '',
    rule,
    ...(limit && { limit: Number(limit) }),
  })
}
