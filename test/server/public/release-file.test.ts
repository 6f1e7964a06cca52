/** The release as one file that needs no network. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { releaseFile } from '#server/public/release-file.ts'
import { languages } from '#shared/language/languages.ts'
import { published, thirdDay } from './published.ts'

describe.each(languages)('the file in %s', (language) => {
  const file = releaseFile(published(), language)

  test('[PUB3] fetches nothing, and forbids itself to', () => {
    expect(file).not.toMatch(/<script|<link|<iframe|\ssrc="|url\(|@import|@font-face/i)
    const style = file.match(/<style>(.*?)<\/style>/s)?.[1] as string
    const hash = createHash('sha256').update(style).digest('base64')
    expect(file).toContain("default-src 'none'")
    expect(file).toContain(`style-src 'sha256-${hash}'`)
  })

  test('[PUB3] has no link but to the permalink, to places in itself and to what the text names', () => {
    const links = new Set([...file.matchAll(/href="([^"]*)"/g)].map(([, address]) => address))
    const outside = [...links].filter((address) => !address?.startsWith('#'))
    expect(outside.sort()).toEqual([
      expect.stringMatching(/^https:\/\/example\.org\//),
      'https://sign.example.org/p/kg-tj-2026-3/2',
    ])
  })

  test('[PUB3] names symbol, fingerprint and how to check it', () => {
    const { fingerprint } = published()
    expect(file).toContain('KG-TJ/2026/3')
    expect(file).toContain('datetime="2026-11-14"')
    expect(file).toContain(fingerprint.match(/.{4}/g)?.join(' '))
    expect(file).toContain(`minisign -Vm kg-tj-2026-3-2.${language}.html -P RWQ`)
    expect(file).toContain(`kg-tj-2026-3-2.${language}.html.minisig`)
  })

  test('[PUB3] is the same bytes each time, also when signatures came in another order', () => {
    const model = published()
    const again = published({ admitted: [...model.admitted].reverse() })
    expect(releaseFile(again, language)).toBe(file)
  })
})

test('[PUB3] the file does not change when a newer release comes out', () => {
  const model = published()
  const later = { ...model, all: [{ number: 3, publishedAt: thirdDay }, ...model.all] }
  expect(releaseFile(later, 'ru')).toBe(releaseFile(model, 'ru'))
})

test('[REL4] a translation is marked in the file too', () => {
  expect(releaseFile(published(), 'en')).toContain('<span class="chip old">translation</span>')
  expect(releaseFile(published(), 'ru')).not.toContain('class="chip old"')
})
