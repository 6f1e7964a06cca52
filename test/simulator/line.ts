/** A simulated connection: frames keep their order, take their time, and are lost when it breaks. */
import { EventEmitter } from 'node:events'
import { framesOn } from '../support/wire.ts'
import type { World } from './world.ts'

/** The end of a line at which a client sits. */
export type ClientEnd = {
  opened(): void
  received(frame: Uint8Array): void
  /** `code` is the server's; null when the line broke or nobody answered. */
  closed(code: number | null): void
  /** Looks at each frame in the moment in which the server sends it. */
  overhear(frame: Uint8Array): void
  /** Answers when the server closes, as every browser does. */
  readonly isPolite: boolean
}

/** How long the server waits for the answer to its close, as `ws` does. */
const closeTimeoutMs = 30_000

/** The server's end, with that part of the face of `ws`, and of the stream beneath, that the server uses. */
class ServerEnd extends EventEmitter {
  readonly OPEN = 1
  readonly writableLength = 0
  readonly writableNeedDrain = false
  readyState = 1
  readonly #line: Line

  constructor(line: Line) {
    super()
    this.#line = line
  }

  write(wire: Buffer): void {
    for (const frame of framesOn(wire)) this.#line.down(frame)
  }

  pause(): void {}

  resume(): void {}

  close(code: number): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 2
    this.#line.closeDown(code)
  }

  terminate(): void {
    this.gone()
  }

  ping(): void {}

  /** Like `ws`, it hands out what comes in until the other side has answered the close. */
  receive(frame: Uint8Array): void {
    if (this.readyState !== 3) this.emit('message', Buffer.from(frame), true)
  }

  gone(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.emit('close')
  }
}

export class Line {
  readonly socket = new ServerEnd(this)
  readonly #world: World
  readonly #end: ClientEnd
  readonly #slowestMs: number
  #broken = false
  /** The client listens no more. */
  #left = false
  #upAt = 0
  #downAt = 0

  constructor(world: World, end: ClientEnd, slowestMs: number) {
    this.#world = world
    this.#end = end
    this.#slowestMs = slowestMs
  }

  /** The client calls; `answer` is asked when the call arrives, and says whether anybody is there. */
  dial(answer: () => boolean): void {
    this.#goUp(() => {
      const there = answer()
      this.#goDown(() => (there ? this.#end.opened() : this.#leave(null)))
    })
  }

  /** A frame from the client; `arrives` is called just before the server sees it. */
  up(frame: Uint8Array, arrives: () => void = () => undefined): void {
    this.#goUp(() => {
      arrives()
      this.socket.receive(frame)
    })
  }

  /** The client hangs up; what it had sent before still arrives. */
  hangUp(): void {
    this.#left = true
    this.#goUp(() => this.socket.gone())
  }

  down(frame: Uint8Array): void {
    this.#end.overhear(frame)
    this.#goDown(() => this.#end.received(frame))
  }

  closeDown(code: number): void {
    this.#goDown(() => {
      if (this.#end.isPolite) this.#goUp(() => this.socket.gone())
      this.#leave(code)
    })
    this.#world.after(closeTimeoutMs, () => this.socket.gone())
  }

  /** Loses everything under way; each side notices in its own time, the server's only while it lives. */
  break(serverNotices: boolean): void {
    if (this.#broken) return
    this.#broken = true
    this.#world.after(this.#world.random.below(2000), () => this.#leave(null))
    if (!serverNotices) return
    this.#world.after(this.#world.random.below(4000), () => this.socket.gone())
  }

  #leave(code: number | null) {
    if (this.#left) return
    this.#left = true
    this.#end.closed(code)
  }

  #goUp(arrive: () => void) {
    this.#upAt = this.#pass(this.#upAt, () => arrive())
  }

  #goDown(arrive: () => void) {
    this.#downAt = this.#pass(this.#downAt, () => {
      if (!this.#left) arrive()
    })
  }

  /** Never arrives before what was sent earlier. */
  #pass(earliest: number, arrive: () => void): number {
    const { now, random } = this.#world
    const at = Math.max(now + random.between(1, this.#slowestMs), earliest)
    this.#world.after(at - now, () => {
      if (!this.#broken) arrive()
    })
    return at
  }
}
