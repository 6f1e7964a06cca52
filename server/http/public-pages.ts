/** The public addresses: permalinks, lists and files, for anyone and without a script. [PUB1] [PUB2] */
import type { Hono, Context as HonoContext } from 'hono'
import { etag } from 'hono/etag'
import { isLanguage, type Language } from '#shared/language/languages.ts'
import {
  latestNumber,
  listPublished,
  seePublished,
  seeReleases,
} from '../actions/releases/see-published.ts'
import type { Context } from '../context.ts'
import { allReleasesPage } from '../public/all-releases-page.ts'
import { publicKeyFile } from '../public/minisign.ts'
import { notFoundPage } from '../public/not-found-page.ts'
import { releasePath } from '../public/paths.ts'
import { languagesOf, mainLanguage } from '../public/published-release.ts'
import { publishedStatementsPage } from '../public/published-statements-page.ts'
import { releasePage } from '../public/release-page.ts'
import { inlineStyle } from '../public/style.ts'
import { serveReleaseFile } from './release-files.ts'
import { publicPolicy } from './security-headers.ts'

const policy = publicPolicy(inlineStyle.cspHash)

export function servePublicPages(app: Hono, context: Context): void {
  app.use('/p/*', etag())
  app.get('/p', async (c) =>
    page(c, publishedStatementsPage(await listPublished(context), askedLanguage(c))),
  )

  app.get('/p/:slug', async (c) => {
    const releases = await seeReleases(context, c.req.param('slug'))
    return releases ? page(c, allReleasesPage(releases, askedLanguage(c))) : c.notFound()
  })

  app.get('/p/:slug/minisign.pub', async (c) => {
    const releases = await seeReleases(context, c.req.param('slug'))
    if (!releases) return c.notFound()
    return c.text(publicKeyFile(releases.key, `public key for ${releases.symbol}`))
  })

  app.get('/p/:slug/latest/:language?', async (c) => {
    const { slug, language } = c.req.param()
    const number = await latestNumber(context, slug)
    const published = number && (await seePublished(context, slug, number))
    if (!published || !(language === undefined || isLanguage(language))) return c.notFound()
    const has = language && languagesOf(published.release.release).includes(language)
    c.header('Cache-Control', 'no-store')
    return c.redirect(releasePath(slug, number, has ? language : undefined))
  })

  app.get('/p/:slug/:number{[1-9][0-9]{0,5}}', async (c) => {
    const { slug, number } = c.req.param()
    const published = await seePublished(context, slug, Number(number))
    if (!published) return c.notFound()
    return page(c, releasePage(published.release, mainLanguage(published.release.release)))
  })

  app.get('/p/:slug/:number{[1-9][0-9]{0,5}}/:name', async (c) => {
    const { slug, number, name } = c.req.param()
    const published = await seePublished(context, slug, Number(number))
    if (!published) return c.notFound()
    if (isLanguage(name) && languagesOf(published.release.release).includes(name)) {
      return page(c, releasePage(published.release, name))
    }
    return serveReleaseFile(c, published, name)
  })

  app.notFound((c) => {
    c.header('Content-Security-Policy', policy)
    return c.html(notFoundPage(askedLanguage(c)), 404)
  })
}

/**
 * The text behind a permalink never changes, but its roster and its notice of a newer release may:
 * whoever keeps a copy asks each time whether it still holds.
 */
function page(c: HonoContext, html: string) {
  c.header('Content-Security-Policy', policy)
  c.header('Cache-Control', 'public, no-cache')
  return c.html(html)
}

/** The first of our languages that the browser asks for; Russian when it asks for none of them. */
function askedLanguage(c: HonoContext): Language {
  c.header('Vary', 'Accept-Language')
  const asked = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((tag) => tag.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? 'ru'
}
