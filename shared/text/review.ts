/** What review says of a text beside its words: whose a suggestion is, and the threads of comments. [DRAFT7] [REV2] [REV3] */
import * as Y from 'yjs'
import { type BlockKind, isBlockKind, isId } from './blocks.ts'
import { type Format, formats } from './canonical.ts'

/**
 * What is suggested of a block as a whole, or of a row. An inserted or deleted block is one whose *end*
 * was inserted or deleted, as in Word: without its end a block goes on in the next one.
 */
export type BlockReview =
  | { kind: 'insertion' | 'deletion'; id: string }
  | { kind: 'modification'; id: string; previous: { kind: BlockKind; level: number } }

/** Who suggested it, when (ISO 8601), and the first words of what it was about, as they were then. */
export type SuggestionNote = { author: string; at: string | null; text: string }

export type Reply = { author: string; at: string | null; text: string }

/** A thread keeps the words it is about, so that it can be read when they are gone; `block` is where they stood. */
export type Thread = {
  quotation: string
  block: string | null
  resolved: boolean
  replies: Reply[]
}

export const reviewBounds = { name: 200, quotation: 300, reply: 10_000, replies: 200 } as const

/** By the id that the marks and blocks of a suggestion carry. */
export const suggestionsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('suggestions')

/** By the id that the marks of a comment carry. */
export const commentsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('comments')

/** A value as a draft holds it, held to its bounds; null when it is none. */
export function readSuggestionNote(value: unknown): SuggestionNote | null {
  const note = asObject(value)
  if (!note) return null
  return {
    author: words(note.author, reviewBounds.name),
    at: moment(note.at),
    text: words(note.text, reviewBounds.quotation),
  }
}

/** A value as a draft holds it, held to its bounds; null when it is none. */
export function readThread(value: unknown): Thread | null {
  const thread = asObject(value)
  if (!thread || !Array.isArray(thread.replies)) return null
  return {
    quotation: words(thread.quotation, reviewBounds.quotation),
    block: isId(thread.block) ? thread.block : null,
    resolved: thread.resolved === true,
    replies: thread.replies.slice(0, reviewBounds.replies).flatMap((value) => {
      const reply = asObject(value)
      if (!reply) return []
      const { author, at, text } = reply
      return {
        author: words(author, reviewBounds.name),
        at: moment(at),
        text: words(text, reviewBounds.reply),
      }
    }),
  }
}

/** The review of a block or row as an attribute holds it; null when it is none that we know. */
export function readReview(value: unknown): BlockReview | null {
  const review = asObject(value)
  if (!review) return null
  const { kind } = review
  const id = suggestionId(review.id)
  if (kind === 'insertion' || kind === 'deletion') return { kind, id }
  const previous = asObject(review.previous)
  if (kind !== 'modification' || !previous || !isBlockKind(previous.kind)) return null
  const level = Number(previous.level)
  return {
    kind,
    id,
    previous: { kind: previous.kind, level: level >= 0 && level <= 3 ? level : 0 },
  }
}

/**
 * The id of a suggestion: letters, digits, `:`, `-` and `_`. One that is none still is a suggestion: what
 * carries it must not pass for settled.
 */
export const suggestionId = (value: unknown): string =>
  typeof value === 'string' && /^[\w:-]{1,80}$/.test(value) ? value : 'unknown'

/** The names of formats that a change of format came from or leads to. */
export const readFormats = (value: unknown): Format[] =>
  Array.isArray(value) ? formats.filter((format) => value.includes(format)) : []

const asObject = (value: unknown): { [name: string]: unknown } | null =>
  typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType)
    ? (value as { [name: string]: unknown })
    : null

const words = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most) : ''

const moment = (value: unknown): string | null =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(value)
    ? value
    : null
