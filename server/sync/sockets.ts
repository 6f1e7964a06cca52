/** The sockets of drafts: upgrade, decide, read frames, hold back what comes too fast or goes too slowly. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type CloseReason, closeCodes } from '#shared/sync/close-codes.ts'
import { handshake, limits } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import type { Peer } from './peer.ts'
import { readFrame } from './read-frame.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

/** What the access decision says of a socket; `recheck` decides anew, for a socket that is open. */
export type Admission =
  | { refused: CloseReason }
  | {
      statement: string
      person: { id: string; name: string }
      mayEdit: boolean
      recheck(): Promise<Admission>
    }

type Admitted = Exclude<Admission, { refused: CloseReason }>

/** Bytes that wait for a slow reader before it is sent away to come back later. */
const mostUnsent = 16 * 1024 * 1024
/** Frames that wait while a socket is being decided on. */
const mostEarlyFrames = 100
const heartbeatMs = 20_000

export class Sockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
  })
  readonly #rooms: Rooms
  readonly #admit: (request: IncomingMessage) => Promise<Admission>
  readonly #open = new Map<WebSocket, { admitted: Admitted; peer: Peer; room: Room }>()
  readonly #heartbeat: NodeJS.Timeout

  constructor(rooms: Rooms, admit: (request: IncomingMessage) => Promise<Admission>) {
    this.#rooms = rooms
    this.#admit = admit
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs)
    this.#heartbeat.unref()
  }

  /** Finishes the handshake whatever is decided: a browser sees a close code, but no status of a refused upgrade. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      void this.#welcome(socket, request)
    })
  }

  /** Decides anew on every open socket that `concerns` picks. [SAFE3] */
  async recheck(concerns: (who: { person: string; statement: string }) => boolean): Promise<void> {
    const picked = [...this.#open].filter(([, { admitted }]) =>
      concerns({ person: admitted.person.id, statement: admitted.statement }),
    )
    await Promise.all(
      picked.map(async ([, { admitted, peer, room }]) => {
        const decision = await admitted.recheck()
        if ('refused' in decision) peer.end(decision.refused)
        else room.changeMode(peer, decision.mayEdit)
      }),
    )
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const socket of this.#server.clients) socket.close(closeCodes.restart)
    this.#server.close()
  }

  async #welcome(socket: WebSocket, request: IncomingMessage) {
    const early: Uint8Array[] = []
    let receive = (frame: Uint8Array) => {
      if (early.push(frame) > mostEarlyFrames) socket.close(closeCodes.tooMany)
    }
    socket.on('message', (data: Buffer, isBinary) => {
      alive.add(socket)
      if (isBinary) receive(data)
      else socket.close(closeCodes.badFrame)
    })
    socket.on('pong', () => alive.add(socket))
    socket.on('error', () => socket.terminate())
    alive.add(socket)

    const decision = await this.#decide(request)
    if ('refused' in decision) return socket.close(closeCodes[decision.refused])
    const peer = peerOf(socket, decision, request)
    const room = await this.#rooms.join(decision.statement, peer).catch(() => null)
    if (!room) return socket.close(closeCodes.tryLater)
    const leave = () => {
      this.#open.delete(socket)
      this.#rooms.leave(decision.statement, room, peer)
    }
    if (socket.readyState !== socket.OPEN) return leave()
    this.#open.set(socket, { admitted: decision, peer, room })
    socket.on('close', leave)
    receive = (frame) => readFrame(frame, peer, room)
    for (const frame of early) receive(frame)
  }

  async #decide(request: IncomingMessage): Promise<Admission> {
    const schema = addressOf(request).searchParams.get(handshake.schema)
    if (schema !== String(schemaVersion)) return { refused: 'outdated' }
    return this.#admit(request).catch((): Admission => ({ refused: 'tryLater' }))
  }

  #beat() {
    for (const socket of this.#server.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
    for (const { peer, room } of this.#open.values()) room.tellPresence(peer)
  }
}

/** Sockets that were heard from since the last heartbeat. */
const alive = new WeakSet<WebSocket>()

export const addressOf = (request: IncomingMessage): URL =>
  new URL(request.url ?? '/', 'http://localhost')

function peerOf(socket: WebSocket, admitted: Admitted, request: IncomingMessage): Peer {
  return {
    person: admitted.person,
    mayEdit: admitted.mayEdit,
    knowsOurs: addressOf(request).searchParams.has(handshake.ours),
    send(frame) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > mostUnsent) socket.close(closeCodes.tryLater)
      else socket.send(frame)
    },
    end: (reason) => socket.close(closeCodes[reason]),
  }
}
