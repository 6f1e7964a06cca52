/** The frames on a draft's socket: those of the y-websocket protocol, and three of our own beside them. */

/** The first number of every frame. 0–3 are y-websocket's; a client that knows no others ignores them. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Client to server: a counter; "tell me when all that I sent before this is on the disk". */
  fence: 4,
  /** Server to client: the counter of a fence, once everything before it is on the disk. [DRAFT2] */
  saved: 5,
  /** Server to client: what this socket may do from now on, as one of `socketModes`. */
  mode: 6,
} as const

/** The second number of a sync frame. */
export const syncTypes = { stateVector: 0, missing: 1, update: 2 } as const

/**
 * `edit`: bytes are taken; `read`: none are; `paused`: none are for a moment, the disk refuses them;
 * `locked`: none are until a co-ordinator unlocks the draft.
 */
export const socketModes = ['edit', 'read', 'paused', 'locked'] as const
export type SocketMode = (typeof socketModes)[number]

/** Whether what is typed under this mode comes to the server's disk, sooner or later. */
export const isTaken = (mode: SocketMode): boolean => mode === 'edit' || mode === 'paused'

/** What the client says of itself in the address: the schema it knows, and that it understands our frames. */
export const handshake = { schema: 'schema', ours: 'ours' } as const

/** The path of a draft's socket. */
export const socketPath = '/sync'

/** The most bytes that one frame may have, and one text in all its languages with its history of marks. */
export const limits = {
  frameBytes: 4 * 1024 * 1024,
  draftBytes: 16 * 1024 * 1024,
  awarenessBytes: 2048,
} as const
