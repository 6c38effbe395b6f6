/**
 * Asking the host under test with Node's own client, which sends a path as it is written and leaves
 * compressed bytes alone.
 *
 * Talks to the network of this machine. Invariant: no answer is a fault here; the test reads its status.
 * Decided in docs/decisions/0001.
 */
import { request, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Question = {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
}

/** Sends one request to a host at `url`. */
export function askHost(url: string, question: Question): Promise<Answer> {
  const { method, path, headers = {}, body } = question
  const { port } = new URL(url)
  return new Promise((done, failed) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      buffer(answer).then((bytes) => {
        const status = answer.statusCode ?? 0
        done({ status, headers: answer.headers, bytes, text: bytes.toString() })
      }, failed)
    })
    outgoing.on('error', failed)
    outgoing.end(body)
  })
}
