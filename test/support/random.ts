/** Chance that comes out the same again: Mulberry32, from 0 to 1. */

export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 to below `below`. */
export const upTo = (random: Random, below: number): number => Math.floor(random() * below)

export const pick = <One>(random: Random, all: readonly One[]): One =>
  all[upTo(random, all.length)] as One
