/** The server of y-websocket as it is published, in memory. */
import { createServer } from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import WebSocket from 'ws'

const server = createServer()
const sockets = new WebSocket.Server({ server })
sockets.on('connection', setupWSConnection)
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('listening\n'))
