/** The canonical form of a text: what is frozen, fingerprinted, signed and published. [REL2] */
import * as v from 'valibot'
import { languageSchema } from '../forms.ts'
import { blockKinds } from './blocks.ts'

/** The marks that belong to the text itself, in the order the canonical form names them. */
export const formats = [
  'bold',
  'italic',
  'strike',
  'subscript',
  'superscript',
  'underline',
] as const
export type Format = (typeof formats)[number]

/** A stretch of text in one format, or what stands on an anchor character, or a line break. */
const runSchema = v.union([
  v.object({
    text: v.string(),
    formats: v.exactOptional(v.array(v.picklist(formats))),
    link: v.exactOptional(v.string()),
  }),
  v.object({ footnote: v.string() }),
  v.object({ reference: v.string() }),
  v.object({ break: v.literal(true) }),
])
export type Run = v.InferOutput<typeof runSchema>

/** `level` is left out when 0; `start`, the number at which the count restarts, when it goes on. */
const textBlockSchema = v.object({
  id: v.string(),
  kind: v.picklist(blockKinds),
  level: v.exactOptional(v.number()),
  start: v.exactOptional(v.number()),
  runs: v.array(runSchema),
})
export type TextBlock = v.InferOutput<typeof textBlockSchema>

const imageBlockSchema = v.object({
  id: v.string(),
  kind: v.literal('image'),
  asset: v.string(),
  alt: v.string(),
  width: v.exactOptional(v.number()),
  height: v.exactOptional(v.number()),
  caption: v.array(runSchema),
})
export type ImageBlock = v.InferOutput<typeof imageBlockSchema>

const tableCellSchema = v.object({
  header: v.exactOptional(v.literal(true)),
  colspan: v.exactOptional(v.number()),
  rowspan: v.exactOptional(v.number()),
  blocks: v.array(textBlockSchema),
})
export type TableCell = v.InferOutput<typeof tableCellSchema>

/** `widths` has a number for each column, in hundredths of the table, 0 for one that is as wide as it needs. */
const tableBlockSchema = v.object({
  id: v.string(),
  kind: v.literal('table'),
  widths: v.exactOptional(v.array(v.number())),
  rows: v.array(v.array(tableCellSchema)),
})
export type TableBlock = v.InferOutput<typeof tableBlockSchema>

export type Block = TextBlock | ImageBlock | TableBlock

const footnoteSchema = v.object({ id: v.string(), blocks: v.array(textBlockSchema) })
export type Footnote = v.InferOutput<typeof footnoteSchema>

/**
 * One language's text. Footnotes stand in the order in which the text first names them. `numbering`
 * is left out when sub-clauses are lettered.
 */
export const canonicalTextSchema = v.object({
  language: languageSchema,
  title: v.string(),
  numbering: v.exactOptional(v.literal('decimal')),
  blocks: v.array(v.union([textBlockSchema, imageBlockSchema, tableBlockSchema])),
  footnotes: v.array(footnoteSchema),
})
export type CanonicalText = v.InferOutput<typeof canonicalTextSchema>

/** What may keep a text from being frozen; `block` is the id of the block it was found in. */
export const problemSchema = v.object({
  code: v.picklist([
    'no-title',
    'no-text',
    'empty-clause',
    'empty-footnote',
    'lost-reference',
    'open-suggestion',
    'missing-image',
    'image-without-words',
    'table-in-footnote',
    'unreadable',
  ]),
  language: languageSchema,
  block: v.exactOptional(v.string()),
})
export type Problem = v.InferOutput<typeof problemSchema>

export const isTextBlock = (block: Block): block is TextBlock => 'runs' in block

/** The words of some runs, without notes; a line break becomes a space. */
export const plainText = (runs: readonly Run[]): string =>
  runs
    .map((run) => ('text' in run ? run.text : 'break' in run ? ' ' : ''))
    .join('')
    .trim()

/** Whether the block is a heading of level 1; the first of them is the title. */
export const isTitle = (block: Block): block is TextBlock =>
  block.kind === 'heading' && block.level === 1
