/** The order of a list of organisations, and what a search in it finds. */
import { expect, test } from 'vitest'
import { byCountry, findOrganisations } from '#client/coalitions/find-organisations.ts'
import type { Organisation } from '#shared/organisations.ts'

const organisation = (
  names: Organisation['names'],
  country: Organisation['country'],
  website: string | null = null,
): Organisation => ({ id: Object.values(names).join(), names, country, website })

const list = [
  organisation({ tg: 'Ҳамсоя', ru: 'Сосед' }, 'TJ', 'https://hamsoya.example.org'),
  organisation({ ky: 'Өмүр', ru: 'Жизнь' }, 'KG'),
  organisation({ ky: 'Ооба' }, 'KG'),
  organisation({ ky: 'Пахта' }, 'KG'),
]

const found = (search: string) => findOrganisations(list, search, 'ky').map(({ id }) => id)

test('countries come in their order, names by the alphabet of the reader', () => {
  const groups = byCountry(list, 'ky').map(({ country, organisations }) => [
    country,
    ...organisations.map(({ names }) => names.ky ?? names.tg),
  ])
  expect(groups).toEqual([
    ['KG', 'Ооба', 'Өмүр', 'Пахта'],
    ['TJ', 'Ҳамсоя'],
  ])
})

test('a search looks into names in every language, the country and the web site', () => {
  expect(found('сосед')).toEqual(['Ҳамсоя,Сосед'])
  expect(found('hamsoya')).toEqual(['Ҳамсоя,Сосед'])
  expect(found('тажикстан')).toEqual(['Ҳамсоя,Сосед'])
})

test('whoever has only the Russian letters finds the others too', () => {
  expect(found('хамсоя')).toEqual(['Ҳамсоя,Сосед'])
  expect(found('омур')).toEqual(['Өмүр,Жизнь'])
})

test('every word must be found, and an empty search finds all', () => {
  expect(found('өмүр тажикстан')).toEqual([])
  expect(found('  ')).toHaveLength(4)
})
