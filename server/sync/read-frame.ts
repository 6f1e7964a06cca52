/** Takes a frame from a socket apart and hands what it says to the room. */
import { messageTypes, syncTypes } from '#shared/sync/messages.ts'
import { ByteReader, Malformed } from './byte-reader.ts'
import type { Peer } from './peer.ts'
import type { Room } from './room.ts'

/** What is not well formed ends the socket. */
export function readFrame(frame: Uint8Array, peer: Peer, room: Room): void {
  try {
    const read = new ByteReader(frame)
    const type = read.uint()
    if (type === messageTypes.sync) readSync(read, peer, room)
    else if (type === messageTypes.awareness) room.receivePresence(peer, read.bytes())
    else if (type === messageTypes.queryAwareness) room.tellPresence(peer)
    else if (type === messageTypes.fence) room.receiveFence(peer, read.uint())
    else peer.end('badFrame')
  } catch (fault) {
    if (!(fault instanceof Malformed)) throw fault
    peer.end('badFrame')
  }
}

function readSync(read: ByteReader, peer: Peer, room: Room): void {
  const type = read.uint()
  const payload = read.bytes()
  if (type === syncTypes.stateVector) room.receiveStateVector(peer, payload)
  else if (type === syncTypes.missing) room.receiveUpdate(peer, payload, true)
  else if (type === syncTypes.update) room.receiveUpdate(peer, payload, false)
  else peer.end('badFrame')
}
