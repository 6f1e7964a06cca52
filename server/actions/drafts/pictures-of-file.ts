/** The pictures of a file that is brought in: drawn anew, and what cannot be kept left out and counted. [DRAFT6] [DRAFT7] */
import { type KeptPicture, mostPictureBytesOfStatement, mostPictures } from '#shared/pictures.ts'
import { Refusal } from '#shared/refusals.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { losses as allLosses } from '#shared/text/losses.ts'
import type { Context } from '../../context.ts'
import type { FileText } from '../../files/file-text.ts'
import { picturesBeside } from '../../store/pictures.ts'
import { keepPicture } from '../pictures/keep-picture.ts'

/** More than this is not shown before it is brought in, so that a phone need not fetch it twice. */
const mostShownBytes = 3_000_000

/** The text as it would come over, and the pictures in it as addresses that hold them. Keeps nothing. */
export async function showPictures(
  context: Context,
  statement: string,
  text: FileText,
): Promise<{ text: FileText; shown: { [asset: string]: string } }> {
  const kept = await picturesBeside(context.database.queries, statement, '')
  const shown: { [asset: string]: string } = {}
  let room = mostShownBytes
  const drawn = await eachPicture(text, async (bytes) => {
    const { type, width, height, bytes: redrawn } = await context.redrawPicture(bytes)
    kept.count++
    kept.bytes += redrawn.length
    const isFull = kept.count > mostPictures || kept.bytes > mostPictureBytesOfStatement
    if (isFull) throw new Refusal('too-many-pictures')
    const asset = fingerprintOfBytes(redrawn)
    if (redrawn.length <= room) {
      room -= redrawn.length
      shown[asset] = `data:${type};base64,${Buffer.from(redrawn).toString('base64')}`
    }
    return { asset, width, height }
  })
  return { text: withPictures(text, drawn), shown }
}

/** Keeps the pictures for the statement; what no text names in the end goes after a while. */
export async function keepPictures(
  context: Context,
  statement: string,
  text: FileText,
): Promise<FileText> {
  const kept = await eachPicture(text, (bytes) => keepPicture(context, statement, bytes))
  return withPictures(text, kept)
}

/** One after another: the order decides which are too many. A refused one is left out. */
async function eachPicture(
  { pictures }: FileText,
  take: (bytes: Uint8Array) => Promise<KeptPicture>,
): Promise<Map<string, KeptPicture>> {
  const taken = new Map<string, KeptPicture>()
  for (const [asset, bytes] of Object.entries(pictures)) {
    try {
      taken.set(asset, await take(bytes))
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
    }
  }
  return taken
}

/** A picture that is left out leaves its caption behind as a paragraph. */
function withPictures(text: FileText, kept: ReadonlyMap<string, KeptPicture>): FileText {
  let lost = 0
  const blocks = text.blocks.flatMap((node): NodeJson[] => {
    if (node.type !== 'image') return [node]
    const picture = kept.get(String(node.attrs?.asset))
    if (picture) return [{ ...node, attrs: { ...node.attrs, ...picture } }]
    lost++
    const { id, review } = node.attrs ?? {}
    const attrs = { id, review, kind: 'plain', level: 0, start: null }
    return node.content?.length ? [{ ...node, type: 'block', attrs }] : []
  })
  return { ...text, blocks, losses: withLost(text.losses, lost) }
}

function withLost(losses: FileText['losses'], lost: number): FileText['losses'] {
  const counts = new Map(losses.map(({ what, count }) => [what, count]))
  counts.set('image', (counts.get('image') ?? 0) + lost)
  return allLosses
    .map((what) => ({ what, count: counts.get(what) ?? 0 }))
    .filter(({ count }) => count > 0)
}
