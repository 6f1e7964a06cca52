/** Hocuspocus as its users run it: its own SQLite extension, and its default debounce (2 s, at most 10 s). */
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: `${process.env.DATA_DIR}/db.sqlite` })],
})
await server.listen()
process.stdout.write('listening\n')
