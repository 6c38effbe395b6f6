/**
 * A host that can fall silent: it passes on what it is asked, and from one question on takes everything in and
 * answers nothing.
 *
 * Talks to this machine's network. Invariant: what it is silent about never reaches the host behind it.
 */
import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'

export type SilentHost = {
  readonly url: string
  /** From now on this many questions are answered, and none after them. */
  fallSilentAfter(questions: number): void
  /** How many it was silent about since then. */
  unanswered(): number
  close(): void
}

/** Stands before the host of this address. */
export async function aSilentHost(behind: string): Promise<SilentHost> {
  let [most, answered, unanswered] = [Infinity, 0, 0]
  const server = createServer((question, answer) => {
    if (answered >= most) return void (unanswered += 1)
    answered += 1
    const { method, headers, url } = question
    const passed = ask(new URL(url ?? '/', behind), { method, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    question.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    fallSilentAfter: (questions) => void ([most, answered, unanswered] = [questions, 0, 0]),
    unanswered: () => unanswered,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
