/** What holds in a room whatever was sent to it, looked at when all have heard everything. */
import * as Y from 'yjs'
import type { MemoryLog } from '../support/memory-log.ts'
import type { RoomPeer } from '../support/room-peer.ts'
import { readPresence, type Writer } from './honest.ts'
import type { LogMirror } from './log-mirror.ts'
import { asIs, differenceOf, differenceOfReader, wholeStateOf } from './whole-state.ts'

export type Cast = { log: MemoryLog; victim: Writer; colleague: Writer; watcher: RoomPeer }

/** The first rule that does not hold; null when all do. */
export function whatIsBroken(server: Y.Doc, cast: Cast, mirror: LogMirror): string | null {
  const { log, victim, colleague, watcher } = cast
  const honest = [victim, colleague, watcher]
  const docs = [server, ...honest.map(({ doc }) => doc)]
  const holds = {
    'nothing waits for what is missing': docs.every(isComplete),
    'nothing that was sent on makes Yjs throw': honest.every(({ faults }) => faults.length === 0),
    '[DRAFT2] all that was typed is told to be saved': victim.isAllSaved && colleague.isAllSaved,
    'honest people are still there': honest.every(({ ended }) => ended === null),
    '[REV1] readers have written nothing': log.entries.every(isNotReaders),
    'nobody has written in the name of another': isOwn(log, victim) && isOwn(log, colleague),
    'everybody is shown under their own name': honest.every((peer) => seesAll(peer, honest)),
  }
  const broken = Object.entries(holds).find(([, one]) => !one)
  return broken ? broken[0] : differences(server, cast, mirror)
}

/** The first copy that is not what the server has. */
function differences(server: Y.Doc, cast: Cast, mirror: LogMirror): string | null {
  const { victim, colleague, watcher } = cast
  const state = wholeStateOf(server)
  // Whoever can undo keeps what others forget.
  const shown = ['reached', 'deleted', 'content'] as const
  const differs = {
    'the document is what the log says': differenceOf(state, wholeStateOf(mirror.doc)),
    'and what a snapshot and the rest of the log say': differenceOf(
      state,
      wholeStateOf(mirror.restarted),
    ),
    '[DRAFT1] who comes late has the same text': differenceOf(
      state,
      wholeStateOf(lateCopy(server)),
    ),
    '[DRAFT1] the victim has the same text': differenceOf(state, wholeStateOf(victim.doc), [
      ...shown,
    ]),
    '[DRAFT1] her colleague has the same text': differenceOf(state, wholeStateOf(colleague.doc), [
      ...shown,
    ]),
    '[DRAFT1] the reader has the same text': differenceOfReader(server, watcher.doc),
  }
  const found = Object.entries(differs).find(([, difference]) => difference !== null)
  return found ? found.join(': ') : null
}

function lateCopy(server: Y.Doc): Y.Doc {
  const late = new Y.Doc()
  asIs(late)
  Y.applyUpdate(late, Y.encodeStateAsUpdate(server))
  return late
}

const isComplete = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null

const isNotReaders = ({ person }: { person: string | null }) =>
  !/^(reader|reviewer|watcher)/.test(person ?? '')

const isOwn = ({ bindings }: MemoryLog, { doc, person }: RoomPeer) =>
  bindings.every((one) => one.client !== doc.clientID || one.person === person.id)

/** No frame has told this peer that somebody honest had gone, or is somebody else. */
function seesAll(peer: RoomPeer, honest: readonly RoomPeer[]): boolean {
  const owners = new Map(honest.map(({ doc, person }) => [doc.clientID, person.id]))
  return peer.presence.splice(0).every((frame) =>
    readPresence(frame).every(([client, state]) => {
      const owner = owners.get(client)
      return owner === undefined || state?.user?.id === owner
    }),
  )
}
