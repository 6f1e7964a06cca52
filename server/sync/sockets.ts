/** The sockets of drafts: upgrade, decide, read frames, hold back what comes too fast or goes too slowly. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type CloseReason, closeCodes } from '#shared/sync/close-codes.ts'
import { handshake, limits } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { keepAsking } from './heartbeat.ts'
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
      /** The draft's lock is all that keeps the person from editing. */
      locked: boolean
      /** How often what the person may do had changed before this was decided. */
      accessChanges: number
      recheck(): Promise<Admission>
    }

type Admitted = Exclude<Admission, { refused: CloseReason }>

/** `checks` counts how often it was decided on anew. */
type Open = { admitted: Admitted; peer: Peer; room: Room; checks: number }

/** Frames that wait while a socket is being decided on. */
const mostEarlyFrames = 100
/** Whoever has more bytes than this to read asks again and again and reads nothing: no text is as long. */
const mostUnread = 2 * limits.draftBytes
/** More windows with one draft than anybody has; each costs whoever types there. */
const mostOfOne = 250

export class Sockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
  })
  readonly #rooms: Rooms
  readonly #admit: (request: IncomingMessage) => Promise<Admission>
  readonly #open = new Map<WebSocket, Open>()
  readonly #counts = new Map<string, number>()
  /** Counts the changes of access, so that none is missed by a socket that is just being taken in. */
  #accessChanges = 0

  constructor(rooms: Rooms, admit: (request: IncomingMessage) => Promise<Admission>) {
    this.#rooms = rooms
    this.#admit = admit
  }

  /** Finishes the handshake whatever is decided: a browser sees a close code, but no status of a refused upgrade. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      void this.welcome(socket, stream, request)
    })
  }

  /** Decides anew on every open socket that `concerns` picks. [SAFE3] */
  async recheck(concerns: (who: { person: string; statement: string }) => boolean): Promise<void> {
    const picked = [...this.#open].filter(([, { admitted }]) =>
      concerns({ person: admitted.person.id, statement: admitted.statement }),
    )
    this.#accessChanges++
    await Promise.all(picked.map(([, one]) => this.#recheck(one)))
  }

  close(): void {
    for (const socket of this.#server.clients) socket.close(closeCodes.restart)
    this.#server.close()
  }

  /** Takes in a socket whose handshake is finished; `stream` is what carries it. */
  async welcome(socket: WebSocket, stream: Duplex, request: IncomingMessage): Promise<void> {
    const early: Uint8Array[] = []
    let receive = (frame: Uint8Array) => {
      if (early.push(frame) > mostEarlyFrames) socket.close(closeCodes.tooMany)
    }
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) receive(data)
      else socket.close(closeCodes.badFrame)
    })
    socket.on('error', () => socket.terminate())
    let open: Open | null = null
    keepAsking(socket, () => open?.room.beat(open.peer))

    const accessChanges = this.#accessChanges
    const decision = await this.#decide(request)
    if ('refused' in decision) return socket.close(closeCodes[decision.refused])
    if (!this.#count(socket, decision)) return socket.close(closeCodes.tooMany)
    const askAgain = async () => {
      if (open) await this.#recheck(open)
    }
    const peer = peerOf({ socket, stream, request, askAgain }, decision)
    const room = await this.#rooms.join(decision.statement, peer).catch(() => null)
    if (!room) return socket.close(closeCodes.tryLater)
    const leave = () => {
      this.#open.delete(socket)
      this.#rooms.leave(decision.statement, room, peer)
    }
    if (socket.readyState !== socket.OPEN) return leave()
    open = { admitted: decision, peer, room, checks: 0 }
    this.#open.set(socket, open)
    socket.on('close', leave)
    if (this.#accessChanges !== accessChanges) void this.#recheck(open)
    receive = (frame) => readFrame(frame, peer, room)
    for (const frame of early) receive(frame)
  }

  /** Of several checks under way on one socket, only the one that was begun last counts. */
  async #recheck(open: Open) {
    const check = ++open.checks
    const decision = await open.admitted.recheck().catch(later)
    if (check !== open.checks) return
    if ('accessChanges' in decision) open.peer.accessChanges = decision.accessChanges
    // Frames still come in until the other side has answered the close, or are waiting for the disk.
    const { mayEdit, locked } = 'mayEdit' in decision ? decision : mayNothing
    open.room.changeMode(open.peer, mayEdit, locked)
    if ('refused' in decision) open.peer.end(decision.refused)
  }

  /** Counts a socket of a person on a draft for as long as it is open; false when there are too many. */
  #count(socket: WebSocket, { person, statement }: Admitted): boolean {
    const key = `${person.id} ${statement}`
    const count = this.#counts.get(key) ?? 0
    if (count >= mostOfOne) return false
    this.#counts.set(key, count + 1)
    socket.once('close', () => {
      const left = (this.#counts.get(key) ?? 0) - 1
      if (left > 0) this.#counts.set(key, left)
      else this.#counts.delete(key)
    })
    return true
  }

  async #decide(request: IncomingMessage): Promise<Admission> {
    const schema = addressOf(request).searchParams.get(handshake.schema)
    if (schema !== String(schemaVersion)) return { refused: 'outdated' }
    return this.#admit(request).catch(later)
  }
}

const mayNothing = { mayEdit: false, locked: false }

/** Nobody is let in, or stays, on a decision that could not be made. */
const later = (): Admission => ({ refused: 'tryLater' })

export const addressOf = (request: IncomingMessage): URL =>
  new URL(request.url ?? '/', 'http://localhost')

type Connection = {
  socket: WebSocket
  stream: Duplex
  request: IncomingMessage
  askAgain: Peer['askAgain']
}

function peerOf({ socket, stream, request, askAgain }: Connection, admitted: Admitted): Peer {
  return {
    person: admitted.person,
    mayEdit: admitted.mayEdit,
    locked: admitted.locked,
    accessChanges: admitted.accessChanges,
    knowsOurs: addressOf(request).searchParams.has(handshake.ours),
    // Straight to the stream: the packet has its headers already, and is one write for all its frames.
    send({ wire }) {
      if (socket.readyState !== socket.OPEN) return
      if (stream.writableLength > mostUnread) socket.terminate()
      else stream.write(wire)
    },
    get unsent() {
      return stream.writableLength
    },
    whenSent(act) {
      if (stream.writableNeedDrain) stream.once('drain', act)
      else setImmediate(act)
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    end: (reason) => socket.close(closeCodes[reason]),
    askAgain,
  }
}
