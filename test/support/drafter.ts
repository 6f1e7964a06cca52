/** Somebody who types, through the published y-websocket client and a real socket. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Language } from '#shared/language/languages.ts'
import { handshake, messageTypes, socketPath } from '#shared/sync/messages.ts'
import type { CanonicalText } from '#shared/text/canonical.ts'
import { appendNodes, bodyOf, readText } from '#shared/text/draft.ts'
import { schemaVersion } from '#shared/text/schema.ts'
import type { Browser } from './browser.ts'

export class Drafter {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  mode: string | null = null
  #fence = 0
  #saved = 0
  #waiting: (() => void)[] = []

  constructor(browser: Pick<Browser, 'origin' | 'cookie'>, statement: string) {
    const { origin, cookie } = browser
    this.provider = new WebsocketProvider(
      origin.replace('http', 'ws') + socketPath,
      statement,
      this.doc,
      {
        params: { [handshake.schema]: String(schemaVersion), [handshake.ours]: '1' },
        disableBc: true,
        maxBackoffTime: 200,
        WebSocketPolyfill: socketOf(origin, cookie),
      },
    )
    this.provider.messageHandlers[messageTypes.saved] = (_, decoder) => {
      this.#saved = decoding.readVarUint(decoder)
      this.#check()
    }
    this.provider.messageHandlers[messageTypes.mode] = (_, decoder) => {
      this.mode = decoding.readVarString(decoder)
      this.#check()
    }
    this.doc.on('update', () => this.#check())
    this.provider.on('sync', () => this.#check())
  }

  /** Resolves once the text has arrived. */
  synced(): Promise<void> {
    return this.until(() => this.provider.synced)
  }

  /** Resolves once `holds` does; it is looked at whenever something arrives. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve()
    return new Promise((done) => {
      const check = () => {
        if (!holds()) return
        this.#waiting = this.#waiting.filter((one) => one !== check)
        done()
      }
      this.#waiting.push(check)
    })
  }

  /** Resolves when the server has told that everything typed so far is on its disk. */
  async saved(): Promise<void> {
    const fence = ++this.#fence
    const ask = () => {
      // The answer to the newest question answers those before it.
      if (this.#saved < fence && fence === this.#fence) this.send(messageTypes.fence, fence)
    }
    this.provider.on('status', ask)
    ask()
    await this.until(() => this.#saved >= fence)
    this.provider.off('status', ask)
  }

  /** Sends numbers as one frame. */
  send(...numbers: number[]): void {
    const encoder = encoding.createEncoder()
    for (const number of numbers) encoding.writeVarUint(encoder, number)
    this.sendFrame(encoding.toUint8Array(encoder))
  }

  sendFrame(frame: Uint8Array): void {
    const { ws, wsconnected } = this.provider
    if (wsconnected && ws?.readyState === WebSocket.OPEN) ws.send(frame as Uint8Array<ArrayBuffer>)
  }

  /** Adds a block with these words at the end. */
  write(words: string, language: Language = 'ru'): void {
    this.doc.transact(() =>
      appendNodes(bodyOf(this.doc, language), [
        { type: 'block', content: [{ type: 'text', text: words }] },
      ]),
    )
  }

  /** Types into the last block, at the end of its words. */
  type(words: string, language: Language = 'ru'): void {
    const text = this.#lastText(language)
    text.insert(text.length, words)
  }

  /** Types between the words of the last block, `place` of the way through it (0 to 1), never into a token `<…>`. */
  insert(words: string, place: number, language: Language = 'ru'): void {
    const text = this.#lastText(language)
    const letters = text.toString()
    const at = letters.indexOf('<', Math.floor(letters.length * place))
    text.insert(at === -1 ? text.length : at, words)
  }

  /** The words of one language as they stand here. */
  words(language: Language = 'ru'): string {
    return Drafter.wordsOf(readText(this.doc, language).text)
  }

  /** The words of a text, a line for each block. */
  static wordsOf({ blocks }: CanonicalText): string {
    return blocks
      .map((block) =>
        'runs' in block ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : '',
      )
      .join('\n')
  }

  /** The code with which the server ended the socket for good. */
  closed(): Promise<number> {
    return new Promise((done) => {
      this.provider.once('closed', ({ code }) => done(code))
    })
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  #lastText(language: Language): Y.XmlText {
    const body = bodyOf(this.doc, language)
    return body.get(body.length - 1) as Y.XmlText
  }

  #check() {
    for (const check of [...this.#waiting]) check()
  }
}

/** A WebSocket that carries what a browser would: where the page came from, and its cookie. */
function socketOf(origin: string, cookie: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Origin: origin, Cookie: cookie } })
    }
  } as unknown as typeof globalThis.WebSocket
}
