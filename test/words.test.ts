/** The catalogues: four languages that say the same things in their own letters, with nothing missing and nothing dead. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import { farWords, loadWords, type WordId } from '#client/i18n/words.ts'
import { draftStates } from '#client/sync/draft-state.ts'
import { wordsOf } from '#server/public/words.ts'
import { languages } from '#shared/language/languages.ts'
import { refusalCodes } from '#shared/refusals.ts'
import { releaseStates } from '#shared/releases.ts'
import { roles } from '#shared/roles.ts'
import { mandateBases, signatureStates, signatureSteps, visibilities } from '#shared/signatures.ts'
import { stages, statementKinds } from '#shared/statements.ts'
import { problemSchema } from '#shared/text/canonical.ts'
import { losses } from '#shared/text/losses.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const wordsIn = (family: string, language: string): { [id: string]: string } =>
  JSON.parse(read(family.replace('*', language)))

/** Each family of catalogues, with `*` for the language. */
const clientFamilies = readdirSync(join(root, 'client/i18n/words/en')).map(
  (name) => `client/i18n/words/*/${name}`,
)
const families = ['shared/words/*.json', 'server/public/words/*.json', ...clientFamilies]
const catalogues = families.flatMap((family) =>
  languages.map((language) => [family, language, wordsIn(family, language)] as const),
)

/** What a message is made of: its blanks, its choices (`count: plural one other`), and what is spoken. */
function anatomyOf(message: string) {
  const blanks = new Set<string>()
  const choices: string[] = []
  const spoken: string[] = []
  const walk = (parts: unknown[]) => {
    for (const part of parts) {
      if (typeof part === 'string') {
        if (part !== '#') spoken.push(part)
        continue
      }
      const [name, format, options = {}] = part as [string, string?, object?]
      blanks.add(name)
      const named = Object.entries(options).filter(([choice]) => choice !== 'offset')
      if (named.length > 0) choices.push([name, format, ...named.map(([one]) => one)].join(' '))
      for (const [, inner] of named) walk(inner)
    }
  }
  walk(compileMessageOrThrow(message))
  return { blanks: [...blanks].sort(), choices: choices.sort(), spoken }
}

const selects = (message: string) =>
  anatomyOf(message).choices.filter((choice) => !choice.includes(' plural '))

describe.each(catalogues)('%s in %s', (family, language, words) => {
  const english = wordsIn(family, 'en')

  test('has the ids of the English one', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort())
  })

  test('has the blanks and choices of the English one', () => {
    for (const [id, message] of Object.entries(words)) {
      const meant = english[id] ?? ''
      expect([id, anatomyOf(message).blanks]).toEqual([id, anatomyOf(meant).blanks])
      expect([id, selects(message)]).toEqual([id, selects(meant)])
    }
  })

  test('has no empty text, and none with blanks at its edges', () => {
    const untidy = Object.entries(words).filter(
      ([, message]) =>
        message === '' || message !== message.trim() || /\s{2}|\bundefined\b/.test(message),
    )
    expect(untidy).toEqual([])
  })

  test('counts as the language does', () => {
    // After a number Kyrgyz and Tajik leave the noun as it is.
    const forms = { en: 'one other', ky: 'other', ru: 'one few many other', tg: 'other' }
    const wrong = Object.entries(words).flatMap(([id, message]) =>
      anatomyOf(message)
        .choices.filter((choice) => choice.includes(' plural '))
        // `=0` and the like say one number in a way of its own.
        .filter((choice) => choice.replace(/^\w+ plural (\d+ )*/, '') !== forms[language])
        .map((choice) => `${id}: ${choice}`),
    )
    expect(wrong).toEqual([])
  })

  test('is written in the letters of its language', () => {
    const strange = Object.entries(words).flatMap(([id, message]) =>
      anatomyOf(message)
        .spoken.flatMap((part) => part.match(/[\p{L}\p{M}]+/gu) ?? [])
        .filter((word) => isStrange(word, language))
        .map((word) => `${id}: ${word}`),
    )
    expect(strange).toEqual([])
  })

  test('was translated', () => {
    if (language === 'en') return
    const left = Object.entries(words).filter(
      ([id, message]) =>
        message === english[id] && /\p{L}{2}/u.test(anatomyOf(message).spoken.join('')),
    )
    expect(left.filter(([id]) => !names.has(id))).toEqual([])
  })
})

/** Messages that are a name, the same everywhere. */
const names = new Set(['app.name'])

const letters: { [language: string]: RegExp } = {
  en: /^[a-z’]+$/iu,
  ru: /^[а-яё]+$/iu,
  ky: /^[а-яёңөү]+$/iu,
  // Since 1998 Tajik has no ц, щ, ы, ь.
  tg: /^[а-хчшъэюяёғӣқӯҳҷ]+$/iu,
}

/** Two alphabets in one word, a Latin letter alone that looks like a Cyrillic word, or a letter of another language. */
function isStrange(word: string, language: string): boolean {
  if (letters[language]?.test(word)) return false
  return !/^[a-z]{2,}$/i.test(word)
}

test.each([
  ['cвод', 'ru', true],
  ['c', 'ru', true],
  ['ҷамъ', 'ky', true],
  ['выборы', 'tg', true],
  ['раbота', 'en', true],
  ['свод', 'ru', false],
  ['Word', 'ru', false],
  ['көпүрө', 'ky', false],
  ['ҳуқуқ', 'tg', false],
])('a letter of another alphabet is found: %s in %s', (word, language, strange) => {
  expect(isStrange(word, language)).toBe(strange)
})

/** Words chosen by a code: their ids with `*` for the code, every code there is, and what else is called so. */
const chosen: [pattern: string, codes: readonly string[], besides?: string[]][] = [
  // What the client says by itself when no answer came.
  ['refusal.*', [...refusalCodes, 'unreachable']],
  ['language.*', languages],
  ['kind.*', statementKinds],
  ['stage.*', stages],
  ['role.*', roles],
  ['basis.*', mandateBases],
  ['visibility.*', visibilities],
  ['people.role.*', roles, ['at-once', 'change', 'changed', 'give', 'mine', 'of']],
  ['statements.kind.*', statementKinds],
  ['drafting.loss.*', losses],
  ['drafting.state.*', draftStates],
  ['drafting.state.*.hint', draftStates],
  ['releases.state.*', releaseStates],
  ['releases.problem.*', problemSchema.entries.code.options],
  ['signatures.state.*', signatureStates],
  ['signatures.step.*', signatureSteps],
  ['signatures.what.*', [...statementKinds, 'text']],
  ['signatures.reading.*', languages],
  ['signatures.visibility.*', visibilities, ['change', 'hint']],
  ['signatures.visibility.*.hint', visibilities],
  ['signatures.basis.*', mandateBases, ['hint']],
  ['signatures.basis.*.hint', mandateBases],
]

test.each(chosen)(
  'every code of %s has its word, and no other has',
  (pattern, codes, besides = []) => {
    const like = new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '([\\w-]+)')}$`)
    const own = catalogues.filter(([, language]) => language === 'en').map(([, , words]) => words)
    const found = own.flatMap((words) =>
      Object.keys(words).flatMap((id) => id.match(like)?.[1] ?? []),
    )
    expect(found.sort()).toEqual([...codes, ...besides].sort())
  },
)

test('every rule of form that is named has its word', () => {
  const named = new Set(sourceOf('shared', 'server').match(/(?<=['`])form\.[\w-]+/g))
  expect([...named].filter((id) => !wordsIn('shared/words/*.json', 'en')[id])).toEqual([])
})

test.each(languages)(
  '%s is spoken in its own words, on the screens and on the public pages',
  async (language) => {
    const say = await loadWords(language)
    await farWords()
    for (const family of ['shared/words/*.json', ...clientFamilies]) {
      const plain = Object.entries(wordsIn(family, language)).filter(
        ([, one]) => !one.includes('{'),
      )
      const [id, text] = plain[0] ?? ['', '']
      expect(say(id as WordId)).toBe(text)
    }
    expect(wordsOf(language)('published')).toBe(
      wordsIn('server/public/words/*.json', language).published,
    )
  },
)

/** The program below some folders, without its catalogues. */
function sourceOf(...folders: string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => read(join(folder, file))),
    )
    .join('\n')
}

/** The ids that are named in the program, by the whole or by a template such as `kind.${kind}`. */
function usedIn(source: string): (id: string) => boolean {
  const whole = new Set(
    [...source.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map(([, id]) => id),
  )
  const templates = [...source.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}]*\})*)`/g)].map(
    ([, text = '']) =>
      new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  )
  return (id) => whole.has(id) || templates.some((template) => template.test(id))
}

test.each([
  ...clientFamilies.map((family) => [family, ['client']] as const),
  ['server/public/words/*.json', ['server/public']] as const,
  ['shared/words/*.json', ['client', 'server/public', 'shared', 'server']] as const,
])('every word of %s is said somewhere', (family, folders) => {
  const used = usedIn(sourceOf(...folders))
  expect(Object.keys(wordsIn(family, 'en')).filter((id) => !used(id))).toEqual([])
})
