/** The frames that a simulated client sends, as bytes. */
import * as encoding from 'lib0/encoding'
import { messageTypes } from '#shared/sync/messages.ts'

export function numbers(...all: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const one of all) encoding.writeVarUint(encoder, one)
  return encoding.toUint8Array(encoder)
}

export function presenceFrame(payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.awareness)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

export function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}
