/** Somebody edits: one change of those that the editor makes, drawn by lot. */
import type * as Y from 'yjs'
import type { Client } from './client.ts'
import type { Ledger, Token } from './ledger.ts'
import type { Random } from './random.ts'
import * as text from './text.ts'

export class Editing {
  readonly #random: Random
  readonly #ledger: Ledger
  readonly #typed = new Map<Client, Token[]>()
  #ids = 0

  constructor(random: Random, ledger: Ledger) {
    this.#random = random
    this.#ledger = ledger
  }

  edit(client: Client): void {
    const act = this.#random.pick(this.#acts) ?? this.#type
    client.change((doc) => act.call(this, client, doc))
  }

  #type(client: Client, doc: Y.Doc) {
    const block = this.#someBlock(client, doc)
    if (block) text.typeInto(block, this.#token(client), this.#random)
  }

  #start(client: Client, doc: Y.Doc) {
    const id = this.#id(client)
    const block = text.newBlock(id, [{ insert: this.#token(client) }])
    text.insertBlock(doc, this.#random.below(8), block)
  }

  #delete(client: Client, doc: Y.Doc) {
    const token = this.#random.pick(this.#typed.get(client) ?? [])
    if (!token || token.gone !== null || !text.deleteToken(doc, token.name)) return
    token.gone = client.changes.length + 1
  }

  #note(client: Client, doc: Y.Doc) {
    const block = this.#someBlock(client, doc)
    if (block) text.addNote(doc, block, this.#id(client), this.#token(client), this.#random)
  }

  #split(client: Client, doc: Y.Doc) {
    const block = this.#random.pick(text.ownBlocks(doc, client.name))
    if (block) text.splitBlock(doc, block, this.#id(client), this.#random)
  }

  #move(client: Client, doc: Y.Doc) {
    const block = this.#random.pick(text.ownBlocks(doc, client.name))
    if (block) text.moveBlock(doc, block, this.#random)
  }

  #format(_client: Client, doc: Y.Doc) {
    const block = this.#random.pick(text.blocksOf(doc))
    if (block) text.formatSome(block, this.#random)
  }

  #kind(_client: Client, doc: Y.Doc) {
    const block = this.#random.pick(text.blocksOf(doc))
    if (block) text.changeKind(block, this.#random)
  }

  readonly #acts = [
    ...Array.from({ length: 8 }, () => this.#type),
    ...[this.#start, this.#start, this.#delete, this.#delete, this.#note],
    ...[this.#split, this.#move, this.#format, this.#format, this.#kind],
  ]

  #someBlock(client: Client, doc: Y.Doc) {
    const own = this.#random.chance(0.3) ? text.ownBlocks(doc, client.name) : []
    return this.#random.pick(own.length > 0 ? own : text.sharedBlocks(doc))
  }

  #token(client: Client): string {
    const token = this.#ledger.mint(client, client.changes.length + 1)
    const typed = this.#typed.get(client) ?? []
    this.#typed.set(client, typed)
    typed.push(token)
    return token.name
  }

  #id(client: Client): string {
    return `${client.name}-${++this.#ids}`
  }
}
