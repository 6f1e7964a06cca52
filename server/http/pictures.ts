/** Pictures behind their one address: for everybody when published, else for readers of the text. [DRAFT6] */
import type { Hono, Context as HonoContext } from 'hono'
import { findActor, findSigner } from '../actions/people/find-actor.ts'
import { seePicture } from '../actions/pictures/see-picture.ts'
import { bearerOf, type Serving } from './serve-endpoint.ts'

/** Should a browser ever take one for a page, it is one that can do nothing. */
const policy = "default-src 'none'; sandbox"

export function servePictures(app: Hono, serving: Serving): void {
  app.get('/pictures/:asset{[0-9a-f]{64}}', async (c) => {
    const asset = c.req.param('asset')
    const picture = await seePicture(serving.context, asset, () => readerOf(c, serving))
    if (!picture) return c.notFound()
    c.header('Content-Security-Policy', policy)
    c.header('Content-Type', picture.type)
    // What is not public leaves no copy on the device. [SAFE7]
    c.header(
      'Cache-Control',
      picture.published ? 'public, max-age=31536000, immutable' : 'no-store',
    )
    return c.body(new Uint8Array(picture.bytes))
  })
}

/** Somebody signed in, or the holder of a signing link; null for a stranger. */
async function readerOf(c: HonoContext, { context, cookie, limits }: Serving) {
  if (c.req.header('authorization')) {
    await limits.count('stranger', limits.addressOf(c))
    return findSigner(context, bearerOf(c))
  }
  const actor = await findActor(context, cookie.read(c))
  return actor.kind === 'person' ? actor : null
}
