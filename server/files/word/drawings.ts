/** What is drawn into a Word file: pictures and the words of text boxes come over, charts and shapes stay behind. */
import type { Losses } from '../losses.ts'
import { childOf, type XmlElement } from '../xml.ts'

/** A picture, by the id of its relationship. */
export type DrawnPicture = { relation: string; alt: string }

export type Drawing = {
  /** The text boxes, in order, without those inside another. */
  boxes: XmlElement[]
  pictures: DrawnPicture[]
}

/** Counts the boxes, and what is drawn but is no picture. */
export function readDrawing(drawing: XmlElement, losses: Losses): Drawing {
  const elements = outsideBoxes(drawing)
  const boxes = elements.filter(isBox)
  losses.add('text-box', boxes.length)
  if (elements.some(isRule)) {
    losses.add('rule')
    return { boxes, pictures: [] }
  }
  const pictures = elements.filter(isPicture).map((element) => pictureOf(element, elements))
  const type = elements.find(({ name }) => name === 'a:graphicData')?.attributes.uri ?? ''
  if (/\/chart(ex)?$/.test(type)) losses.add('chart')
  else if (/\/diagram$/.test(type)) losses.add('embedded-object')
  else if (boxes.length + pictures.length === 0) losses.add('image')
  return { boxes, pictures }
}

/** What is in the boxes is read as text, and counted then. */
const outsideBoxes = (element: XmlElement): XmlElement[] =>
  isBox(element) ? [element] : [element, ...element.children.flatMap(outsideBoxes)]

const isBox = ({ name }: XmlElement) => name === 'w:txbxContent'

const isPicture = ({ name }: XmlElement) => name === 'pic:pic' || name === 'v:imagedata'

function pictureOf(element: XmlElement, around: readonly XmlElement[]): DrawnPicture {
  if (element.name === 'v:imagedata') {
    const shape = around.find(({ name }) => name === 'v:shape')
    return { relation: element.attributes['r:id'] ?? '', alt: shape?.attributes.alt ?? '' }
  }
  const blip = childOf(childOf(element, 'pic:blipFill'), 'a:blip')
  const said = around.find(({ name }) => name === 'wp:docPr')?.attributes ?? {}
  return { relation: blip?.attributes['r:embed'] ?? '', alt: said.descr || (said.title ?? '') }
}

/** A line across the page, drawn as a shape. */
const isRule = ({ attributes }: XmlElement) => attributes['o:hr'] === 't'
