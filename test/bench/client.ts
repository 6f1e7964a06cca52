/**
 * A light client of both protocols, made of sockets, varints and Yjs: nothing of any server measured.
 * Hocuspocus puts the name of the document before each frame, and wants a token first.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'

export type Protocol = 'y-websocket' | 'ours' | 'hocuspocus'

/** Where a visitor finds a document, and what it says of itself there. */
export type Visit = { url: string; room: string; headers: Record<string, string> }

type Options = {
  protocol: Protocol
  visit: Visit
  /** What the server is told that the client has; by default nothing. */
  doc?: Y.Doc
  /** Whether what comes in is applied to `doc`. */
  applies?: boolean
  onUpdate?(update: Uint8Array): void
}

const hocuspocusTypes = { auth: 2, syncReply: 4 } as const
const authTypes = { token: 0, denied: 1, granted: 2 } as const

export class Client {
  /** Resolves with the first answer to what is missing here. */
  readonly synced: Promise<void>
  onUpdate: (update: Uint8Array) => void
  bytesIn = 0
  framesIn = 0
  readonly #options: Options
  readonly #socket: WebSocket
  readonly #prefix: Uint8Array
  #changes = 0
  #asked = false
  #isSynced: () => void = () => undefined
  #failed: (fault: Error) => void = () => undefined

  constructor(options: Options) {
    this.#options = options
    this.onUpdate = options.onUpdate ?? (() => undefined)
    this.#prefix = prefixOf(options)
    this.synced = new Promise((done, failed) => {
      this.#isSynced = done
      this.#failed = failed
    })
    this.synced.catch(() => undefined)
    const { url, headers } = options.visit
    this.#socket = new WebSocket(url, { perMessageDeflate: false, headers })
    this.#socket.on('open', () => {
      if (options.protocol === 'hocuspocus') this.#authenticate()
      else this.#askForMissing()
    })
    this.#socket.on('message', (frame: Buffer) => this.#receive(frame))
    this.#socket.on('error', this.#failed)
    this.#socket.on('close', (code) => this.#failed(new Error(`the server closed with ${code}`)))
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  /** Bytes that the socket has not taken yet. */
  get unsent(): number {
    return this.#socket.bufferedAmount
  }

  /** Sends an update; to ours, as its editor does, with the question when all of it is saved. */
  sendUpdate(update: Uint8Array): void {
    this.#sendSync(syncTypes.update, update)
    if (this.#options.protocol !== 'ours') return
    this.#changes++
    if (!this.#asked) this.#askWhetherSaved()
  }

  close(): void {
    this.#socket.terminate()
  }

  #receive(frame: Buffer) {
    this.framesIn++
    this.bytesIn += frame.length
    const decoder = decoding.createDecoder(frame)
    decoder.pos = this.#prefix.length
    const type = decoding.readVarUint(decoder)
    const isHocuspocus = this.#options.protocol === 'hocuspocus'
    if (type === messageTypes.sync || (isHocuspocus && type === hocuspocusTypes.syncReply)) {
      this.#receiveSync(decoder)
    } else if (isHocuspocus && type === hocuspocusTypes.auth) {
      const verdict = decoding.readVarUint(decoder)
      if (verdict === authTypes.granted) this.#askForMissing()
      else this.#failed(new Error('the server denied access'))
    } else if (this.#options.protocol === 'ours' && type === messageTypes.saved) {
      this.#asked = false
      if (this.#changes > decoding.readVarUint(decoder)) this.#askWhetherSaved()
    }
  }

  #receiveSync(decoder: decoding.Decoder) {
    const type = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    const { doc, applies } = this.#options
    if (type === syncTypes.stateVector) {
      const missing = doc ? Y.encodeStateAsUpdate(doc, payload) : nothing
      return this.#sendSync(syncTypes.missing, missing)
    }
    if (doc && applies) Y.applyUpdate(doc, payload)
    this.onUpdate(payload)
    if (type === syncTypes.missing) this.#isSynced()
  }

  #authenticate() {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, hocuspocusTypes.auth)
      encoding.writeVarUint(encoder, authTypes.token)
      encoding.writeVarString(encoder, 'bench')
    })
  }

  #askForMissing() {
    const { doc } = this.#options
    this.#sendSync(syncTypes.stateVector, doc ? Y.encodeStateVector(doc) : emptyVector)
  }

  #askWhetherSaved() {
    this.#asked = true
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.fence)
      encoding.writeVarUint(encoder, this.#changes)
    })
  }

  #sendSync(type: number, payload: Uint8Array) {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      encoding.writeVarUint(encoder, type)
      encoding.writeVarUint8Array(encoder, payload)
    })
  }

  #send(write: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.#prefix)
    write(encoder)
    this.#socket.send(encoding.toUint8Array(encoder))
  }
}

const nothing = new Uint8Array([0, 0])
const emptyVector = new Uint8Array([0])

function prefixOf({ protocol, visit }: Options): Uint8Array {
  if (protocol !== 'hocuspocus') return new Uint8Array()
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, visit.room)
  return encoding.toUint8Array(encoder)
}
