/** When a link works, to the millisecond. */
import { describe, expect, test } from 'vitest'
import { endOf, type LinkState, requireWorking } from '#server/domain/links.ts'
import { Refusal } from '#shared/refusals.ts'

const now = new Date('2026-11-14T06:00:00.000Z')
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds)

/** The code with which it is refused; `works` when it is not. */
function answer(link: LinkState | undefined): string {
  try {
    expect(requireWorking(link, now)).toBe(link)
    return 'works'
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code
    throw refusal
  }
}

describe('[SAFE4] a link', () => {
  test.each<[what: string, link: LinkState | undefined, expected: string]>([
    ['that nobody made', undefined, 'link-unknown'],
    ['a millisecond before its end', { expiresAt: at(1) }, 'works'],
    ['at its end', { expiresAt: at(0) }, 'link-expired'],
    ['after its end', { expiresAt: at(-1) }, 'link-expired'],
    ['that nobody used or took back', { expiresAt: at(1), usedAt: null, revokedAt: null }, 'works'],
    ['that was used', { expiresAt: at(1), usedAt: at(-1) }, 'link-used'],
    ['that was used in this very moment', { expiresAt: at(1), usedAt: now }, 'link-used'],
    ['that was taken back', { expiresAt: at(1), revokedAt: at(-1) }, 'link-revoked'],
    [
      'that was used, then taken back',
      { expiresAt: at(1), usedAt: at(-2), revokedAt: at(-1) },
      'link-used',
    ],
    ['that was used, and has run out', { expiresAt: at(-1), usedAt: at(-2) }, 'link-used'],
    [
      'that was taken back, and has run out',
      { expiresAt: at(-1), revokedAt: at(-2) },
      'link-revoked',
    ],
  ])('%s', (_, link, expected) => {
    expect(answer(link)).toBe(expected)
  })

  test('lives as long as it was given', () => {
    expect(endOf({ days: 14 }, now)).toEqual(new Date('2026-11-28T06:00:00.000Z'))
    expect(endOf({ hours: 24 }, now)).toEqual(new Date('2026-11-15T06:00:00.000Z'))
    expect(now).toEqual(new Date('2026-11-14T06:00:00.000Z'))
  })

  test('works until the end that it was given, and not at it', () => {
    const expiresAt = endOf({ hours: 1 }, now)
    expect(() => requireWorking({ expiresAt }, new Date(expiresAt.getTime() - 1))).not.toThrow()
    expect(() => requireWorking({ expiresAt }, expiresAt)).toThrow('link-expired')
  })
})
