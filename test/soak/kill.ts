/**
 * Kills the program again and again while people type, and counts what was lost. [DRAFT2]
 *
 *   npm run soak:kill -- [--rounds 50] [--drafters 3] [--seed 1] [--database]
 *
 * Each drafter types numbered tokens at random places and is told up to which of them all is saved.
 * After each `kill -9` the draft is read from the restarted program before anybody reconnects: every
 * token that was told to be saved must be there, once. Then all reconnect, and every token that was
 * ever typed must be in every copy, once. With `--database` the database server is killed first, and
 * the program a moment later, while the database comes back or has come back.
 */
import { parseArgs } from 'node:util'
import { acceptInvitation, claimCoalition, invitePerson } from '#shared/api/people.ts'
import { readDraft, startStatement } from '#shared/api/statements.ts'
import { Browser, tokenOf } from '../support/browser.ts'
import { Drafter } from '../support/drafter.ts'
import { Program } from '../support/program.ts'
import { seeded } from '../support/random.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    drafters: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    database: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const random = seeded(Number(values.seed))
let program: Program

/** How long a round may take after the restart until all copies are one. */
const roundMs = 30_000

type Typist = { drafter: Drafter; name: string; typed: number; saved: number }

async function soak() {
  const { coordinator, statement, browsers } = await coalition()
  const typists = await Promise.all(browsers.map((browser, at) => typist(browser, statement, at)))
  const counted = { tokens: 0, saved: 0, lost: 0, doubled: 0 }
  for (let round = 1; round <= rounds; round++) {
    const typing = Promise.all(typists.map((one) => typeFor(one, 50 + random() * 350)))
    await pause(random() * 400)
    if (values.database) {
      await program.killDatabase()
      await pause(random() * 600)
    }
    await program.kill()
    await typing
    for (const { drafter } of typists) drafter.provider.disconnect()
    await program.start()

    const stored = await storedWords(coordinator, statement)
    for (const one of typists) count(one, one.saved, stored, counted)
    const stuck = setTimeout(() => giveUp({ round, ...counted }, typists), roundMs)
    for (const { drafter } of typists) drafter.provider.connect()
    await Promise.all(typists.map(({ drafter }) => drafter.synced()))
    await Promise.all(typists.map(savedAll))
    const merged = await storedWords(coordinator, statement)
    for (const { drafter } of typists) {
      await drafter.until(() => drafter.words() === merged)
    }
    clearTimeout(stuck)
    for (const one of typists) count(one, one.typed, merged, counted)
    counted.tokens = typists.reduce((sum, { typed }) => sum + typed, 0)
    counted.saved = typists.reduce((sum, { saved }) => sum + saved, 0)
    say({ round, ...counted })
  }
  for (const { drafter } of typists) drafter.leave()
  say({ rounds, drafters: typists.length, seed: Number(values.seed), ...counted })
  if (counted.lost + counted.doubled > 0) process.exitCode = 1
}

/** The copies do not become one: what the server lost, somebody else's words build on. */
function giveUp(figures: object, typists: readonly Typist[]) {
  say({ stuck: true, ...figures })
  for (const { name, typed, saved, drafter } of typists) {
    const { wsconnected, synced } = drafter.provider
    const { pendingStructs, pendingDs } = drafter.doc.store
    const pending = pendingStructs !== null || pendingDs !== null
    say({ name, typed, saved, wsconnected, synced, pending, mode: drafter.mode })
  }
  void program.remove().finally(() => process.exit(1))
}

async function coalition() {
  const coordinator = new Browser(program.origin)
  const { coalition } = await coordinator.call(claimCoalition, {
    body: {
      token: tokenOf(program.claimLink),
      name: 'Айгүл',
      coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
    },
  })
  const { id: statement } = await coordinator.call(startStatement, {
    params: { coalition },
    body: {
      symbol: 'KG-TJ/2026/1',
      kind: 'appeal',
      languages: ['ru'],
      addressees: {},
      titles: { ru: 'О воде' },
    },
  })
  const browsers = [coordinator]
  while (browsers.length < Number(values.drafters)) {
    const { link } = await coordinator.call(invitePerson, {
      params: { coalition },
      body: { role: 'editor', statement: null },
    })
    const editor = new Browser(program.origin)
    await editor.call(acceptInvitation, { body: { token: tokenOf(link), name: 'Фирӯз' } })
    browsers.push(editor)
  }
  return { coordinator, statement, browsers }
}

async function typist(browser: Browser, statement: string, at: number): Promise<Typist> {
  const drafter = new Drafter(browser, statement)
  await drafter.synced()
  return { drafter, name: String.fromCharCode(97 + at), typed: 0, saved: 0 }
}

/** Types for so many milliseconds, a token every few, each followed by the question whether it is saved. */
async function typeFor(one: Typist, ms: number) {
  const end = performance.now() + ms
  while (performance.now() < end) {
    const token = ++one.typed
    one.drafter.insert(`<${one.name}${token}>`, random())
    void one.drafter.saved().then(() => {
      one.saved = Math.max(one.saved, token)
    })
    await pause(random() * 8)
  }
}

async function savedAll(one: Typist) {
  await one.drafter.saved()
  one.saved = one.typed
}

async function storedWords(browser: Browser, statement: string): Promise<string> {
  const { text } = await browser.call(readDraft, {
    params: { statement },
    query: { language: 'ru' },
  })
  return Drafter.wordsOf(text)
}

function count(
  one: Typist,
  upTo: number,
  words: string,
  counted: { lost: number; doubled: number },
) {
  for (let token = 1; token <= upTo; token++) {
    const times = words.split(`<${one.name}${token}>`).length - 1
    if (times === 0) counted.lost++
    if (times > 1) counted.doubled++
  }
}

function say(figures: object) {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

function pause(ms: number) {
  return new Promise((done) => setTimeout(done, ms))
}

program = await Program.start()
try {
  await soak()
} finally {
  await program.remove()
}
