/** Good typesetting for what was not typed here: the same rules as while typing, and a few that would disturb there. */
import type { Language } from '#shared/language/languages.ts'
import { type Rewrite, rewriteAsTyped } from './rewrites.ts'

/** More never follow from one letter. */
const mostRules = 4

/** One letter of the outcome, and the stretch of the text that it stands for. */
type Cell = { sign: string; from: number; to: number }

/**
 * The least changes that set a block's text well, in their order; nothing where `isFixed` says that
 * a letter stays as it is, as in a link. To set the outcome again changes nothing.
 */
export function tidy(
  text: string,
  language: Language,
  isFixed: (at: number) => boolean = () => false,
): Rewrite[] {
  const cells: Cell[] = []
  let written = ''
  // A last line end lets rules look behind the last word.
  for (const [at, sign] of [...units(text), '\n'].entries()) {
    const cell = {
      sign: isFixed(at) ? sign : straightened(sign, written, language),
      from: at,
      to: at + 1,
    }
    if (!isFixed(at) && joins(cells, cell, isFixed)) {
      written = written.slice(0, -1) + (cells.at(-1)?.sign ?? '')
      continue
    }
    cells.push(cell)
    written += cell.sign
    // One rule makes way for another: a quotation mark ends the word before which a space clings.
    for (let rule = 0; rule < mostRules; rule++) {
      const rewrite = rewriteAsTyped(written, language)
      if (!rewrite || someFixed(cells, rewrite, isFixed)) break
      replace(cells, rewrite)
      written = written.slice(0, rewrite.from) + rewrite.text + written.slice(rewrite.to)
    }
  }
  return cells
    .filter(({ sign, from, to }) => to <= text.length && text.slice(from, to) !== sign)
    .map(({ sign, from, to }) => ({ from, to, text: sign }))
}

/** The units of a text that positions count, not its letters. */
const units = (text: string) => text.split('')

/** A quotation mark of the other kind of language, as the straight one that rules know. */
function straightened(sign: string, written: string, language: Language): string {
  if (language === 'en') return /[«»„]/.test(sign) ? '"' : sign
  if (sign === '”') return '"'
  return sign === '“' && !/„[^“]*$/.test(written) ? '"' : sign
}

/** A space behind a space, or before a mark that clings to its word, is one with what stands there. */
function joins(cells: Cell[], { sign, to }: Cell, isFixed: (at: number) => boolean): boolean {
  const last = cells.at(-1)
  if (!last || isFixed(last.from) || !/^[ \u00a0]$/.test(last.sign)) return false
  const clings = /[,;:.!?)»”…]/.test(sign) && cells.length > 1
  const isSpace = /[ \u00a0]/.test(sign)
  if (!isSpace && !clings) return false
  // An ellipsis begins a word as well as it ends one.
  if (sign === '.' || sign === '…' || sign === ')') return false
  if (clings || sign === '\u00a0') last.sign = sign
  last.to = to
  return true
}

const someFixed = (
  cells: readonly Cell[],
  { from, to }: Rewrite,
  isFixed: (at: number) => boolean,
) => cells.slice(from, to).some((cell) => isFixed(cell.from))

/** Never longer than what it replaces: the last new letter stands for all that is left. */
function replace(cells: Cell[], { from, to, text }: Rewrite) {
  const old = cells.slice(from, to)
  const next = units(text).map((sign, at) => {
    const last = at === text.length - 1
    const first = old[at] as Cell
    return { sign, from: first.from, to: last ? (old.at(-1) as Cell).to : first.to }
  })
  cells.splice(from, to - from, ...next)
}
