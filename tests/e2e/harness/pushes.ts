import { createHash } from 'node:crypto'
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Where a site pushes: a number that grows, as server-sent events and by web socket. */
export const PUSHES = '/pushes'

const APART_MS = 200

/** What the protocol has a server add to the browser's key. */
const SOCKET_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Answers with events, until the page has gone. */
export function pushEvents(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  pushTo(response, number => `data: ${number}\n\n`)
}

/** Has a server accept web sockets. */
export function acceptSockets(server: Server): void {
  server.on('upgrade', (request, socket: Duplex) => {
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${SOCKET_KEY}`)
      .digest('base64')
    socket.on('error', () => socket.destroy())
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${key}\r\n\r\n`,
    )
    // One short text, whole: its kind, its length and itself.
    pushTo(socket, number =>
      Buffer.concat([Buffer.from([0x81, `${number}`.length]), Buffer.from(`${number}`)]),
    )
  })
}

function pushTo(
  to: NodeJS.WritableStream & NodeJS.EventEmitter,
  words: (number: number) => string | Buffer,
): void {
  let number = 0
  const timer = setInterval(() => to.write(words(++number)), APART_MS)
  to.on('close', () => clearInterval(timer))
}
