/** The two typefaces, served by ourselves from the packages that carry them. [SAFE1] */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Hono } from 'hono'

const packages = ['golos-text', 'source-serif-4'] as const

export function serveFonts(app: Hono): void {
  app.get('/fonts/:file{[a-z0-9-]+\\.woff2}', async (c) => {
    const file = basename(c.req.param('file'))
    const name = packages.find((one) => file.startsWith(`${one}-`))
    const bytes = name ? await readFile(join(folderOf(name), file)).catch(() => null) : null
    if (!bytes) return c.notFound()
    c.header('Content-Type', 'font/woff2')
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(bytes))
  })
}

const require = createRequire(import.meta.url)

const folderOf = (name: string): string =>
  join(dirname(require.resolve(`@fontsource-variable/${name}/package.json`)), 'files')
