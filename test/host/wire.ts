/**
 * The local pipe on which a page's port and the vault process meet without the main process: a unix socket in a private
 * folder, a named pipe with an unguessable name on Windows. One line is one structured text.
 */
import { randomBytes } from 'node:crypto'
import { createServer, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { privateFolder } from './private-folder.ts'

export interface Wire {
  readonly send: (line: string) => void
  readonly end: () => void
}

export interface WireEvents {
  readonly line: (line: string) => void
  readonly end: () => void
}

export function newWirePath(): string {
  const name = randomBytes(16).toString('hex')
  return process.platform === 'win32'
    ? String.raw`\\.\pipe\signet-host-${name}`
    : join(privateFolder(), name.slice(0, 12))
}

/** Waits for the one partner; what is sent before it comes is kept. */
export function serveWire(path: string, events: WireEvents): Wire {
  const waiting: string[] = []
  let socket: Socket | undefined
  const server = createServer((partner) => {
    server.close()
    socket = partner
    listen(partner, events)
    for (const line of waiting) partner.write(line)
  })
  server.listen(path)
  return {
    send: (line) => (socket ? void socket.write(`${line}\n`) : void waiting.push(`${line}\n`)),
    end: () => (socket ? void socket.end() : void server.close()),
  }
}

/** The serving side may start later than this one, so connecting is tried for ten seconds. */
export function connectWire(path: string, events: WireEvents): Wire {
  const waiting: string[] = []
  let socket: Socket | undefined
  let ended = false
  const attempt = (left: number): void => {
    if (ended) return
    const trying = connect(path)
    trying.once('connect', () => {
      trying.removeAllListeners('error')
      socket = trying
      listen(trying, events)
      for (const line of waiting) trying.write(line)
    })
    trying.once('error', () => (left > 0 ? void setTimeout(attempt, 20, left - 1) : events.end()))
  }
  attempt(500)
  return {
    send: (line) => (socket ? void socket.write(`${line}\n`) : void waiting.push(`${line}\n`)),
    end: () => {
      ended = true
      socket?.end()
    },
  }
}

function listen(socket: Socket, events: WireEvents): void {
  let pieces: string[] = []
  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  socket.on('close', () => events.end())
  socket.on('data', (chunk: string) => {
    const lines = chunk.split('\n')
    const last = lines.pop() ?? ''
    for (const line of lines) {
      events.line([...pieces, line].join(''))
      pieces = []
    }
    if (last !== '') pieces.push(last)
  })
}
