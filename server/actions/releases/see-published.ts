/** What stands behind the public addresses: published releases, with their rosters as they are now. [PUB1] */
import type { Language, Localised } from '#shared/language/languages.ts'
import type { Context } from '../../context.ts'
import type { StatementReleases } from '../../public/all-releases-page.ts'
import type { SigningKey } from '../../public/minisign.ts'
import type { PublishedRelease } from '../../public/published-release.ts'
import type { PublishedStatement } from '../../public/published-statements-page.ts'
import type { EmbeddedPicture } from '../../public/release-file.ts'
import { findCoalition } from '../../store/coalitions.ts'
import type { Queries } from '../../store/database.ts'
import { picturesOfRelease } from '../../store/pictures.ts'
import {
  findPublished,
  findSigningKey,
  newestPublished,
  publishedOf,
} from '../../store/releases.ts'
import { findStatementBySlug } from '../../store/statements.ts'
import { admittedTo } from '../signatures/answers.ts'
import { textOf } from './list-releases.ts'

export type Published = {
  release: PublishedRelease
  /** The bytes that the fingerprint is of, as a string. */
  canonical: string
  key: SigningKey
  /** The pictures that the release carries, by their names. */
  pictures(): Promise<Map<string, EmbeddedPicture>>
}

/** Null when nothing is published there: a candidate looks like nothing at all. [SIGN5] */
export async function seePublished(
  context: Context,
  slug: string,
  number: number,
): Promise<Published | null> {
  const { queries } = context.database
  const row = await findPublished(queries, slug, number)
  const coalition = row && (await findCoalition(queries, row.coalitionId))
  const key = row && (await findSigningKey(queries, row.coalitionId))
  if (!row?.publishedAt || !coalition || !key) return null
  const release = {
    publicUrl: context.publicUrl,
    slug,
    number,
    fingerprint: row.fingerprint,
    coalition: coalition.names,
    release: textOf(row),
    publishedAt: row.publishedAt,
    all: await publishedOf(queries, slug),
    admitted: await admittedTo(queries, row),
    key,
  }
  return { release, canonical: row.canonical, key, pictures: () => embedded(queries, row.id) }
}

async function embedded(queries: Queries, release: string) {
  const rows = await picturesOfRelease(queries, release)
  return new Map(
    rows.map(({ asset, type, bytes }) => [
      asset,
      { type, base64: Buffer.from(bytes).toString('base64') },
    ]),
  )
}

/** The number of the newest published release, or null. */
export async function latestNumber(context: Context, slug: string): Promise<number | null> {
  const [newest] = await publishedOf(context.database.queries, slug)
  return newest?.number ?? null
}

/** Everything that was published of one statement; null when nothing was. */
export async function seeReleases(
  context: Context,
  slug: string,
): Promise<(StatementReleases & { key: SigningKey }) | null> {
  const { queries } = context.database
  const statement = await findStatementBySlug(queries, slug)
  const all = await publishedOf(queries, slug)
  const [newest] = all
  if (!statement || !newest) return null
  const published = await seePublished(context, slug, newest.number)
  if (!published) return null
  const { release, key } = published
  return {
    publicUrl: context.publicUrl,
    slug,
    symbol: release.release.symbol,
    coalition: release.coalition,
    titles: titlesOf(release.release.texts),
    all,
    key,
  }
}

/** Every statement of which something is published, the newest publication first. */
export async function listPublished(context: Context): Promise<PublishedStatement[]> {
  const rows = await newestPublished(context.database.queries)
  return rows.map(({ slug, number, publishedAt, coalition, canonical }) => {
    const { symbol, kind, texts } = textOf({ canonical })
    return { slug, symbol, kind, titles: titlesOf(texts), coalition, number, publishedAt }
  })
}

const titlesOf = (texts: readonly { language: Language; title: string }[]): Localised =>
  Object.fromEntries(texts.map(({ language, title }) => [language, title]))
