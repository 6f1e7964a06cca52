/** Several who edit at once, each kind of edit by itself and all together: one text, and no letter lost. [DRAFT1] */
import { describe, expect, test } from 'vitest'
import { ours } from './ours.ts'
import { plain } from './plain.ts'
import { type Outcome, play, type Side } from './scenario.ts'

/** More of them, with rates: `npm run converge`. */
const seeds = Array.from({ length: 20 }, (_, at) => at + 1)
const kinds = Object.keys(ours.acts)

const playAll = (side: Side, some: readonly string[]): Outcome[] =>
  seeds.map((seed) => play(side, seed, some))

const sum = (outcomes: readonly Outcome[], what: 'lost' | 'doubled' | 'typed') =>
  outcomes.reduce((all, one) => all + one[what], 0)

describe('[DRAFT1] two to four who type, now together and now apart', () => {
  test.each(kinds)('end with the same text while they work on it: %s', (kind) => {
    const outcomes = playAll(ours, [kind])
    expect(sum(outcomes, 'typed')).toBeGreaterThan(500)
    expect(outcomes.filter(({ same }) => !same)).toEqual([])
    expect([sum(outcomes, 'lost'), sum(outcomes, 'doubled')]).toEqual([0, 0])
  })

  // Each of these lost letters, or had them twice, once.
  test.each([
    [['table: rows, columns, cells'], [48, 315, 524, 541, 8270, 11173, 11832]],
    [
      ['enter', 'undo, redo'],
      [1, 57, 78, 97],
    ],
    [
      ['pasting', 'undo, redo'],
      [1, 3, 473],
    ],
    [['enter', 'joining', 'undo, redo'], [498]],
    [
      ['table: new', 'undo, redo'],
      [1, 2, 54],
    ],
    [
      ['table: rows, columns, cells', 'undo, redo'],
      [1, 102],
    ],
  ])('have every letter once while they do all of these: %j', (some, seedsOfThese) => {
    for (const seed of seedsOfThese) {
      expect(play(ours, seed, some)).toMatchObject({ lost: 0, doubled: 0, same: true })
    }
  })

  test('end with the same text whatever they do', () => {
    expect(playAll(ours, kinds).filter(({ same }) => !same)).toEqual([])
  })

  test('a loss would be seen: plain tiptap loses letters where kinds are changed', () => {
    expect(sum(playAll(plain, ['kind']), 'lost')).toBeGreaterThan(0)
  })
})
