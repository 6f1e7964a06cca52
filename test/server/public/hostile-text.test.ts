/** Whatever people put into names and texts stays words. */
import { expect, test } from 'vitest'
import { allReleasesPage } from '#server/public/all-releases-page.ts'
import type { PublishedRelease } from '#server/public/published-release.ts'
import { publishedStatementsPage } from '#server/public/published-statements-page.ts'
import { releaseFile } from '#server/public/release-file.ts'
import { releasePage } from '#server/public/release-page.ts'
import type { Run } from '#shared/text/canonical.ts'
import { borderCrossing } from './border-crossing.ts'
import { published, signed } from './published.ts'

const evil = `"'></title></style><script>alert(1)</script><img src=x onerror=alert(1)>`

const hostile = (runs: Run[] = [{ text: evil }]): PublishedRelease => {
  const release = borderCrossing()
  return published({
    coalition: { en: evil },
    admitted: [signed('KG', { en: evil }, { representative: evil, title: evil })],
    release: {
      ...release,
      symbol: evil,
      addressees: { en: [evil] },
      texts: release.texts.map((text) => ({
        ...text,
        title: evil,
        blocks: [
          { id: 'x', kind: 'operative', runs },
          { id: 'y', kind: 'table', rows: [[{ blocks: [{ id: 'z', kind: 'plain', runs }] }]] },
          { id: 'i', kind: 'image', asset: evil, alt: evil, caption: runs },
        ],
        footnotes: [{ id: 'f', blocks: [{ id: 'g', kind: 'plain', runs }] }],
      })),
    },
  })
}

const everything = (model: PublishedRelease): string[] => {
  const statement = { ...model, symbol: evil, titles: { en: evil }, kind: 'appeal' as const }
  return [
    releasePage(model, 'en'),
    releaseFile(model, 'en'),
    allReleasesPage(statement, 'en'),
    publishedStatementsPage([statement], 'ru'),
  ]
}

test('[PUB2] markup in titles, names, symbols and texts is written out, not obeyed', () => {
  for (const html of everything(hostile())) {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img src=x')
    expect(html.match(/<\/title>/g)).toHaveLength(1)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).toContain('&#60;script&#62;')
  }
})

test('[PUB2] no attribute ends at a quotation mark of the text', () => {
  for (const html of everything(hostile())) {
    for (const [, value] of html.matchAll(/(?:content|alt|href|src)="([^"]*)"/g)) {
      expect(value).not.toMatch(/[<>]/)
    }
    expect(html.replace(/="[^"]*"(?=[\s>])/g, '')).not.toMatch(/<[^>]*onerror/)
  }
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil',
])('[PUB2] a link to %j is only its words', (link) => {
  for (const html of everything(hostile([{ text: 'read this', link }])).slice(0, 2)) {
    expect(html).toContain('read this')
    expect(html).not.toContain(`href="${link}"`)
    expect(html.toLowerCase()).not.toMatch(/href="\s*(javascript|data|vbscript):/)
  }
})
