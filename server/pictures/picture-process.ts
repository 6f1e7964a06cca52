/**
 * The process that redraws one picture: its bytes come in at standard input; out goes a line of JSON
 * (null when it is none), then the bytes. Should a hostile file break the decoder, only this ends.
 */
import { buffer } from 'node:stream/consumers'
import { redraw } from './redraw.ts'

const picture = await redraw(new Uint8Array(await buffer(process.stdin)))
const { bytes, ...facts } = picture ?? { bytes: new Uint8Array() }
process.stdout.write(`${JSON.stringify(picture ? facts : null)}\n`)
process.stdout.end(bytes)
