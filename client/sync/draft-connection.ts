/** The connection of one draft to its room: the live document, who is here, and what is truly saved. [DRAFT2] */
import * as decoding from 'lib0/decoding'
import { equalityDeep } from 'lib0/function'
import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeCodes } from '#shared/sync/close-codes.ts'
import { isTaken, messageTypes, type SocketMode } from '#shared/sync/messages.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { forgetAll } from './device.ts'
import { type DraftState, draftStateOf } from './draft-state.ts'
import { Incoming } from './incoming.ts'
import { KeptDraft } from './kept-draft.ts'
import { KeyWatch } from './key-watch.ts'
import type { LocalDraft } from './local-draft.ts'
import { openInTime } from './open-in-time.ts'
import { OutOfStep } from './out-of-step.ts'
import { type Present, peopleIn } from './present.ts'
import { newProvider } from './provider.ts'
import { reconnect, renew } from './reconnection.ts'
import { askForMissing, send } from './send.ts'

export class DraftConnection {
  readonly doc = new Y.Doc()
  readonly #provider: WebsocketProvider
  readonly #listeners = new Set<() => void>()
  readonly #incoming: Incoming<WebsocketProvider>
  readonly #acknowledgements = new Acknowledgements()
  readonly #outOfStep: OutOfStep
  readonly #stopReconnecting: () => void
  /** Null when this device keeps nothing, or it is not known yet whether it does. */
  #keptDraft: KeptDraft | null = null
  /** What this socket may do, null until it was told; and what the last that was told might. */
  #mode: SocketMode | null = null
  #mightEdit = false
  #failed = false
  #loaded = false
  #left = false
  #closedWith: number | null = null
  #state: DraftState = 'connecting'
  #present: readonly Present[] = []

  constructor(statement: string, person: string) {
    this.#provider = newProvider(statement, this.doc)
    this.#incoming = new Incoming(this.#provider, new KeyWatch())
    this.#stopReconnecting = reconnect(this.#provider)
    this.#outOfStep = new OutOfStep(this.doc, {
      ask: () => askForMissing(this.#provider),
      renew: () => renew(this.#provider),
      changed: () => this.#tell(),
    })
    this.#hear()
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#onUpdate(update, origin))
    this.awareness.on('change', () => this.#onPresence())
    window.addEventListener('beforeunload', this.#holdBack)
    window.addEventListener('pagehide', this.#flush)
    document.addEventListener('visibilitychange', this.#flush)
    void this.#open(statement, person)
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  get state(): DraftState {
    return this.#state
  }

  /** Whether this person may change the text now, as far as the server has told. */
  get mayEdit(): boolean {
    return this.#mightEdit
  }

  /** Whether the text is here: it has arrived at least once, now or on an earlier day. */
  get isLoaded(): boolean {
    return this.#loaded
  }

  /** Whether something was typed here that the server has not told to be on its disk. */
  get isUnsaved(): boolean {
    return this.#acknowledgements.unsaved
  }

  /** Whether that is in this window alone. */
  get isOnlyHere(): boolean {
    return this.isUnsaved && this.#keptDraft?.kept !== 'kept'
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
  onIncoming = (listener: () => void): (() => void) => this.#incoming.onTaking(listener)

  /** Forgets what this device keeps of the draft, so that a reload shows the server's text. */
  async startOver(): Promise<void> {
    window.removeEventListener('beforeunload', this.#holdBack)
    await this.#keptDraft?.discard()
  }

  destroy(): void {
    this.#left = true
    window.removeEventListener('beforeunload', this.#holdBack)
    window.removeEventListener('pagehide', this.#flush)
    document.removeEventListener('visibilitychange', this.#flush)
    this.#listeners.clear()
    this.#incoming.destroy()
    this.#stopReconnecting()
    this.#outOfStep.destroy()
    this.#provider.destroy()
    void this.#keptDraft?.close()
    this.doc.destroy()
  }

  /** First what this device keeps, so that only what the server lacks is sent; then the server. */
  async #open(statement: string, person: string) {
    const local = await openInTime(statement, person)
    if (this.#left) return local?.close()
    if (local) {
      this.#keptDraft = new KeptDraft(this.doc, local, () => this.#tell())
      this.#restore(this.#keptDraft, local)
    }
    this.#provider.connect()
    this.#tell()
  }

  #restore(keptDraft: KeptDraft, { restored }: LocalDraft) {
    if (!restored) return
    const { update, mayEdit, numbers, unsent } = restored
    Y.applyUpdate(this.doc, update, keptDraft)
    const change = unsent.length > 0 ? this.#acknowledgements.changed() : 0
    keptDraft.resume(numbers, unsent, change)
    this.#mightEdit = mayEdit
    this.#loaded = true
  }

  #hear() {
    const handlers = this.#provider.messageHandlers
    handlers[messageTypes.saved] = (_, decoder) => this.#onSaved(decoding.readVarUint(decoder))
    handlers[messageTypes.mode] = (_, decoder) =>
      this.#onMode(decoding.readVarString(decoder) as SocketMode)
    this.#provider.on('status', () => {
      this.#incoming.flush()
      this.#acknowledgements.lost()
      this.#mode = null
      this.#tell()
    })
    this.#provider.on('connection-close', () => {
      this.#failed = true
      // The provider speaks up itself only of a connection that had been made.
      queueMicrotask(() => this.#tell())
    })
    this.#provider.on('sync', (synced) => {
      this.#loaded ||= synced
      if (synced) this.#keptDraft?.begin(this.mayEdit)
      this.#tell()
    })
    this.#provider.on('closed', ({ code }) => this.#onEnd(code))
  }

  #onUpdate(update: Uint8Array, origin: unknown) {
    if (origin instanceof KeptDraft) return
    // In a reader's copy nothing changes but marks that have become idle, which Yjs deletes.
    const isOthers = origin === this.#provider || this.#mode === 'read'
    if (isOthers) return this.#keptDraft?.add(update, null)
    const change = this.#acknowledgements.changed()
    this.#keptDraft?.add(update, change)
    this.#ask()
    this.#tell()
  }

  #onMode(mode: SocketMode) {
    this.#mode = mode
    this.#mightEdit = isTaken(mode)
    // A question that was asked under another mode may never be answered.
    this.#acknowledgements.lost()
    this.#keptDraft?.note(this.mayEdit)
    this.#ask()
    this.#tell()
  }

  /**
   * Asks to be told when all that was sent so far is on the disk. Not before this socket may write:
   * of a reader the server takes nothing, and has soon "saved" it.
   */
  #ask() {
    const { fence } = this.#acknowledgements
    if (fence === null || this.#mode === null || !isTaken(this.#mode)) return
    if (send(this.#provider, messageTypes.fence, fence)) this.#acknowledgements.sent()
  }

  #onSaved(count: number) {
    if (this.#mode !== null && !isTaken(this.#mode)) return
    this.#acknowledgements.saved(count)
    this.#keptDraft?.acknowledge(count)
    this.#ask()
    this.#tell()
  }

  /** The server will not have this connection back; of what it has taken away nothing stays here. [SAFE7] */
  #onEnd(code: number) {
    this.#closedWith = code
    if (code === closeCodes.signedOut) void forgetAll().catch(() => undefined)
    if (code === closeCodes.notFound) void this.#keptDraft?.discard()
    this.#tell()
  }

  #onPresence() {
    const present = peopleIn(this.awareness)
    // Carets move all the time; people come and go.
    if (equalityDeep(present, this.#present)) return
    this.#present = present
    this.#tell()
  }

  #tell() {
    this.#state = draftStateOf({
      connected: this.#provider.wsconnected,
      failed: this.#failed,
      synced: this.#provider.synced && !this.#outOfStep.noticed,
      loaded: this.#loaded,
      mode: this.#mode,
      unsaved: this.isUnsaved,
      kept: this.#keptDraft?.kept ?? 'nowhere',
      closedWith: this.#closedWith,
    })
    for (const listener of this.#listeners) listener()
  }

  #flush = () => void this.#keptDraft?.flush()

  /** Leaving with something asks first, when it would be lost. */
  #holdBack = (event: BeforeUnloadEvent) => {
    const mayComeIn = this.mayEdit || this.#mode === 'locked'
    if (this.isOnlyHere && mayComeIn) event.preventDefault()
  }
}
