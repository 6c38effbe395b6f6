/**
 * Asking the server how a kiosk stands.
 *
 * Talks to the council's server. Invariant: what is not a clear answer is no connection.
 * Decided in docs/decisions/0027.
 */

/** `away`: no connection. `closed`: this device is no kiosk. The others are of the vote. */
export type KioskState = 'open' | 'paused' | 'shut' | 'closed' | 'away'

const TIMEOUT = 8_000

/** `reason`: of a pause. */
export type KioskAnswer = { readonly state: KioskState; readonly reason?: string }

/** Asks. Never throws. */
export async function askKiosk(address: string): Promise<KioskAnswer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT)
    const response = await fetch(address, { cache: 'no-store', signal })
    return readKioskState(response.status, await response.json())
  } catch {
    return { state: 'away' }
  }
}

/** What an answer means, from its status and its body. */
function readKioskState(status: number, body: unknown): KioskAnswer {
  if (status !== 200 || typeof body !== 'object' || body === null) return { state: 'away' }
  if (!('voting' in body)) return { state: 'away' }
  const known = (['open', 'paused', 'shut', 'closed'] as const).find((each) => each === body.voting)
  const reason = 'reason' in body && typeof body.reason === 'string' ? body.reason : ''
  return { state: known ?? 'away', reason }
}
