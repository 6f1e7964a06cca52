/** Hostile sockets against the whole server, each by its name: the victim types on, and what it typed is saved. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { handshake, limits, messageTypes, socketPath } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import type { Browser } from '../../support/browser.ts'
import { found, invite, statement } from '../../support/coalition.ts'
import { Drafter } from '../../support/drafter.ts'
import { testServer } from '../../support/server.ts'

const server = testServer()
const open: { destroy(): void }[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.destroy()
})

async function victimAndAttacker() {
  const { coordinator, coalition } = await found(server)
  const { id } = await statement(server, coordinator, coalition)
  const attacker = await invite(server, coordinator, coalition, 'editor')
  const victim = new Drafter(coordinator, id)
  open.push({ destroy: () => victim.leave() })
  await victim.synced()
  return { id, victim, attacker }
}

async function typesOn(victim: Drafter) {
  for (const word of ['раз ', 'два ', 'три ']) {
    victim.type(word)
    await victim.saved()
  }
  expect(victim.words()).toContain('раз два три')
}

const pathOf = (id: string) =>
  `${socketPath}/${id}?${handshake.schema}=${schemaVersion}&${handshake.ours}=1`

function socketOf({ origin, cookie }: Browser, id: string, headers: object = {}, ask?: string[]) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${pathOf(id)}`, ask ?? [], {
    headers: { Origin: origin, Cookie: cookie, ...headers },
  })
  socket.on('error', () => undefined)
  open.push({ destroy: () => socket.terminate() })
  return socket
}

/** A connection whose bytes are written by hand. */
async function rawSocket({ origin }: Browser): Promise<Socket> {
  const { port } = new URL(origin)
  const socket = connect(Number(port), 'localhost')
  socket.on('error', () => undefined)
  open.push(socket)
  await once(socket, 'connect')
  return socket
}

const handshakeOf = ({ origin, cookie }: Browser, id: string) =>
  [
    ...[`GET ${pathOf(id)} HTTP/1.1`, `Host: ${new URL(origin).host}`, 'Upgrade: websocket'],
    ...['Connection: Upgrade', 'Sec-WebSocket-Version: 13', `Origin: ${origin}`],
    ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `Cookie: ${cookie}`, '', ''],
  ].join('\r\n')

/** A frame as a browser sends it, with a mask of zeros; at most 125 bytes. */
const masked = (...bytes: number[]) =>
  Buffer.from([0x82, 0x80 | bytes.length, 0, 0, 0, 0, ...bytes])

/** An opened connection, whose frames are written by hand and never read. */
async function openedRaw(browser: Browser, id: string): Promise<Socket> {
  const socket = await rawSocket(browser)
  socket.write(handshakeOf(browser, id))
  await once(socket, 'readable')
  return socket
}

test('[DRAFT2] a frame larger than any may be ends its socket only', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = socketOf(attacker, id)
  await once(socket, 'open')
  socket.send(new Uint8Array(limits.frameBytes + 1))
  const [code] = await once(socket, 'close')
  expect([1006, 1009]).toContain(code)
  await typesOn(victim)
})

test('[DRAFT2] words where bytes belong end their socket only', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = socketOf(attacker, id)
  await once(socket, 'open')
  socket.send('{"hello":true}')
  expect((await once(socket, 'close'))[0]).toBe(closeCodes.badFrame)
  await typesOn(victim)
})

test.each([
  ['questions who is here', [messageTypes.queryAwareness]],
  ['fences', [messageTypes.fence, 1]],
  ['questions what is missing', [messageTypes.sync, 0, 1, 0]],
  ['updates of nothing', [messageTypes.sync, 2, 2, 0, 0]],
])('[DRAFT2] ten thousand %s in one write, whose answers nobody reads', async (_, frame) => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = await openedRaw(attacker, id)
  socket.pause()
  socket.write(Buffer.concat(Array.from({ length: 10_000 }, () => masked(...frame))))
  await typesOn(victim)
})

test('[DRAFT2] two hundred who begin a handshake and never end it', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const half = handshakeOf(attacker, id).slice(0, 60)
  const all = await Promise.all(Array.from({ length: 200 }, () => rawSocket(attacker)))
  for (const socket of all) socket.write(half)
  await typesOn(victim)
})

test('[DRAFT2] two hundred who begin a frame and never end it', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const all = await Promise.all(Array.from({ length: 200 }, () => openedRaw(attacker, id)))
  for (const socket of all) socket.write(Buffer.from([0x82, 0xfe, 0xff]))
  await typesOn(victim)
})

test('[DRAFT2] who reads nothing of what others write holds nobody up', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = await openedRaw(attacker, id)
  socket.pause()
  for (let i = 0; i < 20; i++) {
    victim.type('вода '.repeat(5_000))
    await victim.saved()
  }
  await typesOn(victim)
})

test('another origin is refused, whatever else is right', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = socketOf(attacker, id, { Origin: 'https://example.org' })
  expect((await once(socket, 'close'))[0]).toBe(closeCodes.notAllowed)
  await typesOn(victim)
})

test('a subprotocol that is asked for gives nobody more than the session does', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  const socket = socketOf({ ...attacker, cookie: '' } as Browser, id, { Cookie: '' }, ['admin'])
  const [code] = await once(socket, 'close')
  expect([1006, closeCodes.signedOut]).toContain(code)
  await typesOn(victim)
})

test('a frame without a mask, and one of a kind that nobody knows, end their sockets only', async () => {
  const { id, victim, attacker } = await victimAndAttacker()
  for (const bytes of [
    [0x82, 2, 0, 0],
    [0x87, 0x80, 0, 0, 0, 0],
  ]) {
    const socket = await openedRaw(attacker, id)
    socket.resume()
    socket.write(Buffer.from(bytes))
    await once(socket, 'close')
  }
  await typesOn(victim)
})
