import { createServer, type RequestListener, type Server } from 'node:http'
import { codeOf, messageOf } from '../fault'

/** The server could not listen; `code` is the operating system's, e.g. EADDRINUSE. */
export class ListenError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const HOST = '127.0.0.1'

const told = (thrown: unknown, port: number) => {
  const code = codeOf(thrown) ?? 'EUNKNOWN'
  if (code === 'EADDRINUSE') return new ListenError(code, `The port ${port} on ${HOST} is in use by another program.`)
  return new ListenError(code, `The port ${port} on ${HOST} cannot be opened: ${messageOf(thrown)}.`)
}

export type Listening = { server: Server; port: number; close(): Promise<void> }

export const listen = (wanted: number, onRequest: RequestListener): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000 }, onRequest)
    server.once('error', (thrown) => reject(told(thrown, wanted)))
    server.listen(wanted, HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : wanted
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeAllConnections()
        })
      resolve({ server, port, close })
    })
  })
