/** Sockets without a network: whom they take in, and how long that holds. */
import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { Rooms } from '#server/sync/rooms.ts'
import { type Admission, Sockets } from '#server/sync/sockets.ts'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { handshake } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { MemoryLog } from '../../support/memory-log.ts'
import { RoomPeer } from '../../support/room-peer.ts'

const nothing = () => undefined
const request = { url: `/sync/s?${handshake.schema}=${schemaVersion}` } as IncomingMessage
let rooms: Rooms
let sockets: Sockets

afterEach(async () => {
  sockets.close()
  await rooms.close('restart')
})

/** A socket like one of `ws` that was closed by the server and not yet by the other side. */
class Socket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  readonly writableLength = 0
  code: number | null = null

  write(): void {}

  close(code: number): void {
    this.readyState = 2
    this.code = code
  }
}

/** What is decided of everybody, each time `answer` is called. */
function open() {
  const log = new MemoryLog()
  const decisions: ((admission: 'edit' | 'read' | 'removed') => void)[] = []
  const admit = () =>
    new Promise<Admission>((done) =>
      decisions.push((role) =>
        done(
          role === 'removed'
            ? { refused: 'notAllowed' }
            : {
                statement: 's',
                person: { id: 'p', name: 'Фирӯз' },
                mayEdit: role === 'edit',
                locked: false,
                accessChanges: 0,
                recheck: admit,
              },
        ),
      ),
    )
  rooms = new Rooms({
    log,
    snapshot: async () => null,
    settled: nothing,
    paused: nothing,
    broken: nothing,
  })
  sockets = new Sockets(rooms, admit)
  return { log, decisions }
}

const typed = () => {
  const { doc } = new RoomPeer()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('words').insert(0, 'поздно')
  const [update = new Uint8Array()] = updates
  return Buffer.from([0, 2, update.length, ...update])
}

/** The socket is its own stream: what is written to it is looked at by nobody. */
const welcomed = (socket: Socket) =>
  sockets.welcome(socket as unknown as WebSocket, socket as unknown as Duplex, request)

const settle = () => rooms.read('s', () => undefined)

test('[SAFE3] access that changes while a socket is being taken in is decided on anew', async () => {
  const { log, decisions } = open()
  const socket = new Socket()
  const welcome = welcomed(socket)
  decisions[0]?.('edit')
  void sockets.recheck(() => true)
  await welcome
  decisions[1]?.('read')
  await settle()
  socket.emit('message', typed(), true)
  await settle()
  expect(socket.code).toBe(closeCodes.notAllowed)
  expect(log.entries).toHaveLength(0)
})

test('[SAFE3] nothing is taken from somebody removed who does not answer the close', async () => {
  const { log, decisions } = open()
  const socket = new Socket()
  const welcome = welcomed(socket)
  decisions[0]?.('edit')
  await welcome
  const removed = sockets.recheck(() => true)
  decisions[1]?.('removed')
  await removed
  socket.emit('message', typed(), true)
  await settle()
  expect(log.entries).toHaveLength(0)
})

test('[SAFE3] of two changes at once the later one holds, whichever answer comes first', async () => {
  const { log, decisions } = open()
  const socket = new Socket()
  const welcome = welcomed(socket)
  decisions[0]?.('edit')
  await welcome
  const both = [sockets.recheck(() => true), sockets.recheck(() => true)]
  decisions[2]?.('read')
  decisions[1]?.('edit')
  await Promise.all(both)
  socket.emit('message', typed(), true)
  await settle()
  expect(log.entries).toHaveLength(0)
})

test('[DRAFT1] one person has no more than 250 sockets on one draft, and another when one of them ends', async () => {
  const { decisions } = open()
  async function come() {
    const socket = new Socket()
    const welcome = welcomed(socket)
    decisions.at(-1)?.('edit')
    await welcome
    return socket
  }
  const first = await come()
  for (let more = 1; more < 250; more++) await come()
  expect((await come()).code).toBe(closeCodes.tooMany)
  first.emit('close')
  expect((await come()).code).toBe(null)
  expect((await come()).code).toBe(closeCodes.tooMany)
})
