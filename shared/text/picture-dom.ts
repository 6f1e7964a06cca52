/** How a picture of the text lies in a page that is edited, and how it is read from there again. */
import type { Attrs, DOMOutputSpec } from '@tiptap/pm/model'
import { isAsset, picturePath } from '../pictures.ts'

export const pictureToDOM = ({ id, asset, alt, width, height }: Attrs): DOMOutputSpec => [
  'figure',
  { 'data-id': id, 'data-asset': asset },
  [
    'img',
    {
      src: isAsset(asset) ? picturePath(asset) : 'data:,',
      alt,
      width: width === null ? null : String(width),
      height: height === null ? null : String(height),
    },
  ],
  ['figcaption', 0],
]

/** Only a picture that a server of ours has named is one of the text. */
export function attrsOfPicture(figure: HTMLElement): Attrs | false {
  const { id, asset } = figure.dataset
  const picture = figure.querySelector('img')
  if (!isAsset(asset)) return false
  const pixels = (name: string) => Math.trunc(Number(picture?.getAttribute(name))) || null
  return {
    id: id ?? null,
    asset,
    alt: picture?.getAttribute('alt') ?? '',
    width: pixels('width'),
    height: pixels('height'),
  }
}
