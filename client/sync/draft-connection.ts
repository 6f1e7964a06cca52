/** The connection of one draft to its room: the live document, who is here, and what is truly saved. [DRAFT2] */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { handshake, messageTypes, type SocketMode, socketPath } from '#shared/sync/messages.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { type DraftState, draftStateOf } from './draft-state.ts'

/** Somebody who has the text open, as the server names them. */
export type Present = { id: string; name: string }

export class DraftConnection {
  readonly doc = new Y.Doc()
  readonly #provider: WebsocketProvider
  readonly #listeners = new Set<() => void>()
  readonly #incoming = new Set<() => void>()
  readonly #acknowledgements = new Acknowledgements()
  #mode: SocketMode | null = null
  #everSynced = false
  #closedWith: number | null = null
  #state: DraftState = 'connecting'
  #present: readonly Present[] = []

  constructor(statement: string) {
    const server = location.origin.replace(/^http/, 'ws') + socketPath
    this.#provider = new WebsocketProvider(server, statement, this.doc, {
      params: { [handshake.schema]: String(schemaVersion), [handshake.ours]: '1' },
      disableBc: true,
      // After a restart not everybody comes back in the same moment.
      maxBackoffTime: 1500 + Math.random() * 2000,
    })
    this.#provider.messageHandlers[messageTypes.saved] = (_, decoder) => this.#onSaved(decoder)
    this.#provider.messageHandlers[messageTypes.mode] = (_, decoder) => {
      this.#mode = decoding.readVarString(decoder) as SocketMode
      this.#tell()
    }
    for (const type of [messageTypes.sync, messageTypes.awareness]) {
      const handle = this.#provider.messageHandlers[type]
      this.#provider.messageHandlers[type] = (...message) => {
        for (const listener of this.#incoming) listener()
        handle?.(...message)
      }
    }
    this.#provider.on('status', ({ status }) => this.#onStatus(status === 'connected'))
    this.#provider.on('sync', (synced) => {
      this.#everSynced ||= synced
      this.#tell()
    })
    this.#provider.on('closed', ({ code }) => {
      this.#closedWith = code
      this.#tell()
    })
    this.doc.on('update', (_: Uint8Array, origin: unknown) => {
      // In a reader's copy nothing changes but marks that have become idle, which Yjs deletes.
      if (origin !== this.#provider && this.#mode !== 'read') this.#onChange()
    })
    this.awareness.on('change', () => this.#onPresence())
    window.addEventListener('beforeunload', this.#holdBack)
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  get state(): DraftState {
    return this.#state
  }

  /** Whether this person may change the text now, as far as the server has told. */
  get mayEdit(): boolean {
    return this.#mode === 'edit' || this.#mode === 'paused'
  }

  /** Whether the text has arrived at least once. */
  get isLoaded(): boolean {
    return this.#everSynced
  }

  /** Everybody who has the text open, each once, by name. */
  get present(): readonly Present[] {
    return this.#present
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` each time just before something from others is taken in; returns how to stop it. */
  onIncoming = (listener: () => void): (() => void) => {
    this.#incoming.add(listener)
    return () => this.#incoming.delete(listener)
  }

  destroy(): void {
    window.removeEventListener('beforeunload', this.#holdBack)
    this.#listeners.clear()
    this.#provider.destroy()
    this.doc.destroy()
  }

  #onStatus(connected: boolean) {
    this.#acknowledgements.reconnected()
    if (!connected) this.#mode = this.#mode === 'paused' ? 'edit' : this.#mode
    else this.#ask()
    this.#tell()
  }

  #onChange() {
    this.#acknowledgements.changed()
    this.#ask()
    this.#tell()
  }

  /** Asks to be told when all that was sent so far is on the disk. */
  #ask() {
    const { ws, wsconnected } = this.#provider
    if (!wsconnected || ws?.readyState !== WebSocket.OPEN) return
    const fence = this.#acknowledgements.ask()
    if (fence === null) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.fence)
    encoding.writeVarUint(encoder, fence)
    ws.send(encoding.toUint8Array(encoder))
  }

  #onSaved(decoder: decoding.Decoder) {
    this.#acknowledgements.answered(decoding.readVarUint(decoder))
    this.#ask()
    this.#tell()
  }

  #onPresence() {
    const people = new Map<string, Present>()
    for (const { user } of this.awareness.getStates().values() as Iterable<{ user?: Present }>) {
      if (user?.id) people.set(user.id, { id: user.id, name: user.name })
    }
    this.#present = [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
    this.#tell()
  }

  #tell() {
    this.#state = draftStateOf({
      connected: this.#provider.wsconnected,
      synced: this.#provider.synced,
      everSynced: this.#everSynced,
      mode: this.#mode,
      unsaved: this.#acknowledgements.unsaved,
      closedWith: this.#closedWith,
    })
    for (const listener of this.#listeners) listener()
  }

  /** Leaving with something unsaved asks first. */
  #holdBack = (event: BeforeUnloadEvent) => {
    if (this.#acknowledgements.unsaved && this.mayEdit) event.preventDefault()
  }
}
