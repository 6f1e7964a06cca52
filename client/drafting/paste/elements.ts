/** Small moves with the elements of pasted HTML, which lies in a document of its own that loads nothing. */

export const each = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
]

/** Leaves what is in it, and takes the element itself away. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

/** The same content in another element. */
export function renamed(element: Element, name: string): HTMLElement {
  const next = element.ownerDocument.createElement(name)
  next.append(...element.childNodes)
  element.replaceWith(next)
  return next
}

/** Puts all that is in an element into a new one within it. */
export function fill(element: Element, name: string): void {
  const inner = element.ownerDocument.createElement(name)
  inner.append(...element.childNodes)
  element.append(inner)
}

/** A block of the text, as the schema reads it. */
export function asBlock(element: HTMLElement, kind: string, level: number, start?: number): void {
  element.dataset.kind = kind
  element.dataset.level = String(level)
  if (start !== undefined) element.dataset.start = String(start)
}

/**
 * HTML with its styles as plain data: a page that allows no inline style is told of each that it
 * meets, also in a document that is never shown. What scripts are written on elements goes.
 */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=/gi, ' data-style=').replace(/\son\w+\s*=/gi, ' data-on='),
    )

/** The style that is written on the element itself, in lower case. */
export const styleOf = (element: Element): string =>
  (element.getAttribute('data-style') ?? '').toLowerCase().replace(/\s*([:;])\s*/g, '$1')
