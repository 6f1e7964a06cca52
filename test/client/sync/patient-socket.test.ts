/** Frames that travel behind the letter they are of, and are never left behind. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patientSocket } from '#client/sync/patient-socket.ts'

let sent: unknown[]
let page: EventTarget

beforeEach(() => {
  sent = []
  page = new EventTarget()
  vi.stubGlobal('window', page)
  vi.stubGlobal(
    'WebSocket',
    class extends EventTarget {
      readonly OPEN = 1
      readyState = 1
      send(frame: unknown) {
        sent.push(frame)
      }
      close() {
        sent.push('closed')
        this.readyState = 3
        this.dispatchEvent(new Event('close'))
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const open = () => new (patientSocket())('ws://localhost/')

/** What a page does next, behind everything that waits already. */
const nextTurn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })

test('frames are sent in their order, once who gave them is done', async () => {
  const socket = open()
  socket.send('letter')
  socket.send('fence')
  expect(sent).toEqual([])
  await vi.waitFor(() => expect(sent).toEqual(['letter', 'fence']))
  socket.send('caret')
  await vi.waitFor(() => expect(sent).toEqual(['letter', 'fence', 'caret']))
  socket.close()
})

test('[DRAFT2] a page that is left sends what waits before it goes', () => {
  const socket = open()
  socket.send('letter')
  page.dispatchEvent(new Event('pagehide'))
  expect(sent).toEqual(['letter'])
  socket.close()
})

test('[DRAFT2] a socket that is closed sends what waits first, and nothing twice', async () => {
  const socket = open()
  socket.send('letter')
  socket.close()
  expect(sent).toEqual(['letter', 'closed'])
  await nextTurn()
  page.dispatchEvent(new Event('pagehide'))
  expect(sent).toEqual(['letter', 'closed'])
})

test('[DRAFT2] on a socket that the other side has begun to close nothing is sent: browsers complain of it', async () => {
  const socket = open()
  socket.send('letter')
  Object.assign(socket, { readyState: 2 })
  await nextTurn()
  page.dispatchEvent(new Event('pagehide'))
  expect(sent).toEqual([])
})
