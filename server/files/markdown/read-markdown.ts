/** Reads Markdown, with the notes and tables of GitHub's, into blocks and footnotes of our text. [DRAFT7] */
import type { Attrs } from '@tiptap/pm/model'
import type { List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { Refusal } from '#shared/refusals.ts'
import { type BlockKind, fittingLevel, newId } from '#shared/text/blocks.ts'
import type { NodeJson } from '#shared/text/draft.ts'
import { most, within } from '../bounds.ts'
import { decodeText } from '../decode-text.ts'
import type { FileText } from '../file-text.ts'
import { hasWords, type Inline, tidied, withoutOverallBold, words } from '../inline.ts'
import { Losses } from '../losses.ts'
import { settleStarts } from '../settle.ts'
import { InlineReader } from './read-inline.ts'

/** Throws `unreadable-file`, `file-too-large` or `file-empty`. */
export function readMarkdown(bytes: Uint8Array): FileText {
  const source = decodeText(bytes)
    .replace(/^\ufeff/, '')
    .replace(frontMatter, '')
  within(source.length <= most.characters && !tooDeep.test(source))
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const reader = new MarkdownReader(root)
  const blocks = reader.flow(root.children, 0)
  settleStarts(blocks, reader.numbers)
  if (blocks.length === 0) throw new Refusal('file-empty')
  const { footnotes, losses } = reader
  return {
    ...{ blocks, numbering: null, footnotes },
    ...{ pictures: {}, suggestions: {}, comments: {}, losses: losses.list() },
  }
}

/** What some programs put before the text about it. */
const frontMatter = /^---\r?\n(?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n)*---\r?\n/

/** No text quotes a quotation of a quotation so often; a parser would take long over it. */
const tooDeep = /^[ \t]*(?:>[ \t]*){50}/m

class MarkdownReader {
  readonly footnotes: { [id: string]: NodeJson[] } = {}
  readonly losses = new Losses()
  readonly numbers = new Map<Attrs, number>()
  readonly #inline: InlineReader

  constructor(root: Root) {
    this.#inline = new InlineReader(root, this.losses, (note) => {
      const blocks = this.flow(note.children as RootContent[], 0, 'note')
      if (blocks.length === 0) return null
      const id = newId()
      this.footnotes[id] = blocks
      return id
    })
  }

  flow(nodes: readonly Nodes[], depth: number, place: 'body' | 'note' = 'body'): NodeJson[] {
    return nodes.flatMap((node) => this.#block(node, depth, place))
  }

  #block(node: Nodes, depth: number, place: 'body' | 'note'): NodeJson[] {
    switch (node.type) {
      case 'heading': {
        const inlines = withoutOverallBold(tidied(this.#inline.read(node.children)))
        return place === 'note' ? block('plain', 0, inlines) : block('heading', node.depth, inlines)
      }
      case 'paragraph':
        return this.#paragraphs(node.children, 'plain')
      case 'blockquote':
        return this.#quotation(node.children, depth, place)
      case 'list':
        return this.#list(node, depth, place)
      case 'table':
        return this.#table(node)
      case 'code':
        return node.value.split('\n').flatMap((line) => block('plain', 0, tidied([words(line)])))
      case 'html': {
        if (/^\s*<!--/.test(node.value)) return []
        this.losses.add('field')
        return block('plain', 0, tidied([words(node.value.replace(/<[^>]*>/g, ' '))]))
      }
      case 'footnoteDefinition':
        return this.#inline.isRead(node) ? [] : this.flow(node.children, depth, place)
      case 'thematicBreak':
        this.losses.add('rule')
        return []
      default:
        return []
    }
  }

  #paragraphs(children: readonly PhrasingContent[], kind: BlockKind): NodeJson[] {
    return block(kind, 0, tidied(this.#inline.read(children)))
  }

  #quotation(children: readonly Nodes[], depth: number, place: 'body' | 'note'): NodeJson[] {
    return children.flatMap((child) =>
      child.type === 'paragraph' && place === 'body'
        ? this.#paragraphs(child.children, 'quotation')
        : this.#block(child, depth, place),
    )
  }

  /** An item's first paragraph is its block; what else stands in it follows. */
  #list(list: List, depth: number, place: 'body' | 'note'): NodeJson[] {
    within(depth < most.depth)
    let number = list.start ?? 1
    return list.children.flatMap((item) => {
      const [first, ...rest] = item.children
      const inlines = first?.type === 'paragraph' ? tidied(this.#inline.read(first.children)) : []
      const after = this.flow(inlines.length > 0 ? rest : item.children, depth + 1, place)
      const own = this.#item(inlines, list, depth, place, number)
      number++
      return [...own, ...after]
    })
  }

  #item(
    inlines: Inline[],
    { ordered }: List,
    depth: number,
    place: 'body' | 'note',
    number: number,
  ): NodeJson[] {
    if (inlines.length === 0) return []
    if (place === 'note') {
      return block('plain', 0, tidied([words(ordered ? `${number}. ` : '• '), ...inlines]))
    }
    const made = block(ordered ? 'operative' : 'bullet', depth, inlines)
    if (ordered && made[0]?.attrs) this.numbers.set(made[0].attrs, number)
    return made
  }

  #table(table: Table): NodeJson[] {
    within(table.children.every(({ children }) => children.length <= most.columns))
    const columns = Math.max(...table.children.map(({ children }) => children.length))
    const rows = table.children.map((row, at) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) => {
        const children = row.children[column]?.children ?? []
        const content = this.#cell(children)
        return { type: 'tableCell', attrs: { header: at === 0, colspan: 1, rowspan: 1 }, content }
      }),
    }))
    const [head, ...others] = rows
    const isBare = head?.content.every(({ content }) => !content.some((one) => one.content))
    const content = isBare && others.length > 0 ? others : rows
    return content.length > 0 ? [{ type: 'table', attrs: { id: newId() }, content }] : []
  }

  /** A cell is one line in Markdown: its paragraphs are parted by breaks. */
  #cell(children: readonly PhrasingContent[]): NodeJson[] {
    const lines: Inline[][] = [[]]
    for (const inline of this.#inline.read(children)) {
      if (inline.type === 'break') lines.push([])
      else lines.at(-1)?.push(inline)
    }
    const blocks = lines.flatMap((line) => block('plain', 0, tidied(line)))
    return blocks.length > 0 ? blocks : [{ type: 'block', attrs: attrsOf('plain', 0) }]
  }
}

const attrsOf = (kind: BlockKind, level: number): Attrs => ({
  ...{ id: newId(), kind, start: null },
  level: fittingLevel(kind, level),
})

const block = (kind: BlockKind, level: number, content: Inline[]): NodeJson[] =>
  content.length > 0 && (hasWords(content) || kind === 'plain')
    ? [{ type: 'block', attrs: attrsOf(kind, level), content }]
    : []
