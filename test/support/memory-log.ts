/** A log of drafts in memory, whose disk one can hold still or break. */
import type {
  ClientBinding,
  DraftLog,
  HistoryEntry,
  LogEntry,
  StoredDraft,
} from '#server/domain/draft-log.ts'

export class MemoryLog implements DraftLog {
  readonly isShared: boolean = false
  readonly entries: LogEntry[] = []
  readonly bindings: ClientBinding[] = []
  /** How many of the next appends fail. */
  failures = 0
  #held: (() => void)[] | null = null

  /** From now on appends wait until `release`. */
  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  async append(
    entries: readonly LogEntry[],
    bindings: readonly ClientBinding[],
  ): Promise<bigint[]> {
    const held = this.#held
    if (held) await new Promise<void>((go) => held.push(go))
    if (this.failures > 0) {
      this.failures--
      throw new Error('the disk is full')
    }
    this.bindings.push(...bindings)
    return entries.map((entry) => BigInt(this.entries.push(entry)))
  }

  async load(statement: string, upTo?: bigint): Promise<StoredDraft> {
    const rows = this.entries
      .map((entry, at) => ({ ...entry, position: BigInt(at + 1) }))
      .filter((row) => row.statement === statement && (upTo === undefined || row.position <= upTo))
    return {
      updates: rows.map(({ bytes }) => bytes),
      snapshot: null,
      position: rows.at(-1)?.position ?? 0n,
      bindings: new Map(
        this.bindings
          .filter((one) => one.statement === statement)
          .map(({ client, person }) => [client, person]),
      ),
    }
  }

  async since(statement: string, position: bigint) {
    const rows = await this.history(statement, position, Number.POSITIVE_INFINITY)
    return {
      updates: rows.map(({ bytes }) => bytes),
      position: rows.at(-1)?.position ?? position,
    }
  }

  async owners(statement: string): Promise<Map<number, string | null>> {
    return (await this.load(statement)).bindings
  }

  async history(statement: string, after: bigint, most: number): Promise<HistoryEntry[]> {
    return this.entries
      .map((entry, at) => ({ ...entry, position: BigInt(at + 1), at: new Date(at) }))
      .filter((entry) => entry.statement === statement && entry.position > after)
      .slice(0, most)
  }
}
