/** What the processes on one database tell each other. */

export type PresenceState = { client: number; clock: number; state: string | null }

export type Message =
  /** Something was stored in the logs of these drafts; `null` stands for any. */
  | { kind: 'stored'; statements: readonly string[] | null }
  /** Where people are in a draft whose sockets another process holds; `null` when one has gone. */
  | { kind: 'presence'; statement: string; states: readonly PresenceState[] }
  /** Somebody has opened a draft and asks who is in it elsewhere. */
  | { kind: 'presence-wanted'; statement: string }
  /** What this person may do has changed; `null` stands for anybody. [SAFE3] */
  | { kind: 'access'; person: string | null }
  /** This draft was locked, or unlocked. [SAFE3] */
  | { kind: 'lock'; statement: string }

export type Bus = {
  /** Tells all other processes; a message that cannot be told now is told as soon as one can. */
  tell(message: Message): void
  /** Calls `listener` with what others tell. */
  listen(listener: (message: Message) => void): void
  close(): Promise<void>
}

/** For a process that has the database to itself. */
export const noBus: Bus = {
  tell: () => undefined,
  listen: () => undefined,
  close: async () => undefined,
}
