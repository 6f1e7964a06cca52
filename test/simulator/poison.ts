/** What a hostile co-author sends: all that is known to have silenced others or to have stopped a room. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Random } from './random.ts'

/** One poison against a client whose id is known to the room, made by somebody who has this copy. */
export function poison(copy: Y.Doc, victim: number, random: Random): Uint8Array {
  const make = random.pick(poisons) ?? garbage
  return make(copy, victim, random)
}

const poisons = [hugeStruct, earlyDeletion, theft, gap, halfAnUpdate, garbage]

/** Would make all that the victim types later look known already. */
function hugeStruct(copy: Y.Doc, victim: number): Uint8Array {
  return numbers(1, 1, victim, Y.getState(copy.store, victim), 0, 2 ** 31, 0)
}

/** Would delete what the victim has not typed yet. */
function earlyDeletion(copy: Y.Doc, victim: number, random: Random): Uint8Array {
  const clock = Y.getState(copy.store, victim) + random.between(1_000_000, 9_000_000)
  return numbers(0, 1, victim, 1, clock, 1)
}

/** Types as the victim. */
function theft(copy: Y.Doc, victim: number): Uint8Array {
  const thief = new Y.Doc()
  Y.applyUpdate(thief, Y.encodeStateAsUpdate(copy))
  thief.clientID = victim
  const before = Y.encodeStateVector(thief)
  thief.getXmlFragment('body:ru').insert(0, [new Y.XmlText('stolen')])
  return Y.encodeStateAsUpdate(thief, before)
}

/** Builds on what nobody has. */
function gap(copy: Y.Doc): Uint8Array {
  const { clientID } = copy
  return numbers(1, 1, clientID, Y.getState(copy.store, clientID) + 1000, 0, 1, 0)
}

function halfAnUpdate(copy: Y.Doc): Uint8Array {
  const whole = Y.encodeStateAsUpdate(copy)
  return whole.slice(0, Math.ceil(whole.length / 2))
}

function garbage(_copy: Y.Doc, _victim: number, random: Random): Uint8Array {
  return Uint8Array.from({ length: random.between(1, 40) }, () => random.between(128, 255))
}

function numbers(...all: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const one of all) encoding.writeVarUint(encoder, one)
  return encoding.toUint8Array(encoder)
}
