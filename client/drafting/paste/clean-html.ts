/** Pasted HTML as the schema reads it: structure without styling, links without detours, and nothing that would be fetched. [DRAFT7] */
import { picturePath } from '#shared/pictures.ts'
import { anchorCharacter } from '#shared/text/blocks.ts'
import { trueAddress } from './addresses.ts'
import { asBlock, each, renamed, styleOf, unwrap, withoutStyles } from './elements.ts'
import { keepFormats } from './formats.ts'
import { flattenLists, wordLists } from './lists.ts'
import { type PastedNotes, takeNotes } from './notes.ts'

export type CleanOptions = {
  /** The text has a title already: what is pasted stands below it. */
  hasTitle: boolean
  /** Footnotes may be made of those that come along. */
  notes: boolean
}

/** HTML that was copied from this program. */
const isOurs = (html: string): boolean => html.includes('data-pm-slice')

export function cleanHtml(
  html: string,
  options: CleanOptions,
): { html: string; notes: PastedNotes } {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  if (isOurs(html)) return { html: fromOurs(body), notes: ourNotes(body, options.notes) }
  const fromOffice = /mso-|urn:schemas-microsoft|LibreOffice|docs-internal-guid/.test(html)
  removeUnseen(body)
  // Tracked in Word it is gone; on a web page it is struck out.
  for (const gone of each(body, 'del')) {
    if (fromOffice) gone.remove()
    else renamed(gone, 's')
  }
  const notes = takeNotes(body, options.notes)
  wordLists(body)
  flattenLists(body, fromOffice ? 'operative' : 'numbered')
  nameBlocks(body, options.hasTitle)
  straightenLinks(body)
  keepFormats(body)
  plainTables(body)
  tidySpaces(body)
  return { html: body.innerHTML, notes }
}

const unseen = [
  'script, style, meta, link, title, template, noscript, iframe, object, embed, svg, canvas',
  'img, picture, video, audio, source, form, button, input, select, textarea, nav, hr',
  '[hidden], [data-style*="mso-hide:all"], [data-style*="mso-element:comment"], .MsoCommentReference',
].join()

const block = ':is(p, div, h1, h2, h3, h4, h5, h6, ol, ul, table, blockquote)'

function removeUnseen(body: HTMLElement) {
  for (const element of each(body, unseen)) element.remove()
  for (const element of each(body, '[data-style]')) {
    if (/display:none|visibility:hidden|mso-hide:all/.test(styleOf(element))) element.remove()
  }
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (comments.nextNode()) found.push(comments.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
  // A break between two blocks is none of either.
  const breaks = `body > br, br.Apple-interchange-newline, ${block} + br, br:has(+ ${block})`
  for (const br of each(body, breaks)) br.remove()
}

/** Paragraphs that are called something else in their program. */
const called: readonly { selector: string; kind: string; level: number }[] = [
  { selector: 'p.MsoTitle, p.title', kind: 'heading', level: 1 },
  { selector: 'p.MsoSubtitle, p.subtitle', kind: 'heading', level: 2 },
  { selector: 'p.MsoQuote, p.MsoIntenseQuote, blockquote p', kind: 'quotation', level: 0 },
]

function nameBlocks(body: HTMLElement, hasTitle: boolean) {
  for (const { selector, kind, level } of called) {
    for (const element of each(body, selector)) {
      if (!element.dataset.kind) asBlock(element, kind, level)
    }
  }
  for (const quotation of each(body, 'blockquote')) {
    if (quotation.querySelector('p')) continue
    asBlock(renamed(quotation, 'p'), 'quotation', 0)
  }
  for (const heading of each(body, 'h1, h2, h3, h4, h5, h6')) {
    asBlock(heading, 'heading', Math.min(Number(heading.tagName[1]), 3))
  }
  const headings = each(body, '[data-kind="heading"]')
  if (!hasTitle || !headings.some(({ dataset }) => dataset.level === '1')) return
  for (const heading of headings) {
    heading.dataset.level = String(Math.min(Number(heading.dataset.level) + 1, 3))
  }
}

function straightenLinks(body: HTMLElement) {
  for (const link of each(body, 'a')) {
    const href = trueAddress(link.getAttribute('href') ?? '')
    if (href) link.setAttribute('href', href)
    else unwrap(link)
  }
}

/** A table within a table becomes lines of its cell. */
function plainTables(body: HTMLElement) {
  for (const inner of each(body, 'table table').reverse()) {
    inner.replaceWith(...each(inner, 'td, th').map((cell) => renamed(cell, 'p')))
  }
  for (const caption of each(body, 'caption')) {
    caption.closest('table')?.before(renamed(caption, 'p'))
  }
}

/** Spaces that only push text about, and paragraphs that hold nothing else. */
function tidySpaces(body: HTMLElement) {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    text.data = text.data.replaceAll(/[ \t\r\n]*[\u00a0 ][\u00a0 \t\r\n]+/g, ' ')
  }
  for (const block of each(body, 'p, [data-kind]')) {
    const says = (block.textContent ?? '').replace(/[\s\u00a0]/g, '')
    if (!says && !block.closest('td, th')) block.remove()
  }
}

/** What we have copied ourselves shows numbers to other programs where an anchor stands. */
function fromOurs(body: HTMLElement): string {
  for (const anchor of each(body, '[data-footnote], [data-reference]')) {
    anchor.textContent = anchorCharacter
  }
  for (const image of each(body, 'img')) {
    const { asset = '' } = image.closest<HTMLElement>('figure[data-asset]')?.dataset ?? {}
    if (image.getAttribute('src') !== picturePath(asset)) image.remove()
  }
  return body.innerHTML
}

function ourNotes(body: HTMLElement, wanted: boolean): PastedNotes {
  const notes: PastedNotes = new Map()
  for (const { dataset } of each(body, '[data-footnote][data-note]')) {
    if (wanted && dataset.footnote) notes.set(dataset.footnote, (dataset.note ?? '').split('\n'))
  }
  return notes
}
