/** The OpenAPI document, written from the same rows that the server serves. */
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { endpointsByNoun } from '#shared/api/all.ts'
import { type Access, type Endpoint, fileResult } from '#shared/api/endpoint.ts'
import { refusalCodes } from '#shared/refusals.ts'
import { acts } from '#shared/roles.ts'
import { statuses } from './statuses.ts'

export function openApiDocument(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { noun, endpoints } of endpointsByNoun) {
    for (const endpoint of endpoints) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(noun, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Undersigned',
      version: '1',
      description:
        'Everything that the screens do. Calls that change something need the header ' +
        `\`Origin: ${publicUrl}\`.`,
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
        signingLink: { type: 'http', scheme: 'bearer', description: 'The token of a signing link' },
      },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['refusal', 'details', 'request'],
          properties: {
            refusal: { type: 'string', enum: [...refusalCodes] },
            details: { type: 'object' },
            request: { type: 'string' },
          },
        },
      },
    },
  }
}

function operation(noun: string, endpoint: Endpoint): object {
  const { name, summary, access, result, body, file } = endpoint
  return {
    operationId: name,
    tags: [noun],
    summary,
    description: whoMay(access),
    security: securityOf(access),
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: input(body) } } },
    }),
    ...(file && {
      requestBody: {
        required: true,
        description: `At most ${file.mostBytes} bytes.`,
        content: { [file.type]: { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content:
          result === fileResult
            ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: jsonSchema(result, 'output') } },
      },
      ...refusalsOf(endpoint),
    },
  }
}

const jsonSchema = (schema: GenericSchema, typeMode: 'input' | 'output') =>
  toJsonSchema(schema, { typeMode, errorMode: 'ignore', target: 'openapi-3.0' })

const input = (schema: GenericSchema) => jsonSchema(schema, 'input')

function parametersOf({ path, query }: Endpoint): object[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const inQuery = Object.entries(query?.entries ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: true,
    schema: input(schema as GenericSchema),
  }))
  return [...inPath, ...inQuery]
}

/** Grouped by status, since that is how the document lists them. */
function refusalsOf({ refusals = [], access, body, query }: Endpoint): Record<string, object> {
  const codes = new Set([
    ...refusals,
    ...(access.by === 'anyone' ? (['too-many-requests'] as const) : (['signed-out'] as const)),
    ...(access.by === 'role' ? (['not-found', 'not-allowed'] as const) : []),
    ...(body || query ? (['invalid-input'] as const) : []),
  ])
  const byStatus: Record<string, object> = {}
  for (const status of new Set([...codes].map((code) => statuses[code]))) {
    const here = [...codes].filter((code) => statuses[code] === status)
    byStatus[status] = {
      description: `Refused: ${here.join(', ')}`,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    }
  }
  return byStatus
}

const securityOf = ({ by }: Access) =>
  by === 'anyone' ? [] : [by === 'signer' ? { signingLink: [] } : { session: [] }]

function whoMay(access: Access): string {
  if (access.by === 'anyone') return 'For anyone.'
  if (access.by === 'person') return 'For anyone who is signed in.'
  if (access.by === 'signer') return 'For whoever holds a signing link.'
  return `For the role ${acts[access.act].least} and above (${access.act}).`
}
