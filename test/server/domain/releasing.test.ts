/** What a release is, where its statement stands, and what a freeze may leave out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  composeRelease,
  type FreezeChoices,
  type ReleaseFacts,
  releaseLanguages,
  stageOf,
  stateOf,
} from '#server/domain/releasing.ts'
import { type Language, languages } from '#shared/language/languages.ts'
import { Refusal } from '#shared/refusals.ts'
import { sealRelease } from '#shared/releases.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'

const day = new Date('2026-11-14T06:00:00Z')

/** `2p 3` are release 2, published, and release 3, which is not. */
const releases = (line: string): ReleaseFacts[] =>
  line.split(' ').map((one) => ({
    number: Number.parseInt(one, 10),
    publishedAt: one.endsWith('p') ? day : null,
  }))

describe('[PUB1] the state of a release', () => {
  test.each([
    ['1', 'candidate'],
    ['1 2', 'replaced candidate'],
    ['1 2 3', 'replaced replaced candidate'],
    ['1p', 'published'],
    ['1p 2', 'published candidate'],
    ['1p 2 3', 'published replaced candidate'],
    ['1p 2p', 'superseded published'],
    ['1p 2 3p', 'superseded replaced published'],
    ['1 2p', 'replaced published'],
    ['1p 2p 3', 'superseded published candidate'],
    ['9p 10p', 'superseded published'],
  ])('%s are %s', (line, states) => {
    const all = releases(line)
    const found = (list: ReleaseFacts[]) => all.map((one) => stateOf(one, list)).join(' ')
    expect(found(all)).toBe(states)
    expect(found([...all].reverse())).toBe(states)
  })
})

describe('the stage of a statement is told by its newest release', () => {
  test.each([
    [null, 'drafting'],
    [{ number: 1, publishedAt: null, invited: false }, 'frozen'],
    [{ number: 1, publishedAt: null, invited: true }, 'signing'],
    [{ number: 1, publishedAt: day, invited: false }, 'published'],
    [{ number: 1, publishedAt: day, invited: true }, 'published'],
  ] as const)('%o → %s', (newest, stage) => {
    expect(stageOf(newest)).toBe(stage)
  })
})

const choices = (changes: Partial<FreezeChoices> = {}): FreezeChoices => ({
  leftOut: [],
  authentic: ['ru'],
  prevailing: null,
  ...changes,
})

describe('the languages of a release', () => {
  const refusal = (all: Language[], given: Partial<FreezeChoices>) => {
    try {
      return releaseLanguages(all, choices(given))
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      return [thrown.code, thrown.details.field, thrown.details.rule].join(' ')
    }
  }

  test.each<
    [
      rule: string,
      what: string,
      all: Language[],
      given: Partial<FreezeChoices>,
      expected: Language[] | string,
    ]
  >([
    [
      '[REL1]',
      'are those of the statement, in alphabetical order',
      ['tg', 'ru', 'ky'],
      {},
      ['ky', 'ru', 'tg'],
    ],
    ['[REL1]', 'are without those left out', ['tg', 'ru', 'ky'], { leftOut: ['ky'] }, ['ru', 'tg']],
    [
      '[REL1]',
      'may leave out what the statement does not have',
      ['ru'],
      { leftOut: ['en'] },
      ['ru'],
    ],
    [
      '[REL1]',
      'are at least one',
      ['tg', 'ru'],
      { leftOut: ['ru', 'tg'] },
      'invalid-input leftOut form.choice',
    ],
    ['[REL4]', 'may all be authentic', ['tg', 'ru'], { authentic: ['ru', 'tg'] }, ['ru', 'tg']],
    [
      '[REL4]',
      'are not authentic when left out',
      ['tg', 'ru'],
      { leftOut: ['ru'], authentic: ['ru'] },
      'invalid-input authentic form.choice',
    ],
    [
      '[REL4]',
      'are not authentic when the statement does not have them',
      ['ru'],
      { authentic: ['ru', 'en'] },
      'invalid-input authentic form.choice',
    ],
    [
      '[REL4]',
      'may have one that prevails among the authentic',
      ['tg', 'ru'],
      { authentic: ['ru', 'tg'], prevailing: 'tg' },
      ['ru', 'tg'],
    ],
    [
      '[REL4]',
      'have none prevail that is a translation',
      ['tg', 'ru'],
      { authentic: ['ru'], prevailing: 'tg' },
      'invalid-input prevailing form.choice',
    ],
    [
      '[REL4]',
      'have none prevail that is left out',
      ['tg', 'ru'],
      { leftOut: ['tg'], prevailing: 'tg' },
      'invalid-input prevailing form.choice',
    ],
  ])('%s %s', (_rule, _, all, given, expected) => {
    const before = [...all]
    expect(refusal(all, given)).toEqual(expected)
    expect(all).toEqual(before)
  })
})

describe('[REL2] a release is composed', () => {
  const text = (language: Language): CanonicalText => ({
    language,
    title: `Т ${language}`,
    blocks: [],
    footnotes: [],
  })
  const statement = {
    symbol: 'KG/1',
    kind: 'appeal' as const,
    addressees: { tg: ['Ба ҳукумат'], ru: ['Первому', 'Второму'], ky: [], en: ['To nobody here'] },
  }

  test('with everything in its order', () => {
    expect(
      composeRelease(
        statement,
        [text('tg'), text('ky'), text('ru')],
        choices({ authentic: ['tg', 'ky'], prevailing: 'tg' }),
      ),
    ).toEqual({
      format: 'undersigned/release/1',
      symbol: 'KG/1',
      kind: 'appeal',
      addressees: { ru: ['Первому', 'Второму'], tg: ['Ба ҳукумат'] },
      authentic: ['ky', 'tg'],
      prevailing: 'tg',
      texts: [text('ky'), text('ru'), text('tg')],
    })
  })

  test('to the same fingerprint, in whatever order its parts come', () => {
    const shuffled = fc.shuffledSubarray([...languages], { minLength: 4 })
    fc.assert(
      fc.property(shuffled, shuffled, shuffled, (textOrder, authentic, addresseeOrder) => {
        const addressees = Object.fromEntries(
          addresseeOrder.map((one) => [one, statement.addressees[one]]),
        )
        const one = composeRelease(
          { ...statement, addressees },
          textOrder.map(text),
          choices({ authentic }),
        )
        const plain = composeRelease(
          statement,
          languages.map(text),
          choices({ authentic: [...languages] }),
        )
        expect(sealRelease(one)).toEqual(sealRelease(plain))
      }),
    )
  })

  test('but the order of addressees is the authors’', () => {
    const turned = { ...statement, addressees: { ru: ['Второму', 'Первому'] } }
    const one = composeRelease(turned, [text('ru')], choices())
    expect(one.addressees.ru).toEqual(['Второму', 'Первому'])
  })

  test('without touching what it was given', () => {
    const texts = [text('tg'), text('ky')]
    const authentic: Language[] = ['tg', 'ky']
    composeRelease(statement, texts, choices({ authentic }))
    expect(texts.map(({ language }) => language)).toEqual(['tg', 'ky'])
    expect(authentic).toEqual(['tg', 'ky'])
  })
})
