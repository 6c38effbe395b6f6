/**
 * Asking the server how a kiosk stands.
 *
 * Talks to the council's server. Invariant: what is not a clear answer is no connection.
 * Decided in docs/decisions/0027.
 */

/** `away`: no connection. `closed`: this device is no kiosk. The others are of the vote. */
export type KioskState = 'open' | 'paused' | 'shut' | 'closed' | 'away'

const TIMEOUT = 8_000

/** Asks. Never throws. */
export async function askKiosk(address: string): Promise<KioskState> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT)
    const response = await fetch(address, { cache: 'no-store', signal })
    return readKioskState(response.status, await response.json())
  } catch {
    return 'away'
  }
}

/** What an answer means, from its status and its body. */
function readKioskState(status: number, body: unknown): KioskState {
  if (status !== 200 || typeof body !== 'object' || body === null) return 'away'
  if (!('voting' in body)) return 'away'
  const known = (['open', 'paused', 'shut', 'closed'] as const).find((each) => each === body.voting)
  return known ?? 'away'
}
