/** Thrown when the database cannot run here; the message says why and what to do. */
export class CannotRun extends Error {}
