/** Signatures are checked with the stock program, as readers check them. */
import { describe, expect, test } from 'vitest'
import {
  newKey,
  publicKeyFile,
  publicKeyText,
  type SigningKey,
  signFile,
} from '#server/public/minisign.ts'
import { canonicalFileName } from '#server/public/paths.ts'
import { signatureComments } from '#server/public/signature-comments.ts'
import { sealRelease } from '#shared/releases.ts'
import { flipped, minisignSays } from '../../support/minisign.ts'
import { leftOut, minisignPath } from '../../support/system-programs.ts'
import { published } from './published.ts'

const model = published({ key: newKey() })
const key = model.key as SigningKey
const name = canonicalFileName(model.slug, model.number)
const bytes = Buffer.from(sealRelease(model.release).json)
const signature = signFile(key, bytes, signatureComments(model, name))

/** What minisign says of these bytes and this signature; throws when it refuses. */
const check = (file: Uint8Array, signed: string | Uint8Array, by = publicKeyText(key)) =>
  minisignSays({ name, bytes: file, signature: signed, key: by })

/** The signature with one bit of a base64 line changed underneath its letters. */
const withBit = (line: number, at: number) => {
  const lines = signature.split('\n')
  lines[line] = flipped(Buffer.from(lines[line] as string, 'base64'), at).toString('base64')
  return lines.join('\n')
}

describe.skipIf(leftOut(minisignPath))('the stock minisign', () => {
  test('[PUB4] accepts the real file and names release and fingerprint', () => {
    const answer = check(bytes, signature)
    expect(answer).toContain('Signature and comment signature verified')
    expect(answer).toContain('KG-TJ/2026/3, release 2 of 2026-11-14')
    expect(answer).toContain(model.fingerprint.slice(0, 4))
  })

  test('[PUB4] reads the key from its file', () => {
    const file = publicKeyFile(key, 'Эътилофи «Оби муштарак»')
    expect(check(bytes, signature, file)).toContain('verified')
  })

  test('[PUB4] accepts an empty file and comments in every alphabet', () => {
    const trusted = 'КЫ-ТҶ/2026/3, ғӣқӯҳҷ ңөү “№ 3”'
    const other = signFile(key, Buffer.alloc(0), { untrusted: trusted, trusted })
    expect(check(Buffer.alloc(0), other)).toContain(trusted)
  })

  test.each([0, 1, 100, bytes.length - 1])('[PUB4] refuses the file with byte %i changed', (at) => {
    expect(() => check(flipped(bytes, at, at % 8), signature)).toThrow()
  })

  test('[PUB4] refuses a file that lost or gained a byte', () => {
    expect(() => check(bytes.subarray(0, -1), signature)).toThrow()
    expect(() => check(Buffer.concat([bytes, Buffer.from('\n')]), signature)).toThrow()
  })

  test.each([0, 2, 9, 10, 41, 42, 73])('[PUB4] refuses byte %i of the signature changed', (at) => {
    expect(() => check(bytes, withBit(1, at))).toThrow()
  })

  test.each([0, 31, 32, 63])('[PUB4] refuses byte %i of the second signature changed', (at) => {
    expect(() => check(bytes, withBit(3, at))).toThrow()
  })

  test('[PUB4] refuses any changed byte of the trusted comment', () => {
    const start = Buffer.from(signature).indexOf('trusted comment: KG') + 'trusted comment: '.length
    const end = Buffer.from(signature).indexOf('\n', start)
    for (let at = start; at < end; at++) {
      expect(() => check(bytes, flipped(Buffer.from(signature), at))).toThrow()
    }
  })

  test('[PUB4] refuses the signature of another key', () => {
    const other = signFile(newKey(), bytes, signatureComments(model, name))
    expect(() => check(bytes, other)).toThrow()
  })
})

describe('a comment', () => {
  test.each(['a\nuntrusted comment: b', 'a\r', 'a\u2028b', 'a\0'])(
    '[PUB4] that is more than one line is not signed: %j',
    (text) => {
      expect(() => signFile(key, bytes, { untrusted: 'a', trusted: text })).toThrow(RangeError)
      expect(() => signFile(key, bytes, { untrusted: text, trusted: 'a' })).toThrow(RangeError)
      expect(() => publicKeyFile(key, text)).toThrow(RangeError)
    },
  )

  test('[PUB4] that minisign could not read is not signed', () => {
    expect(() => signFile(key, bytes, { untrusted: 'ж'.repeat(501), trusted: 'a' })).toThrow(
      RangeError,
    )
  })
})

test('[PUB4] the same bytes always get the same signature', () => {
  expect(signFile(key, bytes, signatureComments(model, name))).toBe(signature)
})
