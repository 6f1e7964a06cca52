/** What hands type by habit: `1. ` a clause, `- ` a list, `# ` a heading, `> ` a quotation, `**` around bold words, `[…](…)` and an address a link. */
import type { Mark, MarkType } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '#shared/text/blocks.ts'
import { safeAddress } from '#shared/text/links.ts'
import type { MarkName } from '#shared/text/schema.ts'
import { setKind } from '../editor/blocks.ts'

const kinds: readonly { find: RegExp; kind: BlockKind; level: (typed: string) => number }[] = [
  { find: /^(#{1,3}) $/, kind: 'heading', level: (typed) => typed.length },
  { find: /^([-*•]) $/, kind: 'bullet', level: () => 0 },
  { find: /^(\d{1,3}\.) $/, kind: 'operative', level: () => 0 },
  { find: /^(\d{1,3}\)) $/, kind: 'numbered', level: () => 0 },
  { find: /^([aа]\)) $/u, kind: 'operative', level: () => 1 },
  { find: /^(>) $/, kind: 'quotation', level: () => 0 },
]

/** Around words that begin and end with a letter or sign; anchors and breaks may stand between them. */
const formats: readonly { find: RegExp; mark: MarkName; sign: number }[] = [
  { find: /(?<![*\p{L}\d])\*\*(?![\s*])([^*]*[^\s*])\*\*$/u, mark: 'bold', sign: 2 },
  { find: /(?<![_\p{L}\d])__(?![\s_])([^_]*[^\s_])__$/u, mark: 'bold', sign: 2 },
  { find: /(?<![*\p{L}\d])\*(?![\s*])([^*]*[^\s*])\*$/u, mark: 'italic', sign: 1 },
  { find: /(?<![_\p{L}\d])_(?![\s_])([^_]*[^\s_])_$/u, mark: 'italic', sign: 1 },
  { find: /(?<!~)~~(?![\s~])([^~]*[^\s~])~~$/u, mark: 'strike', sign: 2 },
]

const link = /\[([^[\]]+)\]\(([^()\s]+)\)$/

/** An address that somebody has typed, and the signs that only end its sentence. */
const typedAddress =
  /(?<![\p{L}\d@/.])((?:https?:\/\/|www\.)[^\s<>«»“”„"]*(?:[\p{L}\d/]|\([^\s()]+\))|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)([.,;:!?)»”“"]*)$/u

/** The number of a clause, as it is typed: `2. `, `2.1. `, `(b) `. */
const typedNumber = /^\(?(\d{1,3}(?:\.\d{1,3})*(?=[.)])|\p{L}{1,5}(?=\)))[.)] $/u

/**
 * The change that a habit asks for; `before` is what stands in the block up to the caret, `number` what is drawn
 * before the block.
 */
export const markdownChange = (
  state: EditorState,
  before: string,
  number: string | null,
): Transaction | null =>
  kindChange(state, before) ??
  numberedAlready(state, before, number) ??
  linkChange(state, before) ??
  (before.endsWith(' ') ? addressChange(state, before.slice(0, -1), 1) : null) ??
  formatChange(state, before)

/** Whether `before` ends in something that may be a habit: cheap, for every key. */
export const mayBeMarkdown = (before: string): boolean =>
  /^(?:#{1,3}|[-*•>]) $/u.test(before) ||
  typedNumber.test(before) ||
  /[*_~)]$|[.@]\S+ $/.test(before)

function kindChange(state: EditorState, before: string): Transaction | null {
  const { $from } = state.selection
  if ($from.parent.attrs.kind !== 'plain') return null
  for (const { find, kind, level } of kinds) {
    const typed = find.exec(before)?.[1]
    if (typed === undefined) continue
    const tr = setKind(state, kind, level(typed))
    return tr.delete($from.start(), $from.pos)
  }
  return null
}

/** The number that a clause has by itself, typed by hand once more, is not to stand there twice. */
function numberedAlready({ tr, selection }: EditorState, before: string, number: string | null) {
  const typed = typedNumber.exec(before)?.[1]
  if (!typed || typed !== number?.replace(/^\(|[.)]+$/g, '')) return null
  return tr.delete(selection.$from.start(), selection.from)
}

function linkChange(state: EditorState, before: string): Transaction | null {
  const [all = '', words = '', address = ''] = link.exec(before) ?? []
  const href = safeAddress(address.includes(':') ? address : `https://${address}`)
  const type = state.schema.marks.link
  if (!all || !href || !type) return null
  return wrapped(state, all.length, 1, words.length, type.create({ href }))
}

/** The address at the end of `before`, which ends so many signs before the caret, becomes a link. */
export function addressChange(
  { tr, schema, selection }: EditorState,
  before: string,
  signs: number,
) {
  const [all = '', words = '', after = ''] = typedAddress.exec(before) ?? []
  const href = safeAddress(/^https?:/.test(words) ? words : `${schemeOf(words)}${words}`)
  const type = schema.marks.link
  const end = selection.from - signs
  const [from, to] = [end - all.length, end - after.length]
  if (!all || !href || !type || tr.doc.rangeHasMark(from, to, type)) return null
  return withoutStored(tr.addMark(from, to, type.create({ href })), type)
}

const schemeOf = (words: string) => (words.startsWith('www.') ? 'https://' : 'mailto:')

function formatChange(state: EditorState, before: string): Transaction | null {
  for (const { find, mark, sign } of formats) {
    const found = find.exec(before)
    const type = state.schema.marks[mark]
    if (!found || !type) continue
    return wrapped(state, found[0].length, sign, (found[1] ?? '').length, type.create())
  }
  return null
}

/** The last `all` letters keep the `words` behind the first `sign` of them, with a mark on them. */
function wrapped(state: EditorState, all: number, sign: number, words: number, mark: Mark) {
  const { tr, selection } = state
  const start = selection.from - all
  const end = start + sign + words
  tr.delete(end, selection.from)
  tr.delete(start, start + sign)
  tr.addMark(start, start + words, mark)
  return withoutStored(tr, mark.type)
}

const withoutStored = (tr: Transaction, type: MarkType) => tr.removeStoredMark(type)
