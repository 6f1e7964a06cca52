/** Reads what stands in a line of Markdown: words and their formats, links, notes, and the few HTML tags that we write. */
import type { FootnoteDefinition, Nodes, PhrasingContent, Root } from 'mdast'
import { linkTarget } from '../addresses.ts'
import { type Inline, noteAnchor, words } from '../inline.ts'
import type { Losses } from '../losses.ts'
import { type Format, marksOf, noFormat } from '../word/formats.ts'

type Around = { format: Format; link: string | null }

export class InlineReader {
  readonly #losses: Losses
  readonly #definitions: Map<string, { url: string }>
  readonly #notes: Map<string, FootnoteDefinition>
  readonly #readNote: (note: FootnoteDefinition) => string | null
  readonly #ids = new Map<FootnoteDefinition, string | null>()
  /** A note within a note has no place. */
  #inNote = false

  constructor(root: Root, losses: Losses, readNote: (note: FootnoteDefinition) => string | null) {
    const all = [...everyNode(root)]
    this.#losses = losses
    this.#readNote = readNote
    this.#definitions = new Map(
      all.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node]] : [])),
    )
    this.#notes = new Map(
      all.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
    )
    const named = new Set(
      all.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
    )
    for (const [name, note] of this.#notes)
      if (!named.has(name)) this.#notes.delete(note.identifier)
  }

  /** Whether a note comes over as one: a note that nothing names is text like any other. */
  isRead(note: FootnoteDefinition): boolean {
    return this.#notes.get(note.identifier) === note
  }

  read(children: readonly PhrasingContent[]): Inline[] {
    return this.#children(children, { format: noFormat, link: null })
  }

  #children(children: readonly PhrasingContent[], around: Around): Inline[] {
    let { format } = around
    return children.flatMap((child) => {
      if (child.type !== 'html') return this.#inline(child, { ...around, format })
      const change = changeOf(child.value)
      if (change) format = { ...format, ...change }
      else if (/^<br\s*\/?>$/i.test(child.value)) return [{ type: 'break' as const, marks: [] }]
      else if (!/^<!--/.test(child.value)) this.#losses.add('field')
      return []
    })
  }

  #inline(node: PhrasingContent, around: Around): Inline[] {
    const { format } = around
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [words(node.value.replace(/\s*\n\s*/g, ' '), marksOf(format, around.link))]
      case 'strong':
        return this.#children(node.children, { ...around, format: { ...format, bold: true } })
      case 'emphasis':
        return this.#children(node.children, { ...around, format: { ...format, italic: true } })
      case 'delete':
        return this.#children(node.children, { ...around, format: { ...format, strike: true } })
      case 'break':
        return [{ type: 'break', marks: [] }]
      case 'link':
        return this.#link(node.children, node.url, around)
      case 'linkReference':
        return this.#link(node.children, this.#definitions.get(node.identifier)?.url ?? '', around)
      case 'footnoteReference':
        return this.#note(node.identifier)
      case 'image':
      case 'imageReference':
        this.#losses.add('image')
        return node.alt ? [words(node.alt, marksOf(format, around.link))] : []
      default:
        return []
    }
  }

  #link(children: readonly PhrasingContent[], url: string, around: Around): Inline[] {
    const { link, loss } = linkTarget(url, '')
    if (loss) this.#losses.add(loss)
    return this.#children(children, { ...around, link })
  }

  #note(name: string): Inline[] {
    const note = this.#notes.get(name)
    if (!note || this.#inNote) return []
    if (!this.#ids.has(note)) {
      this.#inNote = true
      this.#ids.set(note, this.#readNote(note))
      this.#inNote = false
    }
    const id = this.#ids.get(note)
    return id ? [noteAnchor(id)] : []
  }
}

/** What a tag of ours changes of the format. */
function changeOf(tag: string): Partial<Format> | null {
  const [, closing, name = ''] = tag.match(/^<(\/?)(u|sub|sup)>$/i) ?? []
  const begins = closing === ''
  if (name === '') return null
  if (name.toLowerCase() === 'u') return { underline: begins }
  const vertical = name.toLowerCase() === 'sub' ? 'subscript' : 'superscript'
  return { vertical: begins ? vertical : null }
}

function* everyNode(root: Root): Generator<Nodes> {
  const waiting: Nodes[] = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    if ('children' in next) waiting.push(...([...next.children].reverse() as Nodes[]))
  }
}
