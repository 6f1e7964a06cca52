/** The OpenAPI document, the endpoints and the routes are one and the same. */
import { expect, test } from 'vitest'
import { routes } from '#server/http/routes.ts'
import { endpoints } from '#shared/api/all.ts'
import { fileResult } from '#shared/api/endpoint.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()

const key = (method: string, path: string) => `${method} ${path}`

test('every endpoint has one route, and every route an endpoint', () => {
  expect(routes.map(({ endpoint }) => endpoint.name).sort()).toEqual(
    endpoints.map(({ name }) => name).sort(),
  )
  expect(new Set(endpoints.map(({ method, path }) => key(method, path))).size).toBe(
    endpoints.length,
  )
})

test('the document that the server hands out describes exactly these', async () => {
  const response = await server.visitor().fetch('/api/openapi.json')
  const { openapi, paths } = await response.json()
  expect(openapi).toBe('3.1.0')
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) =>
      key(method.toUpperCase(), path.replace(/{(\w+)}/g, ':$1')),
    ),
  )
  expect(described.sort()).toEqual(endpoints.map(({ method, path }) => key(method, path)).sort())
})

test('each operation names itself, what it takes, what it gives and when it refuses', async () => {
  const response = await server.visitor().fetch('/api/openapi.json')
  const { paths } = await response.json()
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const operation = paths[path][endpoint.method.toLowerCase()]
    expect(operation.operationId).toBe(endpoint.name)
    const isFile = endpoint.result === fileResult
    const { schema } =
      operation.responses[200].content[isFile ? 'application/octet-stream' : 'application/json']
    expect(schema.type).toMatch(isFile ? /string/ : /object|array/)
    expect(operation.requestBody !== undefined).toBe(Boolean(endpoint.body ?? endpoint.file))
    expect(operation.parameters.filter((one: { in: string }) => one.in === 'path')).toHaveLength(
      [...endpoint.path.matchAll(/:/g)].length,
    )
    expect(operation.security.length > 0).toBe(endpoint.access.by !== 'anyone')
  }
})

test('an address that the API does not have is refused in its own words', async () => {
  const response = await server.visitor().fetch('/api/nothing')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ refusal: 'not-found' })
})
