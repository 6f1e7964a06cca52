/**
 * One round of hostile frames over real sockets: sixteen editors, a reader and a reviewer attack a
 * draft; a reader and a reviewer attack a second one, where only the victim may change anything, and a
 * third, where nobody types. The victims write with the published client and wait until all is saved.
 */
import * as Y from 'yjs'
import type { Browser } from '../support/browser.ts'
import { Drafter } from '../support/drafter.ts'
import { pick, type Random } from '../support/random.ts'
import { Attacker } from './attacker.ts'
import type { Coalition } from './found-coalition.ts'
import { HostileFrames } from './hostile-frames.ts'
import { differenceOf, wholeStateOf } from './whole-state.ts'

/** Longest waits of the victims on the clock, and the program's work meanwhile. */
export type RoundFigures = {
  frames: number
  expelled: number
  words: number
  slowestMs: number
  mostWorkMs: number
}

/** The most work of the program until a victim's word is saved, and a tenth of the longest wait. */
const mostMs = 1000
/** Frames between two words of the victims. */
const volley = 250
const editors = 16
const mayNotWrite = ['reader', 'reviewer'] as const

type Attack = { attacker: Attacker; victim: Drafter }

/** Sends so many frames and adds to the figures; what was broken comes back. */
export async function attack(
  coalition: Coalition,
  frames: number,
  random: Random,
  figures: RoundFigures,
  work: () => Promise<number>,
): Promise<string[]> {
  const { coordinator, start, invite } = coalition
  const [contested, read, still] = [await start(), await start(), await start()]
  const come = async (statement: string) => {
    const drafter = new Drafter(coordinator, statement)
    await drafter.synced()
    return drafter
  }
  const writers = [await come(contested), await come(read)] as const
  for (const writer of writers) writer.write('начало ')
  const onlooker = await come(still)
  const before = await bytesOf(coordinator, still)
  const attacks: Attack[] = []
  const bring = async (role: 'editor' | 'reader' | 'reviewer', victims: readonly Drafter[]) => {
    const browser = await invite(role)
    for (const victim of victims) {
      const attacker = new Attacker(browser, victim.provider.roomname, random)
      attacks.push({ attacker, victim })
    }
  }
  for (let i = 0; i < editors; i++) await bring('editor', [writers[0]])
  for (const role of mayNotWrite) await bring(role, [...writers, onlooker])
  const violations = await sendAll({ attacks, writers, frames, random, figures, work })
  for (const { attacker } of attacks) {
    figures.expelled += attacker.expelled
    attacker.close()
  }
  for (const writer of writers) {
    const difference = await lateDifference(coordinator, writer)
    if (difference) violations.push(`two texts of one draft: ${difference}`)
  }
  const own = attacks.map(({ attacker }) => attacker.client)
  if (hasOthers(writers[1].doc, own)) violations.push('[REV1] a reader has written')
  if (!before.equals(await bytesOf(coordinator, still))) {
    violations.push('[REV1] bytes of readers have changed a text that nobody wrote in')
  }
  for (const drafter of [...writers, onlooker]) drafter.leave()
  return violations
}

async function sendAll(round: {
  attacks: readonly Attack[]
  writers: readonly Drafter[]
  frames: number
  random: Random
  figures: RoundFigures
  work: () => Promise<number>
}): Promise<string[]> {
  const { attacks, writers, frames, random, figures, work } = round
  const hostile = new HostileFrames(random)
  const said: Uint8Array[] = []
  for (let sent = 0; sent < frames; ) {
    const sending: Promise<void>[] = []
    for (let i = 0; i < volley; i++, sent++) {
      const { attacker, victim } = pick(random, attacks)
      const frame = hostile.next(victim.doc, aimAt(victim.doc, attacker.client), said)
      sending.push(attacker.send(frame))
    }
    await Promise.all(sending)
    figures.frames += volley
    for (const { doc } of writers) doc.getText('words').insert(0, `${++figures.words} `)
    const before = await work()
    const took = await untilSaved(writers)
    figures.slowestMs = Math.max(figures.slowestMs, took)
    const worked = (await work()) - before
    figures.mostWorkMs = Math.max(figures.mostWorkMs, worked)
    // Others may keep the processors busy while the clock goes on.
    if (worked > mostMs || took >= 10 * mostMs) return [`a word took ${took} ms to be saved`]
  }
  return []
}

/** How long it takes until the victims are told that all is saved; ten times too long when they never are. */
async function untilSaved(victims: readonly Drafter[]): Promise<number> {
  const asked = performance.now()
  const overdue = new Promise((done) => setTimeout(done, 10 * mostMs).unref())
  await Promise.race([Promise.all(victims.map((victim) => victim.saved())), overdue])
  return Math.round(performance.now() - asked)
}

/** In what the text of somebody who comes now differs from the one that the victim has, once both have heard all. */
async function lateDifference(browser: Browser, victim: Drafter): Promise<string | null> {
  const late = new Drafter(browser, victim.provider.roomname)
  await late.synced()
  let difference: string | null = null
  // What either tidies up after it has heard the other is on its way for a while.
  for (let i = 0; i < 10; i++) {
    await victim.saved()
    await late.saved()
    difference = differenceOf(wholeStateOf(late.doc), wholeStateOf(victim.doc))
    if (difference === null) break
  }
  late.leave()
  return difference
}

/** The text as it is sent to somebody who comes now. */
async function bytesOf(browser: Browser, statement: string): Promise<Buffer> {
  const late = new Drafter(browser, statement)
  await late.synced()
  const bytes = Buffer.from(Y.encodeStateAsUpdate(late.doc))
  late.leave()
  return bytes
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
