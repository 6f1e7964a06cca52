/** Why the server ends a socket. 4400–4499 are final for the y-websocket provider; on all others it comes back. */
export const closeCodes = {
  /** The server restarts or the process is drained. */
  restart: 1012,
  /** The room could not be kept going just now. */
  tryLater: 1013,
  /** A frame that no honest client sends. */
  badFrame: 4400,
  /** There is no session, or it has ended. */
  signedOut: 4401,
  /** This person may not do that here. */
  notAllowed: 4403,
  /** There is no such draft. */
  notFound: 4404,
  /** The editor is older than the text's schema: reload. */
  outdated: 4409,
  /** The text would become longer than the server keeps. */
  tooLong: 4413,
  /** More frames than one person can type. */
  tooMany: 4429,
} as const

export type CloseReason = keyof typeof closeCodes
