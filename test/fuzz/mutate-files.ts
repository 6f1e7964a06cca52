/** Damages real files in the ways in which hostile ones are made: bytes, the XML inside a zip, the zip itself. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Random, upTo } from '../support/random.ts'

/** The file with some of its bytes changed, dropped or doubled. */
export function damageBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const made = [...bytes]
  for (let times = 1 + upTo(random, 8); times > 0; times--) {
    const at = upTo(random, made.length)
    const kind = upTo(random, 3)
    if (kind === 0) made[at] = upTo(random, 256)
    else if (kind === 1) made.splice(at, upTo(random, 40))
    else made.splice(at, 0, ...made.slice(at, at + upTo(random, 40)))
  }
  return Uint8Array.from(made)
}

/** The same zip with the markup of one of its parts changed, so that it is still a zip. */
export function damageMarkup(bytes: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(bytes)
  const names = Object.keys(files).filter((name) => name.endsWith('.xml'))
  const name = names[upTo(random, names.length)]
  if (!name) return bytes
  let text = strFromU8(files[name] as Uint8Array)
  for (let times = 1 + upTo(random, 6); times > 0; times--) text = damageText(text, random)
  return zipSync({ ...files, [name]: strToU8(text) }, { level: 1 })
}

function damageText(text: string, random: Random): string {
  const tags = [...text.matchAll(/<[^>]+>/g)]
  const one = tags[upTo(random, tags.length)]
  const other = tags[upTo(random, tags.length)]
  if (!one || !other) return text
  const [from, to] = [one.index, one.index + one[0].length]
  const kind = upTo(random, 6)
  if (kind === 0) return text.slice(0, from) + text.slice(to)
  if (kind === 1) return text.slice(0, from) + other[0] + text.slice(to)
  if (kind === 2) return text.slice(0, to) + text.slice(from)
  if (kind === 3)
    return text.replace(/"\d+"/g, (value) => (upTo(random, 9) === 0 ? odd(random) : value))
  if (kind === 4) return `${text.slice(0, to)}${one[0].repeat(upTo(random, 300))}${text.slice(to)}`
  return (
    text.slice(0, from) +
    text.slice(Math.min(from, other.index), Math.max(to, other.index)) +
    text.slice(to)
  )
}

const odd = (random: Random) =>
  ['"-1"', '"99999999999999999999"', '""', '"NaN"', '"0"', '"__proto__"', '"constructor"'][
    upTo(random, 7)
  ] as string
