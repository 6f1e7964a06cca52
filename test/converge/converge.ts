/**
 * Whether several who edit at the same time end with the same text, and what of their letters is lost or
 * doubled, for each kind of edit: in ours, and beside it in plain tiptap on y-tiptap.
 *
 *   npm run converge -- [--scenarios 300] [--seed 1] [--alone]
 *
 * In each scenario two to four editors type and do one kind of edit, hearing each other now and then; in
 * the last lines, several kinds and every kind. What somebody deletes or takes back themselves counts as
 * neither. `--alone` leaves plain tiptap out.
 */
import { parseArgs } from 'node:util'
import { ours } from './ours.ts'
import { plain } from './plain.ts'
import { play, type Side } from './scenario.ts'

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    alone: { type: 'boolean', default: false },
  },
})
const [scenarios, seed] = [Number(values.scenarios), Number(values.seed)]

/** A share of the letters typed, in thousandths. */
const perThousand = (part: number, whole: number) => `${((part / whole) * 1000).toFixed(2)} ‰`

function row(side: Side, kinds: readonly string[]): string[] {
  if (side === plain && values.alone) return []
  if (!kinds.every((kind) => kind in side.acts)) return ['–', '–', '–']
  const sum = { typed: 0, lost: 0, doubled: 0, apart: 0 }
  for (let at = 0; at < scenarios; at++) {
    const { typed, lost, doubled, same } = play(side, seed + at, kinds)
    sum.typed += typed
    sum.lost += lost
    sum.doubled += doubled
    sum.apart += same ? 0 : 1
  }
  const { typed, lost, doubled, apart } = sum
  return [perThousand(lost, typed), perThousand(doubled, typed), String(apart)]
}

const line = (cells: readonly string[]) =>
  `${cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(13))).join('')}\n`

process.stdout.write(`${scenarios} scenarios of each kind from seed ${seed}\n`)
const sides = values.alone ? ['undersigned'] : ['undersigned', 'plain tiptap']
process.stdout.write(line(['', ...sides.flatMap((name) => [name, '', ''])]))
process.stdout.write(line(['', ...sides.flatMap(() => ['lost', 'doubled', 'not the same'])]))
const kinds = Object.keys(ours.acts)
for (const kind of kinds) {
  process.stdout.write(line([kind, ...row(ours, [kind]), ...row(plain, [kind])]))
}
for (const kind of ['enter', 'pasting', 'joining']) {
  const some = [kind, 'undo, redo']
  process.stdout.write(line([`${kind}, and undo`, ...row(ours, some), ...row(plain, some)]))
}
// Plain tiptap throws here: its binding looks for a place behind the end of the text.
const tables = 'table: rows, columns, cells'
process.stdout.write(line([`${tables}, undo`, ...row(ours, [tables, 'undo, redo'])]))
process.stdout.write(
  line(['everything', ...row(ours, kinds), ...row(plain, Object.keys(plain.acts))]),
)
