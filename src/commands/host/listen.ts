/**
 * Listening on a port of this machine, and stopping without breaking off what was begun.
 *
 * Talks to the network of this machine only. Invariant: another machine cannot reach the port.
 * Decided in docs/decisions/0007.
 */
import { createServer, type Server } from 'node:http'

/** Browsers try this for `localhost` too, also where that means `::1` first. */
const ADDRESS = '127.0.0.1'

/** The message is one sentence for the person who started the command. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy'

  constructor(port: number) {
    super(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
  }
}

/** Starts listening and answers with the address. Throws PortBusy where the port is taken. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((done, failed) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      failed(fault.code === 'EADDRINUSE' ? new PortBusy(port) : fault),
    )
    server.listen(port, ADDRESS, done)
  })
  const address = server.address()
  const listening = typeof address === 'object' ? address?.port : undefined
  return `http://localhost:${listening ?? port}`
}

/** Takes no more requests, and waits for those that were begun. */
export async function stopListening(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await new Promise<void>((done) => server.close(() => done()))
  clearInterval(sweep)
}

/** Throws PortBusy where the port is taken: asked before anything is made or removed. */
export async function checkPortFree(port: number): Promise<void> {
  const server = createServer()
  await listen(server, port)
  await stopListening(server)
}
