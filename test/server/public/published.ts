/** Builders of published releases for the tests of pages and files. */
import type { AdmittedSignature } from '#server/domain/roster.ts'
import type { PublishedRelease } from '#server/public/published-release.ts'
import type { Country } from '#shared/language/countries.ts'
import type { Localised } from '#shared/language/languages.ts'
import { sealRelease } from '#shared/releases.ts'
import { borderCrossing } from './border-crossing.ts'

export const signed = (
  country: Country,
  names: Localised,
  more: Partial<Omit<AdmittedSignature, 'organisation'>> = {},
): AdmittedSignature => ({
  organisation: { names, country },
  representative: 'А. А.',
  title: 'директор',
  basis: 'self-declared',
  visibility: 'from-publication',
  ...more,
})

/** Release 2 of two; with the twelve organisations of two countries and of none. */
export function published(changes: Partial<PublishedRelease> = {}): PublishedRelease {
  const release = changes.release ?? borderCrossing()
  return {
    publicUrl: 'https://sign.example.org',
    slug: 'kg-tj-2026-3',
    number: 2,
    fingerprint: sealRelease(release).fingerprint,
    coalition: {
      en: 'Coalition “Shared Water”',
      ky: '«Орток суу» коалициясы',
      ru: 'Коалиция «Общая вода»',
      tg: 'Эътилофи «Оби муштарак»',
    },
    release,
    publishedAt: secondDay,
    all: [
      { number: 2, publishedAt: secondDay },
      { number: 1, publishedAt: firstDay },
    ],
    admitted: twelve,
    key: { keyId: new Uint8Array(8).fill(7), publicKey: new Uint8Array(32).fill(9) },
    ...changes,
  }
}

const firstDay = new Date('2026-10-02T06:00:00Z')
export const secondDay = new Date('2026-11-14T09:30:00Z')
export const thirdDay = new Date('2026-12-01T09:30:00Z')

export const twelve: readonly AdmittedSignature[] = [
  signed('TJ', { tg: 'Ҳамсоя', ru: 'Хамсоя' }, { representative: 'Фирӯз Р.', basis: 'vouched' }),
  signed('KG', { ky: 'Суу жана жер', ru: 'Вода и земля' }, { representative: 'Бакыт Т.' }),
  signed('TJ', { tg: 'Роҳи сабз', ru: 'Рохи сабз', en: 'Green Way' }, { title: 'председатель' }),
  signed('KG', { ky: 'Айыл доору', ru: 'Айыл доору' }, { representative: 'Айгүл О.' }),
  signed('KG', { ky: 'Баткен аялдары', ru: 'Женщины Баткена' }, { basis: 'document-seen' }),
  signed('TJ', { tg: 'Маърифати Исфара', ru: 'Просвещение Исфары' }, { basis: 'vouched' }),
  signed('KG', { ky: 'Өрүк багы', ru: 'Абрикосовый сад' }, { title: 'төрага' }),
  signed('TJ', { tg: 'Ҷавонони Хуҷанд', ru: 'Молодёжь Худжанда' }),
  signed('KG', { ky: 'Ынтымак көпүрөсү чек ара коомдук бирикмеси', ru: 'Мост согласия' }),
  signed('TJ', { tg: 'Чашма', ru: 'Родник' }, { title: 'раис' }),
  signed('KG', { ky: 'Үмүт', ru: 'Надежда' }, { visibility: 'public' }),
  signed('INT', { en: 'Mountain Partners', ru: 'Горные партнёры' }, { title: 'director' }),
]
