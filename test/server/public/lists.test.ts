/** The pages that list what is published, and the one for what is not. */
import { expect, test } from 'vitest'
import { allReleasesPage } from '#server/public/all-releases-page.ts'
import { notFoundPage } from '#server/public/not-found-page.ts'
import { titlesOf } from '#server/public/published-release.ts'
import { publishedStatementsPage } from '#server/public/published-statements-page.ts'
import { languages } from '#shared/language/languages.ts'
import { published } from './published.ts'

const model = published()
const statement = {
  ...model,
  symbol: model.release.symbol,
  kind: model.release.kind,
  titles: titlesOf(model.release),
}

test('[PUB1] every release of a statement is listed with its day and permalink, the newest marked', () => {
  const html = allReleasesPage(statement, 'en')
  expect(html).toContain(
    '<time datetime="2026-11-14">Release 2 of 14\u00a0November 2026</time></strong> <span class="chip">Newest',
  )
  expect(html).toContain(
    '<a href="/p/kg-tj-2026-3/1">https://sign.example.org/p/kg-tj-2026-3/1</a>',
  )
  expect(html.match(/Newest/g)).toHaveLength(1)
})

test('[PUB2] statements are listed with symbol, title, coalition and day, marked when in another language', () => {
  const html = publishedStatementsPage([{ ...statement, titles: { tg: 'Оби тоза' } }], 'en')
  expect(html).toContain('<a href="/p/kg-tj-2026-3/latest/en"><span lang="tg">Оби тоза</span></a>')
  expect(html).toContain('KG-TJ/2026/3')
  expect(html).toContain('Coalition “Shared Water”')
  expect(html).toContain('datetime="2026-11-14"')
  expect(publishedStatementsPage([], 'en')).toContain('Nothing has been published here yet.')
})

test('[PUB2] an address with nothing behind it answers in four languages, the reader’s first', () => {
  const html = notFoundPage('tg')
  const order = [...html.matchAll(/<section lang="(\w+)">/g)].map(([, language]) => language)
  expect(order[0]).toBe('tg')
  expect(order.sort()).toEqual([...languages])
  expect(html).not.toMatch(/<script/)
})
