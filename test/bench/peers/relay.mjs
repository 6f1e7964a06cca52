/**
 * The floor of fan-out: passes each frame on to the other sockets of its room. It knows nothing of
 * Yjs and keeps nothing; the empty answer to a state vector only lets clients call themselves synced.
 */
import { WebSocketServer } from 'ws'

const sync = 0
const stateVector = 0
const missing = 1
const emptyAnswer = Buffer.from([sync, missing, 2, 0, 0])
const rooms = new Map()

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
})
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (frame) => {
    if (frame[0] === sync && frame[1] === stateVector) return socket.send(emptyAnswer)
    if (frame[0] === sync && frame[1] === missing) return
    for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => process.stdout.write('listening\n'))
