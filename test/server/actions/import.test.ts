/** Bringing files in and taking them out again, with numbers and pictures, through the API. [DRAFT7] */
import { expect, test } from 'vitest'
import { readFile } from '#server/files/read-file.ts'
import { writeFile } from '#server/files/write-file.ts'
import { downloadDraft, importFile, previewImport } from '#shared/api/statements.ts'
import type { Language } from '#shared/language/languages.ts'
import { picturePath } from '#shared/pictures.ts'
import { appendNodes, bodyOf, readDraftNodes } from '#shared/text/draft.ts'
import { fingerprintOfBytes } from '#shared/text/fingerprint.ts'
import { numberingOf } from '#shared/text/form.ts'
import { block, marked } from '../../shared/text/write.ts'
import type { Browser } from '../../support/browser.ts'
import { found, statement } from '../../support/coalition.ts'
import { gradient } from '../../support/pictures.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()

async function begun(languages: Language[] = ['ru']) {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition, languages)
  const query = { language: 'ru', format: 'docx' } as const
  return {
    ...{ coordinator, id },
    preview: (body: Uint8Array<ArrayBuffer>) =>
      coordinator.call(previewImport, { params: { statement: id }, query, body }),
    bringIn: (body: Uint8Array<ArrayBuffer>, place: 'replace' | 'append' = 'replace') =>
      coordinator.call(importFile, { params: { statement: id }, query: { ...query, place }, body }),
    numbering: () => server.context.rooms.read(id, numberingOf),
  }
}

const clauses = [
  block('heading', 'Оид ба об'),
  block('operative', 'Якум.', { level: 0 }),
  block('operative', 'Дуюм.', { level: 1 }),
]
const nothing = { footnotes: {}, suggestions: {}, comments: {}, pictures: {} }
const inFigures = writeFile(
  { blocks: clauses, numbering: 'decimal', ...nothing },
  'docx',
  'ru',
).bytes

test('[DRAFT5] a file numbered by figures numbers the statement so, where no other clause stands', async () => {
  const { preview, bringIn, numbering } = await begun()
  expect((await preview(inFigures)).numbering).toEqual({
    replace: { style: 'decimal', changed: 0 },
    // The clause that stands there would get another number.
    append: { style: 'letters', changed: 1 },
  })
  expect(await numbering()).toBe('letters')
  expect((await bringIn(inFigures)).renumbered).toBe(0)
  expect(await numbering()).toBe('decimal')
})

test('[DRAFT5] where another language has clauses its numbering stays, and that is told first', async () => {
  const { preview, bringIn, numbering } = await begun(['ru', 'ky'])
  expect((await preview(inFigures)).numbering.replace).toEqual({ style: 'letters', changed: 1 })
  expect((await bringIn(inFigures)).renumbered).toBe(1)
  expect(await numbering()).toBe('letters')
})

async function downloaded(browser: Browser, statement: string) {
  const query = { language: 'ru', format: 'docx' } as const
  const response = await browser.send(downloadDraft, { params: { statement }, query })
  return readFile(new Uint8Array(await response.arrayBuffer()), 'docx')
}

async function pictured() {
  const good = new Uint8Array(await gradient(52, 31).png().toBuffer())
  const bad = new Uint8Array([...good.subarray(0, 40), 1, 2, 3])
  const [one, two] = [good, bad].map(fingerprintOfBytes) as [string, string]
  const image = (asset: string, words: string) => ({
    type: 'image',
    attrs: { id: `p${words.length}`, asset, alt: words, width: 52, height: 31, review: null },
    content: [marked(words)],
  })
  const blocks = [block('heading', 'Оид ба об'), image(one, 'Канал'), image(two, 'Вайрон')]
  const pictures = { [one]: good, [two]: bad }
  return writeFile({ blocks, numbering: null, ...nothing, pictures }, 'docx', 'ru').bytes
}

test('[DRAFT6] pictures of a file are shown first, kept when it is brought in, and go out again', async () => {
  const { coordinator, id, preview, bringIn } = await begun()
  const file = await pictured()

  const seen = await preview(file)
  expect(seen.losses).toEqual([{ what: 'image', count: 1 }])
  expect(seen.blocks.map(({ type }) => type)).toEqual(['block', 'image', 'block'])
  const asset = String(seen.blocks[1].attrs.asset)
  expect(seen.blocks[1].attrs).toMatchObject({ width: 52, height: 31, alt: 'Канал' })
  expect(seen.pictures[asset]).toMatch(/^data:image\/png;base64,/)
  // Nothing is kept before somebody has confirmed it.
  expect((await coordinator.fetch(picturePath(asset))).status).toBe(404)

  expect((await bringIn(file)).losses).toEqual(seen.losses)
  expect((await coordinator.fetch(picturePath(asset))).status).toBe(200)
  const { blocks } = await server.context.rooms.read(id, (doc) => readDraftNodes(doc, 'ru'))
  expect(blocks.map(({ type }) => type)).toEqual(['block', 'image', 'block'])
  expect(blocks[1]?.attrs).toMatchObject({ asset, alt: 'Канал' })

  const back = await downloaded(coordinator, id)
  expect(Object.keys(back.pictures)).toEqual([asset])
  expect(back.losses).toEqual([])
})

test('[SIGN5] a picture of another statement that a hostile draft names does not go out with it', async () => {
  const mine = await begun()
  await mine.bringIn(await pictured())
  const { blocks } = await server.context.rooms.read(mine.id, (doc) => readDraftNodes(doc, 'ru'))
  const other = await begun()
  await server.context.rooms.edit(other.id, null, (doc) => appendNodes(bodyOf(doc, 'ru'), blocks))
  const back = await downloaded(other.coordinator, other.id)
  expect(back.pictures).toEqual({})
  expect(JSON.stringify(back.blocks)).toContain('[Канал]')
})
