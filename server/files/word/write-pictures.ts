/** Writes pictures into a Word file: drawings in the line, each with its own part of the zip. [DRAFT6] */
import { isAsset } from '#shared/pictures.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { tag } from '../markup.ts'
import { pictureWords } from '../text-blocks.ts'

export type PicturePart = { name: string; relation: string; bytes: Uint8Array }

export class PictureWriter {
  readonly #bytes: { [asset: string]: Uint8Array }
  readonly #parts = new Map<string, PicturePart>()
  #drawn = 0

  constructor(bytes: { [asset: string]: Uint8Array }) {
    this.#bytes = bytes
  }

  /** Each once, however often it is drawn. */
  get parts(): PicturePart[] {
    return [...this.#parts.values()]
  }

  /** The run of a picture; where its bytes are not at hand, words for what it shows stand in its place. */
  drawing({ attrs = {} }: NodeJson): { markup: string } | { words: string } {
    const alt = typeof attrs.alt === 'string' ? attrs.alt : ''
    const part = isAsset(attrs.asset) ? this.#partOf(attrs.asset) : null
    if (!part) return { words: pictureWords(attrs) }
    const size = sizeOn(attrs.width, attrs.height)
    this.#drawn++
    const about = { id: this.#drawn, name: `Picture ${this.#drawn}`, descr: alt }
    return { markup: tag('w:r', {}, tag('w:drawing', {}, inline(part.relation, about, size))) }
  }

  #partOf(asset: string): PicturePart | null {
    const known = this.#parts.get(asset)
    const bytes = Object.hasOwn(this.#bytes, asset) ? this.#bytes[asset] : undefined
    if (known || !bytes) return known ?? null
    const number = this.#parts.size + 1
    // What we keep is drawn by ourselves, as one of these two.
    const name = `picture${number}.${bytes[0] === 0x89 ? 'png' : 'jpeg'}`
    const part = { name, relation: `picture${number}`, bytes }
    this.#parts.set(asset, part)
    return part
  }
}

type Size = { cx: number; cy: number }

/** A pixel of a screen, and the room on the page, in the units of drawings (English Metric Units). */
const pixel = 9525
const page: Size = { cx: 5_940_000, cy: 7_900_000 }

function sizeOn(width: unknown, height: unknown): Size {
  const [cx, cy] = [width, height].map((one) => (Number(one) > 0 ? Number(one) : 400) * pixel) as [
    number,
    number,
  ]
  const scale = Math.min(1, page.cx / cx, page.cy / cy)
  return { cx: Math.max(1, Math.round(cx * scale)), cy: Math.max(1, Math.round(cy * scale)) }
}

const inline = (relation: string, about: { id: number; name: string; descr: string }, size: Size) =>
  tag(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    tag('wp:extent', size),
    tag('wp:docPr', about),
    tag('a:graphic', {}, tag('a:graphicData', { uri: pictureUri }, picture(relation, about, size))),
  )

const pictureUri = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

const picture = (relation: string, { id, name }: { id: number; name: string }, size: Size) =>
  tag(
    'pic:pic',
    {},
    tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id, name }), tag('pic:cNvPicPr')),
    tag(
      'pic:blipFill',
      {},
      tag('a:blip', { 'r:embed': relation }),
      tag('a:stretch', {}, tag('a:fillRect')),
    ),
    tag(
      'pic:spPr',
      {},
      tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', size)),
      tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
    ),
  )
