/** Sealing a release: its bytes and its fingerprint, written down here for good. */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type CanonicalRelease, canonicalReleaseSchema, sealRelease } from '#shared/releases.ts'

const release: CanonicalRelease = {
  format: 'undersigned/release/1',
  symbol: 'KG-TJ/2026/3',
  kind: 'resolution',
  addressees: { ru: ['Правительствам двух стран'], ky: ['Эки өлкөнүн өкмөтүнө'] },
  authentic: ['ky', 'ru'],
  prevailing: 'ru',
  texts: [
    {
      language: 'ky',
      title: 'Суу',
      blocks: [{ id: 'a', kind: 'operative', runs: [{ text: 'Шлюз ачылсын.' }] }],
      footnotes: [],
    },
    {
      language: 'ru',
      title: 'Вода',
      blocks: [{ id: 'a', kind: 'operative', runs: [{ text: 'Открыть шлюз.' }] }],
      footnotes: [],
    },
  ],
}

const json =
  '{"addressees":{"ky":["Эки өлкөнүн өкмөтүнө"],"ru":["Правительствам двух стран"]},"authentic":["ky","ru"],"format":"undersigned/release/1","kind":"resolution","prevailing":"ru","symbol":"KG-TJ/2026/3","texts":[' +
  '{"blocks":[{"id":"a","kind":"operative","runs":[{"text":"Шлюз ачылсын."}]}],"footnotes":[],"language":"ky","title":"Суу"},' +
  '{"blocks":[{"id":"a","kind":"operative","runs":[{"text":"Открыть шлюз."}]}],"footnotes":[],"language":"ru","title":"Вода"}]}'

describe('[REL2] a sealed release', () => {
  test('is these bytes, with this fingerprint', () => {
    expect(sealRelease(release)).toEqual({
      json,
      fingerprint: '0e0684f097573a152a564bbde7b7305d315ff16cda622cd4b6263adf968e1380',
    })
    expect(createHash('sha256').update(json).digest('hex')).toBe(sealRelease(release).fingerprint)
  })

  test('does not depend on the order in which its parts were put together', () => {
    const { texts, ...rest } = release
    const backwards = Object.fromEntries(Object.entries({ texts, ...rest }).reverse())
    expect(sealRelease(backwards as CanonicalRelease)).toEqual(sealRelease(release))
  })

  test.each<[what: string, changed: Partial<CanonicalRelease>]>([
    ['the symbol', { symbol: 'KG-TJ/2026/4' }],
    ['the kind', { kind: 'appeal' }],
    ['an addressee', { addressees: { ru: ['Правительству'] } }],
    ['which languages are authentic', { authentic: ['ru'] }],
    ['which language prevails', { prevailing: null }],
    ['a language', { texts: release.texts.slice(1) }],
    [
      'one letter',
      {
        texts: [
          { ...release.texts[0], title: 'Сууу' } as CanonicalRelease['texts'][0],
          ...release.texts.slice(1),
        ],
      },
    ],
  ])('changes its fingerprint with %s', (_, changed) => {
    expect(sealRelease({ ...release, ...changed }).fingerprint).not.toBe(
      sealRelease(release).fingerprint,
    )
  })

  test('reads back as it was', () => {
    expect(v.parse(canonicalReleaseSchema, JSON.parse(sealRelease(release).json))).toEqual(release)
  })

  test('says nothing of who, when and where', () => {
    expect(Object.keys(JSON.parse(sealRelease(release).json)).sort()).toEqual([
      'addressees',
      'authentic',
      'format',
      'kind',
      'prevailing',
      'symbol',
      'texts',
    ])
  })
})
