/** Footnotes of pasted HTML: a mark in the text and a body at the end that point at each other, as Word, LibreOffice and Google Docs write them. */
import { anchorCharacter, newId } from '#shared/text/blocks.ts'
import { each } from './elements.ts'

/** The paragraphs of notes by the ids that the marks in the text have been given. */
export type PastedNotes = Map<string, string[]>

/** Takes the bodies out of the text and puts our anchors in; `wanted` is false where notes have no place. */
export function takeNotes(body: HTMLElement, wanted: boolean): PastedNotes {
  const notes: PastedNotes = new Map()
  for (const mark of each(body, 'a[href^="#"]')) {
    const target = named(body, mark.getAttribute('href'))
    const name = nameOf(mark)
    if (!target || !name || target === mark) continue
    const back = pointingAt(target, name)
    // The way back stands behind the way there: it is a mark's, and no mark itself.
    if (!back || !(mark.compareDocumentPosition(back) & 4)) continue
    const whole = bodyOf(back)
    const paragraphs = paragraphsOf(whole, back)
    whole.remove()
    if (!wanted) {
      mark.remove()
      continue
    }
    const id = newId()
    notes.set(id, paragraphs)
    const anchor = mark.ownerDocument.createElement('sup')
    anchor.dataset.footnote = id
    anchor.textContent = anchorCharacter
    const outer = mark.parentElement
    const lone = outer?.tagName === 'SUP' && outer.textContent === mark.textContent
    ;(lone ? outer : mark).replaceWith(anchor)
  }
  for (const list of each(body, '[data-style*="footnote-list"], [data-style*="endnote-list"]'))
    list.remove()
  return notes
}

const nameOf = (element: Element) => element.id || element.getAttribute('name') || ''

function named(body: HTMLElement, href: string | null): Element | null {
  const name = href?.slice(1) ?? ''
  if (!name) return null
  const word = /^_ftn|^_edn/.test(name) ? name.slice(1) : name
  return each(body, '[id], a[name]').find((one) => [name, word].includes(nameOf(one))) ?? null
}

function pointingAt(target: Element, name: string): Element | null {
  const around = target.closest('div[id], li, p, div') ?? target
  return (
    [target, ...each(around, 'a[href^="#"]')].find(
      (one) => one.getAttribute('href') === `#${name}`,
    ) ?? null
  )
}

/** All of the note: the box of its own that it has, or its paragraph. */
const bodyOf = (back: Element): Element =>
  back.closest(
    'div[data-style*="mso-element:footnote"], div[id^="sdfootnote"], div[id^="ftn"], li',
  ) ??
  back.closest('p') ??
  back.parentElement ??
  back

function paragraphsOf(whole: Element, back: Element): string[] {
  back.remove()
  const blocks = each(whole, 'p')
  return (blocks.length > 0 ? blocks : [whole])
    .map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
