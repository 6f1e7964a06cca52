/** What is drawn into a Word file: pictures, charts and shapes stay behind, the words of text boxes come over. */
import type { Losses } from '../losses.ts'
import type { XmlElement } from '../xml.ts'

/** The text boxes of a drawing, in order, without those inside another. Counts them, and what is drawn. */
export function readDrawing(drawing: XmlElement, losses: Losses): XmlElement[] {
  const elements = outsideBoxes(drawing)
  const boxes = elements.filter(isBox)
  losses.add('text-box', boxes.length)
  if (elements.some(isRule)) return boxes
  const type = elements.find(({ name }) => name === 'a:graphicData')?.attributes.uri ?? ''
  if (/\/chart(ex)?$/.test(type)) losses.add('chart')
  else if (/\/diagram$/.test(type)) losses.add('embedded-object')
  else if (boxes.length === 0 || elements.some(isPicture)) losses.add('image')
  return boxes
}

/** What is in the boxes is read as text, and counted then. */
const outsideBoxes = (element: XmlElement): XmlElement[] =>
  isBox(element) ? [element] : [element, ...element.children.flatMap(outsideBoxes)]

const isBox = ({ name }: XmlElement) => name === 'w:txbxContent'

const isPicture = ({ name }: XmlElement) => name === 'pic:pic' || name === 'v:imagedata'

/** A line across the page, drawn as a shape. */
const isRule = ({ attributes }: XmlElement) => attributes['o:hr'] === 't'
