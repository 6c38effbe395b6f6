/**
 * Sending a ballot: one request, and what its answer means.
 *
 * Talks to the council's server. Invariant: only a complete 201 means recorded; whatever is not a clear
 * answer means "not confirmed yet". Decided in docs/decisions/0003.
 */

import type { Choices } from '../domain/choices.ts'

/** Longer than a slow phone needs, shorter than a voter's patience. */
const TIMEOUT = 15_000

export type BallotMessage = {
  readonly token: string
  readonly area?: string
  readonly nonce: string
  readonly choices: Choices
  readonly ballotDigest: string
  readonly lang: string
}

export type Answer =
  | {
      readonly outcome: 'recorded'
      readonly receipt: string
      readonly signature: string
      readonly board: string
    }
  | {
      readonly outcome: 'refused'
      readonly code: string
      readonly title: string
      readonly detail: string
    }
  | { readonly outcome: 'unconfirmed' }

const UNCONFIRMED: Answer = { outcome: 'unconfirmed' }

/** Sends a ballot once. Never throws. */
export async function sendBallot(address: string, message: BallotMessage): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return readAnswer(response.status, await response.json())
  } catch {
    return UNCONFIRMED
  }
}

/** What an answer means, from its status and its body. */
export function readAnswer(status: number, body: unknown): Answer {
  if (typeof body !== 'object' || body === null) return UNCONFIRMED
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(body, name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [receipt, signature, board] = [text('receipt'), text('signature'), text('board')]
  if (status === 201 && receipt && signature && board)
    return { outcome: 'recorded', receipt, signature, board }
  const [code, title, detail] = [text('code'), text('title'), text('detail')]
  if (status >= 400 && status < 500 && code && detail)
    return { outcome: 'refused', code, title: title ?? '', detail }
  return UNCONFIRMED
}
