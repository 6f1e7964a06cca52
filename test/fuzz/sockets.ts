/**
 * Sends hostile frames over real sockets to the built program, while somebody types.
 *
 *   npm run fuzz:sockets -- [--frames 20000] [--seed 1]
 *
 * Two editors and a reader attack one draft, a second reader attacks another one alone: nothing there
 * may change but by the victim's hand. In both a victim types with the published client, and waits
 * after each word until it is told to be saved.
 */
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { acceptInvitation, claimCoalition, invitePerson } from '#shared/api/people.ts'
import { startStatement } from '#shared/api/statements.ts'
import { Browser, tokenOf } from '../support/browser.ts'
import { Drafter } from '../support/drafter.ts'
import { Program } from '../support/program.ts'
import { seeded, upTo } from '../support/random.ts'
import { Attacker } from './attacker.ts'
import { HostileFrames } from './hostile-frames.ts'
import { differenceOf, wholeStateOf } from './whole-state.ts'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
})
const frames = Number(values.frames)
const seed = Number(values.seed)
const random = seeded(seed)
/** The longest that a victim may wait until its word is saved. */
const mostMs = 1000
/** Frames between two words of the victims. */
const volley = 200

async function fuzz(program: Program) {
  const { coordinator, start, invite } = await foundCoalition(program)
  const [contested, read] = [await start(1), await start(2)]
  const victims = [new Drafter(coordinator, contested), new Drafter(coordinator, read)] as const
  await Promise.all(victims.map((victim) => victim.synced()))
  for (const victim of victims) victim.write('начало ')
  const attackers = await Promise.all(
    (['editor', 'editor', 'reader', 'reader'] as const).map(async (role, at) => ({
      attacker: new Attacker(await invite(role), at === 3 ? read : contested, random),
      victim: victims[at === 3 ? 1 : 0],
    })),
  )
  const figures = { frames: 0, seed, expelled: 0, words: 0, slowestMs: 0 }
  const violations: string[] = []
  const hostile = new HostileFrames(random)
  while (figures.frames < frames && violations.length === 0) {
    for (let i = 0; i < volley; i++, figures.frames++) {
      const { attacker, victim } = attackers[upTo(random, attackers.length)] ?? fail()
      await attacker.send(hostile.next(victim.doc, aimAt(victim.doc, attacker.client), []))
    }
    for (const victim of victims) victim.doc.getText('words').insert(0, `${++figures.words} `)
    const took = await untilSaved(victims)
    figures.slowestMs = Math.max(figures.slowestMs, took)
    if (took > mostMs) violations.push(`a word took ${took} ms to be saved`)
  }
  figures.expelled = attackers.reduce((sum, { attacker }) => sum + attacker.expelled, 0)
  for (const { attacker } of attackers) attacker.close()
  const late = [new Drafter(coordinator, contested), new Drafter(coordinator, read)]
  const same = await Promise.all(victims.map((victim, at) => isSame(victim, late[at] ?? fail())))
  if (same.includes(false)) violations.push('two texts of one draft')
  const own = attackers.map(({ attacker }) => attacker.client)
  if (hasOthers(victims[1].doc, own)) violations.push('[REV1] a reader has written')
  for (const victim of victims) victim.leave()
  process.stdout.write(`${JSON.stringify({ ...figures, violations })}\n`)
  if (violations.length > 0) process.exitCode = 1
}

/** How long it takes until the victims are told that all is saved; ten times too long when they never are. */
async function untilSaved(victims: readonly Drafter[]): Promise<number> {
  const asked = performance.now()
  const overdue = new Promise((done) => setTimeout(done, 10 * mostMs).unref())
  await Promise.race([Promise.all(victims.map((victim) => victim.saved())), overdue])
  return Math.round(performance.now() - asked)
}

/** Whether somebody who comes later is given the text that the victim sees. */
async function isSame(victim: Drafter, late: Drafter): Promise<boolean> {
  await late.synced()
  await victim.saved()
  await late.saved()
  await victim.saved()
  const same = differenceOf(wholeStateOf(late.doc), wholeStateOf(victim.doc)) === null
  late.leave()
  return same
}

/** Whether anything in a text is from others than the program, which begins it, and one person. */
function hasOthers(doc: Y.Doc, others: readonly number[]): boolean {
  const writers = [...doc.store.clients.keys()]
  return writers.length > 2 || writers.some((client) => others.includes(client))
}

function aimAt(doc: Y.Doc, own: number) {
  const clock = Y.getState(doc.store, own)
  return { own, clock, victim: doc.clientID, victimClock: Y.getState(doc.store, doc.clientID) }
}

function fail(): never {
  throw new Error('nobody is there')
}

/** A new coalition, with ways to start statements in it and to bring people in. */
async function foundCoalition(program: Program) {
  const coordinator = new Browser(program.origin)
  const { coalition } = await coordinator.call(claimCoalition, {
    body: {
      token: tokenOf(program.claimLink),
      name: 'Айгүл',
      coalition: { names: { ru: 'Общая вода' }, languages: ['ru'] },
    },
  })
  const start = async (number: number) => {
    const { id } = await coordinator.call(startStatement, {
      params: { coalition },
      body: {
        ...{ symbol: `KG-TJ/2026/${number}`, kind: 'appeal', languages: ['ru'] },
        ...{ addressees: {}, titles: { ru: 'О воде' } },
      },
    })
    return id
  }
  const invite = async (role: 'editor' | 'reader') => {
    const { link } = await coordinator.call(invitePerson, {
      params: { coalition },
      body: { role, statement: null },
    })
    const browser = new Browser(program.origin)
    await browser.call(acceptInvitation, { body: { token: tokenOf(link), name: 'Фирӯз' } })
    return browser
  }
  return { coordinator, start, invite }
}

const program = await Program.start()
try {
  await fuzz(program)
} finally {
  await program.remove()
}
