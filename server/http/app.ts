/** The whole of HTTP: what every answer carries, the API, the public pages, the application. */
import { randomUUID } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { routePath } from 'hono/route'
import { Refusal } from '#shared/refusals.ts'
import type { Context } from '../context.ts'
import { answerFault } from './answer-faults.ts'
import { serveClient } from './client-files.ts'
import { serveFonts } from './fonts.ts'
import { serveHealth } from './health.ts'
import { openApiDocument } from './openapi.ts'
import { servePictures } from './pictures.ts'
import { servePublicPages } from './public-pages.ts'
import { routes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { type Serving, serveEndpoint } from './serve-endpoint.ts'

declare module 'hono' {
  interface ContextVariableMap {
    requestId: string
  }
}

/** `clientFolder` is where the build has put the application. */
export function createApp(serving: Serving, clientFolder: string): Hono {
  const { context } = serving
  const app = new Hono()
  app.use(logged(context))
  app.use(compress())
  app.use(securityHeaders(context.publicUrl))
  app.onError((fault, c) => answerFault(c, fault, context.log))
  serveHealth(app, context)
  app.use('/api/*', (c, next) => {
    c.header('Cache-Control', 'no-store')
    return next()
  })
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(context.publicUrl)))
  for (const route of routes) serveEndpoint(app, route, serving)
  app.all('/api/*', () => {
    throw new Refusal('not-found')
  })
  serveFonts(app)
  servePictures(app, serving)
  serveClient(app, clientFolder, context.publicUrl)
  servePublicPages(app, context)
  return app
}

/** Gives each request an id and logs its end: method, the pattern of its path, status, milliseconds. [SAFE2] */
function logged({ log }: Context): MiddlewareHandler {
  return async (c, next) => {
    const request = randomUUID()
    const start = performance.now()
    c.set('requestId', request)
    await next()
    c.header('X-Request-Id', request)
    const ms = Math.round(performance.now() - start)
    log.info({ request, method: c.req.method, route: routePath(c, -1), status: c.res.status, ms })
  }
}
