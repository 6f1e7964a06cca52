/** The one ProseMirror schema of a text: editor, server, exports and public page all use this. */
import { type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { safeAddress } from './links.ts'
import { cellAttrs, listItemAttrs } from './pasted-attrs.ts'
import { attrsOfPicture, pictureToDOM } from './picture-dom.ts'
import { attrsFromData, dataOf, elementOf, reviewKind } from './schema-dom.ts'

/**
 * The version that editor and server name to each other before they exchange text. An older editor
 * would delete what it does not know, so it is refused.
 *
 * How the schema may grow: node types, marks and attributes are only ever added, each attribute with
 * a default; none is renamed, removed or given another meaning. Each addition raises the version by
 * one. Content expressions are only ever widened.
 */
export const schemaVersion = 2

/** What every block, table and image carries: its id, and what review says of it as a whole. */
const flowAttrs = { id: { default: null }, review: { default: null } }

const nodes = {
  doc: { content: 'flow*', marks: 'insertion deletion modification' },

  /** Any paragraph, clause, heading, list item or quotation. `start` restarts its numbering at that number. */
  block: {
    group: 'flow',
    content: 'inline*',
    attrs: {
      ...flowAttrs,
      kind: { default: 'plain' },
      level: { default: 0 },
      start: { default: null },
    },
    toDOM: (node) => [elementOf(node.attrs), dataOf(node.attrs), 0],
    parseDOM: [
      { tag: 'li > p', skip: true },
      { tag: '[data-kind]', getAttrs: (element) => attrsFromData(element) },
      ...[1, 2, 3, 4, 5, 6].map((level) => ({
        tag: `h${level}`,
        attrs: { kind: 'heading', level: Math.min(level, 3) },
      })),
      { tag: 'blockquote > p', attrs: { kind: 'quotation' } },
      { tag: 'li', getAttrs: (element) => listItemAttrs(element) },
      { tag: 'p' },
    ],
  },

  text: { group: 'inline' },

  break: {
    group: 'inline',
    inline: true,
    selectable: false,
    leafText: () => '\n',
    toDOM: () => ['br'],
    parseDOM: [{ tag: 'br' }],
  },

  /** `asset` is the SHA-256 of the picture's bytes; the caption is the content. */
  image: {
    group: 'flow',
    content: 'inline*',
    isolating: true,
    attrs: {
      ...flowAttrs,
      asset: { default: null },
      alt: { default: '' },
      width: { default: null },
      height: { default: null },
    },
    toDOM: (node) => pictureToDOM(node.attrs),
    parseDOM: [
      {
        tag: 'figure[data-asset]',
        contentElement: 'figcaption',
        getAttrs: (element) => attrsOfPicture(element),
      },
    ],
  },

  table: {
    group: 'flow',
    content: 'tableRow*',
    tableRole: 'table',
    isolating: true,
    attrs: flowAttrs,
    toDOM: (node) => ['table', { 'data-id': node.attrs.id }, ['tbody', 0]],
    parseDOM: [{ tag: 'table' }],
  },

  tableRow: {
    content: 'tableCell*',
    attrs: flowAttrs,
    tableRole: 'row',
    toDOM: ({ attrs }) => ['tr', { 'data-review': reviewKind(attrs) }, 0],
    parseDOM: [{ tag: 'tr' }],
  },

  /**
   * A cell heads its column or row when `header` is set: an attribute, so that toggling it loses
   * nothing. `column` names the column in which it begins, and `colwidth` holds for each column that
   * it takes the share of the table's width in hundredths, 0 for one that nobody has set.
   */
  tableCell: {
    content: 'block*',
    tableRole: 'cell',
    isolating: true,
    attrs: {
      id: { default: null },
      column: { default: null },
      header: { default: false },
      colspan: { default: 1 },
      rowspan: { default: 1 },
      colwidth: { default: null },
    },
    toDOM: (node) => [
      node.attrs.header ? 'th' : 'td',
      { colspan: node.attrs.colspan, rowspan: node.attrs.rowspan },
      0,
    ],
    parseDOM: [
      { tag: 'td', getAttrs: (element) => cellAttrs(element, false) },
      { tag: 'th', getAttrs: (element) => cellAttrs(element, true) },
    ],
  },
} satisfies Record<string, NodeSpec>

const plainMark = (tag: string, ...others: string[]): MarkSpec => ({
  toDOM: () => [tag, 0],
  parseDOM: [tag, ...others].map((rule) => (rule.includes('=') ? { style: rule } : { tag: rule })),
})

/** As in `@handlewithcare/prosemirror-suggest-changes`, with our own ids; one may lie over the other. */
const suggestionMark = (tag: string, excludes: string): MarkSpec => ({
  inclusive: false,
  excludes,
  attrs: { id: {} },
  toDOM: (mark) => [tag, { 'data-suggestion': mark.attrs.id }, 0],
  parseDOM: [
    { tag: `${tag}[data-suggestion]`, getAttrs: (ins) => ({ id: ins.dataset.suggestion }) },
  ],
})

const marks = {
  bold: plainMark('strong', 'b', 'font-weight=bold', 'font-weight=700'),
  italic: plainMark('em', 'i', 'font-style=italic'),
  underline: plainMark('u'),
  strike: plainMark('s', 'strike'),
  subscript: { ...plainMark('sub'), excludes: 'subscript superscript' },
  superscript: { ...plainMark('sup'), excludes: 'superscript subscript' },

  link: {
    inclusive: false,
    attrs: { href: {} },
    toDOM: (mark) => [
      'a',
      { href: safeAddress(mark.attrs.href) ?? '', rel: 'noopener noreferrer nofollow' },
      0,
    ],
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeAddress(element.getAttribute('href'))
          return href ? { href } : false
        },
      },
    ],
  },

  /** Sits on one anchor character; the note itself lives in the draft's map of footnotes, by id. */
  footnote: {
    inclusive: false,
    attrs: { id: {} },
    toDOM: (mark) => ['sup', { 'data-footnote': mark.attrs.id }, 0],
    parseDOM: [
      {
        tag: 'sup[data-footnote]',
        priority: 60,
        getAttrs: (element) => ({ id: element.dataset.footnote }),
      },
    ],
  },

  /** Sits on one anchor character; what is shown is computed from the block that `target` names. */
  reference: {
    inclusive: false,
    attrs: { target: {} },
    toDOM: (mark) => ['span', { 'data-reference': mark.attrs.target }, 0],
    parseDOM: [
      { tag: 'span[data-reference]', getAttrs: ({ dataset }) => ({ target: dataset.reference }) },
    ],
  },

  /** Excludes nothing, not even itself: threads overlap. */
  comment: {
    inclusive: false,
    excludes: '',
    attrs: { thread: {} },
    toDOM: (mark) => ['span', { 'data-thread': mark.attrs.thread }, 0],
  },

  insertion: suggestionMark('ins', 'insertion'),
  deletion: suggestionMark('del', 'deletion'),
  modification: {
    inclusive: false,
    excludes: 'modification',
    attrs: {
      id: {},
      type: {},
      attrName: { default: null },
      previousValue: { default: null },
      newValue: { default: null },
    },
    toDOM: (mark) => ['span', { class: 'modified', 'data-suggestion': mark.attrs.id }, 0],
  },
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

export const schema: Schema<NodeName, MarkName> = new Schema({
  nodes: nodes as Record<NodeName, NodeSpec>,
  marks: marks as Record<MarkName, MarkSpec>,
})
