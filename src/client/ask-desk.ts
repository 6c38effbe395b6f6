/**
 * Asking the desk: one action by its name, and what its answer means.
 *
 * Talks to the council's server. Invariant: only a complete answer means done; whatever is not a clear answer
 * is lost. Decided in docs/decisions/0024.
 */
import type { DeskAnswer } from './register-codes.ts'

/** Longer than 500 marks take on a slow line. */
const TIMEOUT = 20_000

/** Asks once. Never throws. */
export async function askDesk(action: string, input: unknown): Promise<DeskAnswer> {
  try {
    const response = await fetch(`/api/desk/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ language: document.documentElement.lang, input }),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return readAnswer(response.status, await response.json())
  } catch {
    return { outcome: 'lost' }
  }
}

function readAnswer(status: number, body: unknown): DeskAnswer {
  if (status === 200) return { outcome: 'done', value: body }
  const sentence: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'detail') : undefined
  return status >= 400 && status < 500 && typeof sentence === 'string'
    ? { outcome: 'refused', sentence }
    : { outcome: 'lost' }
}
