/**
 * A ballot on its way: from a request as the browser sends it to the answer as the browser reads it.
 *
 * Talks to the real function through its handler. Invariant: what a voter is told is read by the client's
 * own code, so that "recorded" means here what it means on a voter's screen.
 */
import type { Context } from '@netlify/functions'
import { handle } from '../../functions/cast-ballot.ts'
import { readAnswer, type Answer } from '../../src/client/send-ballot.ts'
import { guard } from '../../src/http/guard.ts'
import type { Ports } from '../../src/service/ports.ts'

export const SITE = 'http://localhost'

/** What is sent; plain data, so that it can be sent by another process. */
export type Sent = {
  readonly round: string
  readonly requestId: string
  readonly address: string
  readonly body: {
    readonly token: string
    readonly nonce: string
    readonly choices: readonly string[]
    readonly ballotDigest: string
    readonly lang: string
  }
}

/** `settling`: refused because voting is over, while ballots that are on their way may still arrive. */
export type Told = Answer | { readonly outcome: 'settling' }

/** Calls the function, guarded as the platform calls it. */
export async function callFunction(ports: Ports, sent: Sent): Promise<Told> {
  const { round, requestId, address } = sent
  const request = new Request(`${SITE}/api/rounds/${round}/ballots`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address },
    body: JSON.stringify(sent.body),
  })
  const known = { params: { round }, deploy: { context: 'production' }, ip: address }
  // A test gives no more of the platform's context than the handler reads.
  const context = { ...known, requestId } as unknown as Context
  const called = { request, requestId, name: 'cast-ballot' } as const
  const response = await guard(ports, called, () => handle(ports, request, context))
  const body: unknown = await response.json()
  return isSettling(body) ? { outcome: 'settling' } : readAnswer(response.status, body)
}

function isSettling(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('details' in body)) return false
  const { details } = body
  return (
    typeof details === 'object' && details !== null && Reflect.get(details, 'state') === 'settling'
  )
}
