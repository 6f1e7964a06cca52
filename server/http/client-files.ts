/** The built application: its files under names that tell their content, and its page behind every screen's address. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { isScreen } from '#shared/paths.ts'
import { applicationPolicy } from './security-headers.ts'

/** `folder` is where the build has put the application. */
export function serveClient(app: Hono, folder: string, publicUrl: string): void {
  app.use(
    '/app/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('*', async (c, next) => {
    if (!isScreen(c.req.path)) return next()
    c.header('Content-Security-Policy', applicationPolicy(publicUrl))
    c.header('Cache-Control', 'no-cache')
    c.header('X-Robots-Tag', 'noindex')
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'))
  })
}
