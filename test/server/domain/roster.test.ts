/** The roster: whose name is shown, who is counted, and in which order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AdmittedSignature, rosterIn } from '#server/domain/roster.ts'
import { type Country, countries } from '#shared/language/countries.ts'
import { type Localised, languages } from '#shared/language/languages.ts'
import {
  mandateBases,
  type Visibility,
  visibilities,
  withheldThreshold,
} from '#shared/signatures.ts'

const signed = (
  names: Localised,
  country: Country = 'KG',
  more: Partial<AdmittedSignature> = {},
): AdmittedSignature => ({
  organisation: { names, country },
  representative: 'А. А.',
  title: 'директор',
  basis: 'self-declared',
  visibility: 'public',
  ...more,
})
const many = (count: number, visibility: Visibility, name: string = visibility) =>
  Array.from({ length: count }, (_, at) => signed({ ru: `${name} ${at}` }, 'KG', { visibility }))

describe('[SIGN5] [SIGN7] a name is shown', () => {
  test.each<[visibility: Visibility, before: boolean, after: boolean]>([
    ['public', true, true],
    ['from-publication', false, true],
    ['withheld', false, false],
    ['confidential', false, false],
  ])('%s: before publication %s, after it %s', (visibility, before, after) => {
    const admitted = [signed({ ru: 'Вода' }, 'KG', { visibility })]
    for (const [published, shown] of [
      [false, before],
      [true, after],
    ] as const) {
      const { signatories, counts } = rosterIn('ru', admitted, published)
      expect(signatories.map(({ name }) => name)).toEqual(shown ? ['Вода'] : [])
      expect(counts).toEqual(shown ? [{ country: 'KG', count: 1 }] : [])
    }
  })

  test('with all that was signed with it, and nothing more', () => {
    const more = { representative: 'Фирӯз Р.', title: 'раис', basis: 'vouched' as const }
    expect(
      rosterIn('tg', [signed({ tg: 'Об', ru: 'Вода' }, 'TJ', more)], true).signatories,
    ).toEqual([{ name: 'Об', country: 'TJ', ...more }])
  })
})

describe('[SIGN8] names withheld are counted', () => {
  test.each([
    [0, 'none'],
    [1, 'some'],
    [withheldThreshold - 1, 'some'],
    [withheldThreshold, withheldThreshold],
    [withheldThreshold + 40, withheldThreshold + 40],
  ])('%i of them as %s', (count, told) => {
    expect(rosterIn('ru', many(count, 'withheld'), true).withheld).toBe(told)
  })

  test('only once the text is published: before, not even that there are any', () => {
    expect(rosterIn('ru', many(9, 'withheld'), false)).toEqual({
      signatories: [],
      counts: [],
      withheld: 'none',
    })
  })

  test('in no country’s count', () => {
    const admitted = [...many(9, 'withheld'), signed({ ru: 'Вода' }, 'TJ')]
    expect(rosterIn('ru', admitted, true).counts).toEqual([{ country: 'TJ', count: 1 }])
  })
})

test('[SIGN7] confidential signatures change nothing at all, before publication or after', () => {
  fc.assert(
    fc.property(
      signatures(),
      fc.boolean(),
      fc.constantFrom(...languages),
      (admitted, published, language) => {
        const without = admitted.filter(({ visibility }) => visibility !== 'confidential')
        expect(rosterIn(language, admitted, published)).toEqual(
          rosterIn(language, without, published),
        )
      },
    ),
  )
})

test('[SIGN8] no name that is not to be shown is anywhere in a roster', () => {
  const names = (count: number, visibility: Visibility) =>
    many(count, visibility, `secret-${visibility}`)
  const admitted = [
    ...names(4, 'withheld'),
    ...names(4, 'confidential'),
    ...names(4, 'from-publication'),
  ]
  expect(JSON.stringify(rosterIn('ru', admitted, false))).not.toContain('secret')
  expect(JSON.stringify(rosterIn('ru', admitted, true))).not.toMatch(
    /secret-(withheld|confidential)/,
  )
})

describe('[SIGN10] the order is alternat', () => {
  const admitted = [
    signed({ tg: 'Ҳамсоя', ru: 'Хамсоя', ky: 'Хамсоя', en: 'Hamsoya' }, 'TJ'),
    signed({ ky: 'Өрүк', ru: 'Абрикос', tg: 'Зардолу', en: 'Apricot' }, 'KG'),
    signed({ tg: 'Чашма', ru: 'Родник', ky: 'Булак', en: 'Spring' }, 'TJ'),
    signed({ ky: 'Ошто', ru: 'В Оше', tg: 'Дар Ӯш', en: 'In Osh' }, 'KG'),
    signed({ ru: 'Алматы', ky: 'Алматы', tg: 'Алмаато', en: 'Almaty' }, 'KZ'),
    signed({ ru: 'Альпы', ky: 'Альпы', tg: 'Алп', en: 'Alps' }, 'INT'),
    signed({ ru: 'Амударья', ky: 'Амударыя', tg: 'Омударё', en: 'Amu Darya' }, 'UZ'),
  ]
  test.each([
    ['ky', 'Ошто | Өрүк | Алматы | Амударыя | Булак | Хамсоя | Альпы', 'KG KZ UZ TJ INT'],
    ['tg', 'Ҳамсоя | Чашма | Алмаато | Дар Ӯш | Зардолу | Омударё | Алп', 'TJ KZ KG UZ INT'],
    ['ru', 'Абрикос | Алматы | Альпы | Амударья | В Оше | Родник | Хамсоя', 'KZ KG INT TJ UZ'],
    ['en', 'Almaty | Alps | Amu Darya | Apricot | Hamsoya | In Osh | Spring', 'INT KZ KG TJ UZ'],
  ] as const)('in %s', (language, names, countsOf) => {
    const { signatories, counts } = rosterIn(language, admitted, true)
    expect(signatories.map(({ name }) => name).join(' | ')).toBe(names)
    expect(counts.map(({ country }) => country).join(' ')).toBe(countsOf)
  })

  test('never the order of arrival, also of names that are the same', () => {
    const arrival = signatures().chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(
        arrival,
        fc.boolean(),
        fc.constantFrom(...languages),
        ([list, shuffled], published, language) => {
          expect(rosterIn(language, shuffled, published)).toEqual(
            rosterIn(language, list, published),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test('without touching what it was given', () => {
    const before = [...admitted]
    rosterIn('ky', admitted, true)
    expect(admitted).toEqual(before)
  })
})

/** Signatures whose names are often nearly, or quite, the same. */
function signatures(): fc.Arbitrary<AdmittedSignature[]> {
  const name = fc.constantFrom(
    'Суу',
    'суу',
    '«Суу»',
    'Ҳамсоя',
    'Өрүк',
    'Almaty',
    '1 май',
    'Ынтымак',
  )
  const one = fc.record({
    organisation: fc.record({
      names: fc.record({ ru: name, ky: name, tg: name }, { requiredKeys: ['ru'] }),
      country: fc.constantFrom(...countries.slice(0, 4), 'INT' as const),
    }),
    representative: fc.constantFrom('А. А.', 'Б. Б.'),
    title: fc.constantFrom('директор', 'раис'),
    basis: fc.constantFrom(...mandateBases),
    visibility: fc.constantFrom(...visibilities),
  })
  return fc.array(one, { maxLength: 12 })
}
