/**
 * Loaded before the program: ends it as `kill -9` does, at a named moment around a commit. It stands
 * between the program and the system's sockets, so that the program itself has no hook for it.
 *
 * `FAIL_POINT` names the moment, `FAIL_AT` how often it passes before, counted from the signal SIGUSR2 on.
 */
import { Socket } from 'node:net'

type Outgoing = { chunk: Buffer | string }
type Streams = {
  _write(this: Socket, chunk: Buffer, encoding: BufferEncoding, done: () => void): void
  _writev(this: Socket, chunks: Outgoing[], done: () => void): void
  push(this: Socket, chunk: Buffer | null): boolean
}

const { FAIL_POINT: point = '', FAIL_AT = '0' } = process.env
let left = Number(FAIL_AT)
let armed = false
process.on('SIGUSR2', () => {
  armed = true
})

/** Sockets over which an append was sent that has not been answered. */
const appending = new WeakSet<Socket>()
const streams = Socket.prototype as unknown as Streams
const { _write, _writev, push } = streams

streams._write = function (chunk, encoding, done) {
  around(this, Buffer.from(chunk), () => _write.call(this, chunk, encoding, done))
}

streams._writev = function (chunks, done) {
  const bytes = Buffer.concat(chunks.map(({ chunk }) => Buffer.from(chunk as Buffer)))
  around(this, bytes, () => _writev.call(this, chunks, done))
}

streams.push = function (chunk) {
  if (appending.delete(this)) reach('answered')
  return push.call(this, chunk)
}

function around(socket: Socket, bytes: Buffer, send: () => void) {
  const kinds = kindsOf(bytes)
  if (kinds.has('append')) {
    reach('before-sending')
    appending.add(socket)
  }
  if (kinds.has('relay')) reach('before-relaying')
  if (kinds.has('saved')) reach('before-acknowledging')
  send()
  if (kinds.has('append')) reach('sent')
  if (kinds.has('relay')) reach('relayed')
  if (kinds.has('saved')) reach('acknowledged')
}

function reach(moment: string) {
  if (!armed || moment !== point || left-- > 0) return
  process.kill(process.pid, 'SIGKILL')
  // Nothing more happens, however late the signal comes.
  for (;;);
}

/** What bytes that leave are: the statement that appends to the log, or frames to drafters. */
function kindsOf(bytes: Buffer): Set<string> {
  const kinds = new Set<string>()
  if (bytes[0] !== binaryFrame) return bytes.includes('\0append\0') ? kinds.add('append') : kinds
  for (let at = 0; bytes[at] === binaryFrame; ) {
    const { start, length } = frameAt(bytes, at)
    if (bytes[start] === savedType) kinds.add('saved')
    if (bytes[start] === syncType && bytes[start + 1] === updateType) kinds.add('relay')
    at = start + length
  }
  return kinds
}

/** A whole binary message of a WebSocket, without a mask (RFC 6455, 5.2). */
const binaryFrame = 0x82
/** As in `shared/sync/messages.ts`; this file is loaded alone. */
const [syncType, updateType, savedType] = [0, 2, 5]

function frameAt(bytes: Buffer, at: number) {
  const short = bytes[at + 1] as number
  if (short < 126) return { start: at + 2, length: short }
  if (short === 126) return { start: at + 4, length: bytes.readUInt16BE(at + 2) }
  return { start: at + 10, length: Number(bytes.readBigUInt64BE(at + 2)) }
}
