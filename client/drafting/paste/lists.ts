/** Lists of pasted HTML as flat blocks with a kind and a level, whatever program they come from. */
import { asBlock, each, renamed, styleOf } from './elements.ts'

const deepest = 3

/** Lists that are nested elements, as in web pages, Google Docs and LibreOffice; `numbered` is the kind of a numbered one. */
export function flattenLists(body: HTMLElement, numbered: 'operative' | 'numbered'): void {
  for (const list of each(body, 'ol, ul')) {
    // An outer list has taken its inner ones along.
    if (list.isConnected && !list.parentElement?.closest('ol, ul')) {
      list.replaceWith(...itemsOf(list, 0, numbered))
    }
  }
}

function itemsOf(list: Element, depth: number, numbered: 'operative' | 'numbered'): Element[] {
  const start = Number(list.getAttribute('start') ?? 1)
  const blocks: Element[] = []
  let isFirst = true
  for (const child of [...list.children]) {
    if (child.matches('ol, ul')) {
      blocks.push(...itemsOf(child, depth + 1, numbered))
      continue
    }
    const kind = list.tagName === 'OL' ? numbered : 'bullet'
    const restarts = isFirst && kind !== 'bullet' && start > 1 ? start : undefined
    const level = Math.min(levelOf(child) ?? depth, deepest)
    blocks.push(...blocksOfItem(child, kind, level, depth, numbered, restarts))
    isFirst = false
  }
  return blocks
}

/** Google Docs names the level itself. */
function levelOf(item: Element): number | null {
  const level = Number(item.getAttribute('aria-level'))
  return level >= 1 ? level - 1 : null
}

/** What an item says, a block for each of its paragraphs, and the lists within it behind. */
function blocksOfItem(
  item: Element,
  kind: string,
  level: number,
  depth: number,
  numbered: 'operative' | 'numbered',
  start: number | undefined,
): Element[] {
  const blocks: Element[] = []
  let line: HTMLElement | null = null
  for (const node of [...item.childNodes]) {
    const element = node.nodeType === 1 ? (node as HTMLElement) : null
    if (element?.matches('ol, ul')) {
      blocks.push(...itemsOf(element, depth + 1, numbered))
      line = null
    } else if (element?.matches('p, div, h1, h2, h3, h4, h5, h6, blockquote')) {
      const block = renamed(element, 'p')
      blocks.push(block)
      line = null
    } else {
      if (!line && !node.textContent?.trim()) continue
      line ??= added(blocks, item)
      line.append(node)
    }
  }
  const own = blocks.filter((block) => !(block as HTMLElement).dataset.kind) as HTMLElement[]
  own.forEach((block, at) => {
    // The second paragraph of an item is no item: it goes on as plain text.
    if (at === 0) asBlock(block, kind, level, start)
    else asBlock(block, 'plain', 0)
  })
  return blocks
}

function added(blocks: Element[], item: Element): HTMLElement {
  const line = item.ownerDocument.createElement('p')
  blocks.push(line)
  return line
}

/** Word's lists are paragraphs: a style names list and level, and the mark stands in the text. */
export function wordLists(body: HTMLElement): void {
  for (const paragraph of each(body, '[data-style*="mso-list"]')) {
    const [, level] = styleOf(paragraph).match(/mso-list:l\d+ level(\d+)/) ?? []
    if (!level || !paragraph.matches('p, h1, h2, h3, h4, h5, h6, li')) continue
    const mark = paragraph.querySelector<HTMLElement>('[data-style*="mso-list"]')
    const sign = mark?.textContent?.replace(/[\s\u00a0]/g, '') ?? ''
    mark?.remove()
    if (paragraph.matches('h1, h2, h3, h4, h5, h6')) continue
    const kind = /^\(?[\p{L}\d.]+[.)]$/u.test(sign) ? 'operative' : 'bullet'
    asBlock(paragraph, kind, Math.min(Number(level) - 1, deepest))
  }
}
