/** The files of a release: canonical JSON, the page as one file, and a detached signature beside each. [PUB3] [PUB4] */
import type { Context as HonoContext } from 'hono'
import type { Published } from '../actions/releases/see-published.ts'
import { signFile } from '../public/minisign.ts'
import { canonicalFileName, pageFileName, signatureNameOf } from '../public/paths.ts'
import { languagesOf } from '../public/published-release.ts'
import { releaseFile } from '../public/release-file.ts'
import { signatureComments } from '../public/signature-comments.ts'

export async function serveReleaseFile(c: HonoContext, published: Published, name: string) {
  for (const file of filesOf(published)) {
    const isSignature = name === signatureNameOf(file.name)
    if (!isSignature && name !== file.name) continue
    const bytes = new TextEncoder().encode(await file.content())
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    c.header('Cache-Control', 'public, no-cache')
    if (!isSignature) return c.body(bytes, 200, { 'Content-Type': file.type })
    const comments = signatureComments(published.release, file.name)
    const signature = signFile(published.key, bytes, comments)
    return c.body(signature, 200, { 'Content-Type': 'text/plain; charset=utf-8' })
  }
  return c.notFound()
}

type ReleaseFile = { name: string; type: string; content(): string | Promise<string> }

function filesOf({ release, canonical, pictures }: Published): ReleaseFile[] {
  const { slug, number } = release
  return [
    {
      name: canonicalFileName(slug, number),
      type: 'application/json; charset=utf-8',
      content: () => canonical,
    },
    ...languagesOf(release.release).map((language) => ({
      name: pageFileName(slug, number, language),
      type: 'text/html; charset=utf-8',
      content: async () => releaseFile(release, language, await pictures()),
    })),
  ]
}
