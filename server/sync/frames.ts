/** The frames that the server sends, as bytes without the header of their WebSocket message. */
import * as encoding from 'lib0/encoding'
import { messageTypes, type SocketMode, syncTypes } from '#shared/sync/messages.ts'
import type { PresenceState } from '../domain/bus.ts'

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncFrame = (type: number, payload: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, payload)
  })

/** "This is what I have: send me what I lack." */
export const stateVectorFrame = (stateVector: Uint8Array) =>
  syncFrame(syncTypes.stateVector, stateVector)

/** The answer to the same question from a client. */
export const missingFrame = (update: Uint8Array) => syncFrame(syncTypes.missing, update)

export const updateFrame = (update: Uint8Array) => syncFrame(syncTypes.update, update)

export const savedFrame = (fence: number) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.saved)
    encoding.writeVarUint(encoder, fence)
  })

export const modeFrame = (mode: SocketMode) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.mode)
    encoding.writeVarString(encoder, mode)
  })

/** An empty `state` says that the client has gone. */
export const presenceFrame = (states: readonly PresenceState[]) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness)
    encoding.writeVarUint8Array(
      encoder,
      frame((inner) => {
        encoding.writeVarUint(inner, states.length)
        for (const { client, clock, state } of states) {
          encoding.writeVarUint(inner, client)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, state ?? 'null')
        }
      }),
    )
  })
