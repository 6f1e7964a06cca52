/** What every action is given: the parts of the running program. */
import type { FormatIn } from '#shared/text/formats.ts'
import type { Clock } from './clock.ts'
import type { DraftLog } from './domain/draft-log.ts'
import type { FileText } from './files/file-text.ts'
import type { Log } from './log.ts'
import type { RedrawnPicture } from './pictures/redraw.ts'
import type { Callers } from './store/callers.ts'
import type { Database } from './store/database.ts'
import type { Rooms } from './sync/rooms.ts'

export type Context = {
  /** The origin that people see, without a slash at the end. */
  publicUrl: string
  clock: Clock
  log: Log
  database: Database
  callers: Callers
  draftLog: DraftLog
  rooms: Rooms
  /** Reads a file outside the main thread. Throws a refusal when it is not what it should be, or too much. */
  readFile(bytes: Uint8Array, format: FormatIn): Promise<FileText>
  /** Draws a picture anew, outside this process. Throws the refusal `not-a-picture`. */
  redrawPicture(bytes: Uint8Array): Promise<RedrawnPicture>
  /** Tells open sockets that what this person may do has changed. [SAFE3] */
  accessChanged(person: string): void
  /** Tells open sockets that this draft was locked, or unlocked. [SAFE3] */
  lockChanged(statement: string): void
}
