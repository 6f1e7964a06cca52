/**
 * What arrives from others, taken in together: of many who type at once each letter would have the
 * whole screen looked at again. The first after a pause is shown at once; what follows so soon that
 * nobody could tell them apart is shown with the next. A key that somebody waits for goes first, and of
 * who types on the pauses between two keys are used: right after the first is shown, long before the second.
 */
import { type Decoder, peekVarUint } from 'lib0/decoding'
import type { Encoder } from 'lib0/encoding'
import { messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { messageTypes } from '#shared/sync/messages.ts'

/** What is needed of y-websocket's provider. */
export type Hearing<Self> = {
  doc: Y.Doc
  messageHandlers: ((
    encoder: Encoder,
    decoder: Decoder,
    provider: Self,
    emitSynced: boolean,
    messageType: number,
  ) => void)[]
}

/** Whether somebody types, and whether a key was pressed of which they do not see yet what it did. */
type Keys = {
  readonly isTyping: boolean
  readonly isWaiting: boolean
  onShown: () => void
  destroy(): void
}

const togetherMs = 50
/** Of a machine's time taking in may have a tenth; but nothing is put off for longer than `longestMs`. */
const restPerWork = 10
const longestMs = 250
/** After what time it is asked again whether a key waits. */
const askAgainMs = 8

export class Incoming<Provider extends Hearing<Provider>> {
  readonly #provider: Provider
  readonly #keys: Keys
  readonly #listeners = new Set<() => void>()
  #updates: (() => void)[] = []
  #carets: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #lastAt = Number.NEGATIVE_INFINITY
  #rest = togetherMs
  #heldSince: number | null = null

  constructor(provider: Provider, keys: Keys) {
    this.#provider = provider
    this.#keys = keys
    keys.onShown = () => {
      if (this.#heldSince !== null && this.#restLeft(performance.now()) <= 0) this.flush()
    }
    this.#hold(messageTypes.awareness, () => this.#carets)
    this.#hold(messageTypes.sync, (decoder) =>
      // What begins or ends an exchange is answered, or tells that the text is here.
      peekVarUint(decoder) === messageYjsUpdate ? this.#updates : null,
    )
  }

  /** Calls `listener` each time just before something from others is taken in; returns how to stop it. */
  onTaking = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes in what waits. */
  flush(): void {
    const [updates, carets] = [this.#updates.splice(0), this.#carets.splice(0)]
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#heldSince = null
    if (updates.length + carets.length === 0) return
    this.#lastAt = performance.now()
    for (const listener of this.#listeners) listener()
    const takeAll = () => {
      for (const take of updates) take()
    }
    if (updates.length > 0) Y.transact(this.#provider.doc, takeAll, this.#provider, false)
    for (const take of carets) take()
    const work = performance.now() - this.#lastAt
    this.#rest = Math.min(Math.max(togetherMs, work * restPerWork), longestMs)
  }

  /** Forgets what waits. */
  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#listeners.clear()
    this.#keys.destroy()
  }

  /** Lets messages of a type wait in the line that `lineFor` names; with none they come after what waits. */
  #hold(type: number, lineFor: (decoder: Decoder) => (() => void)[] | null) {
    const { messageHandlers } = this.#provider
    const handle = messageHandlers[type]
    messageHandlers[type] = (...message) => {
      const line = lineFor(message[1])
      if (line) {
        line.push(() => handle?.(...message))
        this.#soon()
      } else {
        this.flush()
        for (const listener of this.#listeners) listener()
        handle?.(...message)
      }
    }
  }

  #soon() {
    const now = performance.now()
    this.#heldSince ??= now
    const wait = this.#waitFrom(now, this.#heldSince)
    if (wait <= 0) this.flush()
    else this.#timer ??= setTimeout(this.#whenItMay, wait)
  }

  #whenItMay = () => {
    this.#timer = null
    this.#soon()
  }

  #restLeft(now: number): number {
    return this.#lastAt + this.#rest - now
  }

  /** For how long what waits since `heldSince` is put off, in milliseconds; below 0 if it is not. */
  #waitFrom(now: number, heldSince: number): number {
    const held = now - heldSince
    const rest = this.#restLeft(now)
    if (this.#keys.isTyping) return Math.max(rest, longestMs - held)
    if (!this.#keys.isWaiting || held >= longestMs) return rest
    return Math.max(rest, askAgainMs)
  }
}
