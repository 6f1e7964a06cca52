/** Pictures drawn anew: only the pixels stay, and files made to hurt are refused. [DRAFT6] [SAFE2] */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { redraw } from '#server/pictures/redraw.ts'
import { drawing, gradient, hostilePng, photograph } from '../../support/pictures.ts'

test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('a %s comes in', async (format) => {
  const bytes = await gradient(120, 80).toFormat(format).toBuffer()
  expect(await redraw(bytes)).toMatchObject({ width: 120, height: 80 })
})

test('[SAFE2] place, camera and author of a photograph are gone', async () => {
  const bytes = await photograph()
  expect(bytes.toString('latin1')).toContain('Bishkek')
  const kept = await redraw(bytes)
  expect(Buffer.from(kept?.bytes ?? []).toString('latin1')).not.toMatch(/Bishkek|Exif|GPS|ICC_/)
  const facts = await sharp(kept?.bytes).metadata()
  expect([facts.exif, facts.icc, facts.xmp, facts.iptc]).toEqual(Array(4).fill(undefined))
})

test('a photograph taken with the phone held upright stands upright', async () => {
  const bytes = await gradient(60, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await redraw(bytes)).toMatchObject({ width: 30, height: 60 })
})

test('a large picture becomes at most 2,000 pixels wide and high', async () => {
  const kept = await redraw(await gradient(4000, 1000).jpeg().toBuffer())
  expect(kept).toMatchObject({ type: 'image/jpeg', width: 2000, height: 500 })
})

test('what one can see through stays so', async () => {
  const kept = await redraw(await drawing())
  expect(kept?.type).toBe('image/png')
  expect((await sharp(kept?.bytes).stats()).isOpaque).toBe(false)
})

test('a second file behind the picture is not kept', async () => {
  const bytes = Buffer.concat([await gradient(20, 20).png().toBuffer(), Buffer.from('<script>PK')])
  const kept = await redraw(bytes)
  expect(Buffer.from(kept?.bytes ?? []).toString('latin1')).not.toContain('<script>')
})

test.each([
  ['nothing', ''],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['HTML', '<!doctype html><img src=x onerror=alert(1)>'],
  ['PDF', '%PDF-1.7\n1 0 obj'],
  ['TIFF', 'II*\0\x08\0\0\0'],
  ['a PNG that ends after its name', '\x89PNG\r\n\x1a\n'],
  ['a JPEG that ends after its name', '\xff\xd8\xff\xe0'],
  ['HEIC from a phone', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
])('%s is refused', async (_, text) => {
  expect(await redraw(Buffer.from(text, 'latin1'))).toBe(null)
})

test('a small file that claims to be 100,000 by 100,000 pixels is refused at once', async () => {
  expect(await redraw(hostilePng(100_000, 100_000, deflateSync(Buffer.alloc(1000))))).toBe(null)
})

test('a picture with a bite taken out or bytes turned is drawn or refused, and breaks nothing', async () => {
  const whole = new Uint8Array(await gradient(64, 64).png().toBuffer())
  const jpeg = new Uint8Array(await gradient(64, 64).jpeg().toBuffer())
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, jpeg),
      fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(4000),
      async (bytes, turned, end) => {
        const broken = bytes.slice(0, Math.max(20, end % bytes.length))
        for (const [at, value] of turned) broken[at % broken.length] = value
        const kept = await redraw(broken)
        if (kept) expect(kept.width * kept.height).toBeLessThanOrEqual(2000 * 2000)
      },
    ),
    { numRuns: 150 },
  )
})
