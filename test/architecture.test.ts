/** Who may import whom, and the other borders of the house. The table is the architecture. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** What a room of screens stands on. */
const screen = ['shared', 'client/i18n', 'client/api', 'client/ui']
const feature = [...screen, 'client/sync']
const features = ['people', 'coalitions', 'statements', 'drafting', 'signatures', 'releases'].map(
  (name) => `client/${name}`,
)

/** Each room or file, and what it may import from besides itself. The longest match names the room. */
const rooms: Record<string, string[]> = {
  shared: [],

  'server/clock.ts': [],
  'server/tokens.ts': [],
  'server/log.ts': [],
  'server/config.ts': [],
  'server/built-file.ts': [],
  'server/priority.ts': [],
  'server/domain': ['shared'],
  'server/store': ['shared', 'server/domain', 'server/priority.ts'],
  'server/sync': ['shared', 'server/domain'],
  'server/public': ['shared', 'server/domain'],
  'server/pictures': ['shared'],
  'server/files': ['shared'],
  'server/actions': [
    ...['shared', 'server/domain', 'server/store', 'server/public', 'server/files'],
    ...['server/context.ts', 'server/clock.ts', 'server/tokens.ts', 'server/log.ts'],
  ],
  'server/http': [
    ...['shared', 'server/domain', 'server/store', 'server/sync', 'server/public'],
    ...['server/actions', 'server/context.ts', 'server/clock.ts', 'server/tokens.ts'],
    'server/log.ts',
  ],
  // The files at the root put the server together: they alone may reach into every room.
  'server/*': ['shared', 'server'],

  'client/i18n': ['shared'],
  'client/api': ['shared', 'client/i18n'],
  'client/sync': ['shared'],
  'client/styles': ['shared'],
  'client/ui': ['shared', 'client/i18n', 'client/api'],
  ...Object.fromEntries(features.map((name) => [name, feature])),
  // Somebody's own screens choose between light and dark, which is kept beside the style sheets.
  'client/people': [...feature, 'client/styles'],
  'client/pages': [...feature, ...features],
  'client/app': [...screen, 'client/sync', 'client/pages'],
  'client/main.tsx': ['client/app', 'client/styles'],
}

/** Where nothing may be used but what runs in any JavaScript, and these packages. */
const pureRooms = ['shared', 'server/domain']
const purePackages = /^(valibot|yjs|@tiptap\/pm\/model|@noble\/hashes\/[\w.]+|@lingui\/core)$/
const impure =
  /(?<![\w$.])(document|window|localStorage|sessionStorage|indexedDB|navigator|location|fetch|process|Buffer|require|__dirname|setTimeout|setInterval|console)(?=\s*[.([])/
/** Time and chance come from outside: what is decided and what is published must come out the same again. */
const steadyRooms = [...pureRooms, 'server/public']
const unsteady = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/

/** What reaches a browser uses nothing younger than the oldest ones it is built for; TypeScript knows no such border. */
const browserRooms = ['client', 'shared']
const young =
  /\b(?:URL\.(?:canParse|parse)|Promise\.(?:try|withResolvers)|(?:Object|Map)\.groupBy|Array\.fromAsync|AbortSignal\.any|RegExp\.escape|Iterator\.from|requestIdleCallback)\(|\.(?:isWellFormed|toWellFormed|toBase64|toHex|difference|intersection|symmetricDifference|isSubsetOf|isDisjointFrom|getOrInsert)\(/

const nearestFirst = Object.keys(rooms).sort((a, b) => b.length - a.length)
/** `server/*` are the files that stand in a folder themselves, and in no room of it. */
const within = (file: string, room: string) =>
  room.endsWith('/*')
    ? dirname(file) === dirname(room)
    : file === room || file.startsWith(`${room}/`)
const roomOf = (file: string) => nearestFirst.find((room) => within(file, room)) ?? null

/** Everything that is wrong with a file of the program, as sentences. */
function trespasses(file: string, source: string): string[] {
  const home = roomOf(file)
  if (!home) return ['stands in no room of the table']
  const code = withoutComments(source)
  const wrong = specifiersOf(code).flatMap((specifier) => {
    const target = targetOf(specifier, file)
    return target ? crossing(home, target) : packageIn(home, specifier)
  })
  if (/(^|\/)index\.tsx?$/.test(file)) wrong.push('is a barrel by its name')
  if (/^export \*/m.test(code)) wrong.push('exports everything of another file')
  if (file !== 'server/config.ts' && /\bprocess\.env\b/.test(code)) wrong.push('reads process.env')
  const bare = withoutStrings(code)
  if (pureRooms.some((room) => within(file, room))) {
    const [, name] = bare.match(impure) ?? []
    if (name) wrong.push(`uses ${name}`)
  }
  if (steadyRooms.some((room) => within(file, room)) && unsteady.test(bare)) {
    wrong.push('asks for the time or for chance')
  }
  if (source.trimEnd().split('\n').length > 250) wrong.push('is longer than 250 lines')
  if (needsSentence(file) && !/^\/\*\*?\s+\S(?:(?!\*\/)[\s\S])*[.!?]\s/.test(source))
    wrong.push('begins without a sentence')
  return [...wrong, ...youngCalls(file, bare)]
}

/** Whoever asks `'…' in globalThis` has thought of browsers without it. */
function youngCalls(file: string, bare: string): string[] {
  const runsInBrowsers = browserRooms.some((room) => within(file, room))
  if (!runsInBrowsers || bare.includes("'' in globalThis")) return []
  return (bare.match(young) ?? []).map((call) => `calls ${call}…)`)
}

function crossing(home: string, target: string): string[] {
  const room = roomOf(target)
  const open = room === home || rooms[home]?.some((one) => within(target, one))
  return open ? [] : [`imports ${target}`]
}

function packageIn(home: string, specifier: string): string[] {
  if (pureRooms.includes(home)) return purePackages.test(specifier) ? [] : [`imports ${specifier}`]
  return home.startsWith('client/') && specifier.startsWith('node:') ? [`imports ${specifier}`] : []
}

/** A style sheet that is one component's own is explained by that component's first sentence. */
const needsSentence = (file: string) =>
  !file.endsWith('.module.css') || !files.includes(file.replace(/\.module\.css$/, '.tsx'))

/** What a file imports: in JavaScript, by address (`new URL(…, import.meta.url)`), and in style sheets. */
const specifiersOf = (code: string): string[] =>
  [
    ...code.matchAll(/(?<!@)\b(?:from|import)\s+(['"])([^'"\n]+)\1/g),
    ...code.matchAll(/\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g),
    ...code.matchAll(/\bnew URL\(\s*(['"])([^'"\n]+)\1,\s*import\.meta\.url/g),
    ...code.matchAll(/@import\s+(?:url\()?\s*(['"])([^'"\n]+)\1/g),
  ].map(([, , specifier = '']) => specifier.replace(/\?.*$/, ''))

/** The file of this project that is meant; null for a package. */
function targetOf(specifier: string, file: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : null
}

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1')

const withoutStrings = (code: string) =>
  code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")

const root = join(import.meta.dirname, '..')
const files = ['shared', 'server', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => join(folder, file)),
)

test.each(files)('%s keeps to the architecture', (file) => {
  expect(trespasses(file, readFileSync(join(root, file), 'utf8'))).toEqual([])
})

test('every room of the table is there', () => {
  const empty = Object.keys(rooms).filter((room) => !files.some((file) => within(file, room)))
  expect(empty).toEqual([])
})

/** The file | what it holds | what is said of it. */
const planted = `
  server/http/a.ts           | import { a } from '#client/ui/Ago.tsx'         | imports client/ui/Ago.tsx
  client/api/a.ts            | import '../../server/clock.ts'                 | imports server/clock.ts
  shared/text/a.ts           | import type { A } from '#server/clock.ts'      | imports server/clock.ts
  server/sync/a.ts           | import { a } from '#server/store/people.ts'    | imports server/store/people.ts
  server/store/a.ts          | import { a } from '../sync/room.ts'            | imports server/sync/room.ts
  server/store/a.ts          | export { a } from '../files/xml.ts'            | imports server/files/xml.ts
  server/domain/a.ts         | import { a } from '../store/people.ts'         | imports server/store/people.ts
  server/public/a.ts         | const a = await import('../store/people.ts')   | imports server/store/people.ts
  server/actions/people/a.ts | import { a } from '#server/http/app.ts'        | imports server/http/app.ts
  server/actions/people/a.ts | import { a } from '#server/sync/room.ts'       | imports server/sync/room.ts
  server/http/a.ts           | import { a } from '../start-server.ts'         | imports server/start-server.ts
  server/http/a.ts           | new URL('../files/xml.ts', import.meta.url)    | imports server/files/xml.ts
  server/mail/a.ts           | import { a } from '#shared/roles.ts'           | stands in no room of the table
  client/people/a.ts         | import '../coalitions/Rows.module.css'         | imports client/coalitions/Rows.module.css
  client/people/a.tsx        | import { a } from '#client/pages/MePage.tsx'   | imports client/pages/MePage.tsx
  client/app/a.tsx           | import { a } from '../people/MyName.tsx'       | imports client/people/MyName.tsx
  client/ui/a.css            | @import '../people/a.css';                     | imports client/people/a.css
  shared/a.ts                | import { join } from 'node:path'               | imports node:path
  client/ui/a.ts             | import { join } from 'node:path'               | imports node:path
  server/domain/a.ts         | import { Pool } from 'pg'                      | imports pg
  shared/a.ts                | document.title = 'a'                           | uses document
  shared/a.ts                | localStorage.getItem('a')                      | uses localStorage
  server/domain/a.ts         | process.exit(1)                                | uses process
  server/domain/a.ts         | const now = new Date()                         | asks for the time or for chance
  server/public/a.ts         | Math.random()                                  | asks for the time or for chance
  server/store/a.ts          | const a = process.env.A                        | reads process.env
  client/sync/a.ts           | URL.canParse('a')                              | calls URL.canParse(…)
  shared/a.ts                | const both = ours.intersection(theirs)         | calls .intersection(…)
  client/ui/index.ts         | const a = 1                                    | is a barrel by its name
  client/ui/all.ts           | export * from './Ago.tsx'                      | exports everything of another file
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ').map((part) => part.trim()) as [string, string, string])

test.each(planted)('a planted trespass is found: %s with %s', (file, code, found) => {
  const said = file.endsWith('.css') ? '/* What this is. */\n' : '/** What this is. */\n'
  expect(trespasses(file, said + code)).toEqual([found])
})

test('a file too long is found', () => {
  const long = `/** What this is. */${'\n'.repeat(250)}a`
  expect(trespasses('shared/a.ts', long)).toEqual(['is longer than 250 lines'])
})

test.each(['a.ts', 'a.css', 'Lonely.module.css'])('nothing said first is found: %s', (name) => {
  const late = '.a {}\n/** Too late. */\n'
  expect(trespasses(`client/ui/${name}`, late)).toEqual(['begins without a sentence'])
})

test('words in comments and strings are no trespass', () => {
  const code = "/** Of this. */\n// process.env and document.title\nconst a = 'document.title'\n"
  expect(trespasses('shared/a.ts', code)).toEqual([])
})
