/** The public page of a release. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { releasePage } from '#server/public/release-page.ts'
import { inlineStyle } from '#server/public/style.ts'
import { languages } from '#shared/language/languages.ts'
import { borderCrossing } from './border-crossing.ts'
import { published, secondDay, signed, thirdDay } from './published.ts'

const origin = 'https://sign.example.org'
const page = (changes = {}, language: (typeof languages)[number] = 'en') =>
  releasePage(published(changes), language)

describe('a newer release', () => {
  const all = [{ number: 3, publishedAt: thirdDay }, ...published().all]

  test('[PUB1] is announced with number, day and link on the page of an older one', () => {
    const old = page({ all })
    expect(old).toContain('This document has a newer release.')
    expect(old).toContain(
      '<a href="/p/kg-tj-2026-3/latest/en">Read release 3 of 1\u00a0December 2026</a>',
    )
    expect(old).toContain('There is a newer one')
    expect(old).not.toContain('✓ Published')
  })

  test('[PUB1] is found wherever it stands in the list', () => {
    expect(page({ all: [...all].reverse() })).toContain('Read release 3 of')
  })

  test('[PUB1] is not spoken of when there is none', () => {
    expect(page()).not.toContain('newer')
    expect(page()).toContain('✓ Published')
  })
})

describe.each(languages)('the page in %s', (language) => {
  const html = page({}, language)

  test('[PUB2] has no script, no handler, no inline style attribute, and one style sheet that the policy knows', () => {
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=|<iframe|<object|<form/i)
    const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gs)]
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.[1]).toContain('--paper:')
    const hash = createHash('sha256')
      .update(sheets[0]?.[1] as string)
      .digest('base64')
    expect(inlineStyle.cspHash).toBe(`sha256-${hash}`)
  })

  test('[SAFE1] fetches nothing from anywhere else', () => {
    const fetched = [...html.matchAll(/(?:src="|url\()([^")]+)/g)].map(([, address]) => address)
    expect(fetched.every((address) => address?.startsWith('/fonts/'))).toBe(true)
    expect(html).toContain('<meta name="referrer" content="no-referrer">')
  })

  test('[PUB2] says its language, its address and those of the other languages', () => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<link rel="canonical" href="${origin}/p/kg-tj-2026-3/2/${language}">`)
    for (const other of languages) {
      const address = `/p/kg-tj-2026-3/2/${other}`
      expect(html).toContain(
        `<link rel="alternate" hreflang="${other}" href="${origin}${address}">`,
      )
      expect(html).toContain(`<a href="${address}" lang="${other}" hreflang="${other}"`)
    }
    expect(html).toContain(`hreflang="x-default" href="${origin}/p/kg-tj-2026-3/2">`)
  })

  test('[PUB2] numbers clauses, each with its anchor', () => {
    expect(html).toContain('id="p-b1" class="operative"><a class="number" href="#p-b1">2.</a>')
  })

  test('[PUB2] leaves no word without its message', () => {
    const visible = html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, '\n')
    expect(visible).not.toMatch(/[{}]|undefined|NaN|\[object/)
    expect(visible).not.toMatch(/^\s*[a-z]+[-.][a-z-]+\s*$/m)
  })
})

test('[PUB2] relations of RFC 5829 lead to the releases around it', () => {
  const around = [
    { number: 4, publishedAt: thirdDay },
    { number: 2, publishedAt: secondDay },
    { number: 1, publishedAt: secondDay },
  ]
  const html = page({ all: around })
  const relation = (name: string, path: string) =>
    expect(html).toContain(`<link rel="${name}" href="${origin}${path}">`)
  relation('latest-version', '/p/kg-tj-2026-3/latest/en')
  relation('version-history', '/p/kg-tj-2026-3')
  relation('predecessor-version', '/p/kg-tj-2026-3/1')
  relation('successor-version', '/p/kg-tj-2026-3/4')
  expect(page({ all: around.slice(1, 2) })).not.toMatch(/predecessor|successor/)
})

test('[PUB2] the preview that messengers read has title, first words, address and language', () => {
  const html = page({}, 'tg')
  expect(html).toContain('<meta property="og:title" content="Дар бораи гузаштани бехатари')
  expect(html).toContain('<meta property="og:description" content="Мо, ташкилотҳои зерин имзокарда')
  expect(html).toContain(`<meta property="og:url" content="${origin}/p/kg-tj-2026-3/2/tg">`)
  expect(html).toContain('<meta property="og:locale" content="tg_TJ">')
})

test('[PUB2] markup and style stay below 25 kB beside the text and the names', () => {
  const html = page({ admitted: [signed('KG', { ky: 'Үмүт' })] }, 'ru')
  const text = html.match(/<article.*<\/article>/s)?.[0] as string
  expect(Buffer.byteLength(html) - Buffer.byteLength(text)).toBeLessThan(25_000)
})

describe('the weight of the texts', () => {
  test('[REL4] authentic texts are named, and a translation is marked as one', () => {
    const html = page()
    expect(html).toContain('<dd>Russian, Kyrgyz, Tajik; all equally authentic</dd>')
    expect(html).toContain('<dt>Translation</dt><dd>English</dd>')
    expect(html).toContain('>English</a> <small>(translation)</small>')
    expect(html).toContain('You are reading a translation.')
    expect(page({}, 'ky')).not.toContain('котормону окуп')
  })

  test('[REL4] the prevailing text is named', () => {
    const release = { ...borderCrossing(), prevailing: 'ru' as const }
    expect(page({ release })).toContain('where they differ, the Russian text prevails')
    expect(page({ release }, 'ru')).toContain('при расхождениях преобладает русский текст')
  })

  test('[REL4] a language that the release does not have shows the prevailing text, else an authentic one', () => {
    const release = borderCrossing()
    const texts = release.texts.filter(({ language }) => language !== 'ky')
    expect(page({ release: { ...release, texts } }, 'ky')).toContain('<html lang="ru">')
    const prevailing = { ...release, texts, prevailing: 'tg' as const }
    expect(page({ release: prevailing }, 'ky')).toContain('<html lang="tg">')
  })
})

test('[PUB4] fingerprint, key and the command to check with stand on the page', () => {
  const html = page()
  const { fingerprint } = published()
  expect(html).toContain(fingerprint.match(/.{4}/g)?.join(' '))
  expect(html).toContain('minisign -Vm kg-tj-2026-3-2.json -P RWQHBwcHBwcHBwkJ')
  for (const file of ['.json', '.json.minisig', '.en.html', '.en.html.minisig']) {
    expect(html).toContain(`href="/p/kg-tj-2026-3/2/kg-tj-2026-3-2${file}"`)
  }
})
