/** What a file says, in the nodes of our text: what every reader of files gives and every writer takes. */
import type { NodeJson } from '#shared/text/draft.ts'
import type { NumberingStyle } from '#shared/text/form.ts'
import type { SuggestionNote, Thread } from '#shared/text/review.ts'
import type { LossCount } from './losses.ts'

/** The blocks of a body; beside it, by their ids, its footnotes and what review says of it. */
export type TextNodes = {
  blocks: NodeJson[]
  /** How its clauses are numbered; null where none lies below another, which would tell. */
  numbering: NumberingStyle | null
  footnotes: { [id: string]: NodeJson[] }
  /** The bytes of its pictures, by their SHA-256, as far as they are at hand. */
  pictures: { [asset: string]: Uint8Array }
  suggestions: { [id: string]: SuggestionNote }
  comments: { [id: string]: Thread }
}

/** What a reader gives: the nodes, and what could not come over. */
export type FileText = TextNodes & { losses: LossCount[] }
