/** Names on the page and in the file: which, and in which order. */
import { describe, expect, test } from 'vitest'
import type { AdmittedSignature } from '#server/domain/roster.ts'
import { releaseFile } from '#server/public/release-file.ts'
import { releasePage } from '#server/public/release-page.ts'
import { type Language, languages } from '#shared/language/languages.ts'
import { published, signed, twelve } from './published.ts'

const namesIn = (html: string) =>
  [...html.matchAll(/<li>([^<]+)<small>/g)].map(([, name]) => name as string)

const sidesIn = (html: string) => [...html.matchAll(/<h3>([^<]+) <span>/g)].map(([, name]) => name)

const page = (language: Language, admitted: readonly AdmittedSignature[] = twelve) =>
  releasePage(published({ admitted }), language)

describe('the order of names', () => {
  test('[SIGN10] in Kyrgyz the Kyrgyz side is first, by the Kyrgyz alphabet', () => {
    expect(sidesIn(page('ky'))).toEqual(['Кыргызстан', 'Тажикстан', 'Эл аралык уюмдар'])
    expect(namesIn(page('ky')).slice(0, 4)).toEqual([
      'Айыл доору',
      'Баткен аялдары',
      'Өрүк багы',
      'Суу жана жер',
    ])
  })

  test('[SIGN10] in Tajik the Tajik side is first, by the Tajik alphabet', () => {
    expect(sidesIn(page('tg'))).toEqual(['Тоҷикистон', 'Қирғизистон', 'Созмонҳои байналмилалӣ'])
    expect(namesIn(page('tg')).slice(0, 5)).toEqual([
      'Маърифати Исфара',
      'Роҳи сабз',
      'Ҳамсоя',
      'Чашма',
      'Ҷавонони Хуҷанд',
    ])
  })

  test('[SIGN10] in Russian and English it is one list by the alphabet, with the country by each name', () => {
    const names = namesIn(page('ru'))
    expect(names).toEqual([...names].sort(new Intl.Collator('ru').compare))
    expect(names).toHaveLength(12)
    expect(page('ru')).toContain('<li>Родник<small>Таджикистан · ')
    expect(page('en')).toContain('<li>Mountain Partners<small>international organisation · ')
    expect(sidesIn(page('ru')) + sidesIn(page('en')).join()).toBe('')
  })

  test.each(languages)('[SIGN10] in %s it does not tell the order of arrival', (language) => {
    expect(page(language, [...twelve].reverse())).toBe(page(language))
  })
})

test.each([
  [
    'ru',
    '12 организаций: Кыргызстан\u00a0—\u00a06, Таджикистан\u00a0—\u00a05, международные\u00a0—\u00a01.',
  ],
  ['en', '12 organisations: 6 from Kyrgyzstan, 5 from Tajikistan, 1 international.'],
  ['ky', '12 уюм: Кыргызстан\u00a0—\u00a06, Тажикстан\u00a0—\u00a05, эл аралык\u00a0—\u00a01.'],
  [
    'tg',
    '12 созмон: Тоҷикистон\u00a0—\u00a05, Қирғизистон\u00a0—\u00a06, байналмилалӣ\u00a0—\u00a01.',
  ],
] as const)('[PUB2] in %s the count says its number as the language does', (language, sentence) => {
  expect(page(language)).toContain(sentence)
})

test.each([
  [1, '1 организация:'],
  [2, '2 организации:'],
  [5, '5 организаций:'],
  [21, '21 организация:'],
])('[PUB2] in Russian %i has its plural', (count, words) => {
  const admitted = Array.from({ length: count }, (_, at) => signed('KG', { ru: `Орг ${at}` }))
  expect(page('ru', admitted)).toContain(words)
})

describe('names that are not public', () => {
  const hidden = (count: number, visibility: 'withheld' | 'confidential' = 'withheld') =>
    Array.from({ length: count }, (_, at) =>
      signed(
        'TM',
        { ru: `Тайная ${at}`, ky: `Жашыруун ${at}`, tg: `Пинҳон ${at}`, en: `Secret ${at}` },
        { visibility, representative: 'Некто Н.', title: 'тайный советник' },
      ),
    )
  const secrets =
    /Тайная|Жашыруун|Пинҳон|Secret|Некто|советник|Туркменистан|Түркмөнстан|Turkmenistan|Туркманистон/
  const everywhere = (admitted: readonly AdmittedSignature[]) =>
    languages.flatMap((language) => [
      releasePage(published({ admitted }), language),
      releaseFile(published({ admitted }), language),
    ])

  test.each(['withheld', 'confidential'] as const)(
    '[SIGN8] %s ones are in no page and no file, nor is their country',
    (visibility) => {
      for (const html of everywhere([...twelve, ...hidden(4, visibility)])) {
        expect(html).not.toMatch(secrets)
      }
    },
  )

  test('[SIGN8] below the threshold one and two look alike: no number is told', () => {
    expect(everywhere([...twelve, ...hidden(1)])).toEqual(everywhere([...twelve, ...hidden(2)]))
    for (const html of everywhere([...hidden(2)])) expect(html).not.toMatch(secrets)
    expect(page('en', [...twelve, ...hidden(2)])).toContain('Others signed as well')
  })

  test('[SIGN8] from the threshold on only their number is told', () => {
    expect(page('en', [...twelve, ...hidden(3)])).toContain('3 more organisations signed and asked')
    expect(page('ru', [...twelve, ...hidden(3)])).toContain(
      'Ещё 3 организации подписали и попросили не называть себя.',
    )
  })

  test('[SIGN8] confidential ones are not even counted', () => {
    expect(everywhere([...twelve, ...hidden(9, 'confidential')])).toEqual(everywhere(twelve))
  })

  test('[SIGN8] a page where nobody is named says so', () => {
    expect(page('en', hidden(5))).toContain('No organisation is named here.')
  })
})
