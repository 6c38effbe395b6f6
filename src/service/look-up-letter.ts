/**
 * Looks up what became of one letter, by its printed serial.
 *
 * Talks to content, keys and the ballot box. Invariant: one letter at a time, never a list; whoever asks has
 * it logged. It tells whether the code voted, and neither how nor when. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { LedgerWord } from '../domain/ledger.ts'
import type { LetterState } from '../domain/letter-state.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Serial } from '../domain/serial.ts'
import { checkHome } from './check-home.ts'
import type { Ports } from './ports.ts'

const STATES: Readonly<Record<LedgerWord, LetterState>> = {
  live: 'unused',
  used: 'voted',
  held: 'held',
  revoked: 'revoked',
  reserve: 'reserve',
}

/** What became of the letter. */
export async function lookUpLetter(
  ports: Ports,
  request: { readonly roundId: string; readonly serial: Serial },
): Promise<Result<LetterState, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id } = content.round
  checkHome(ports, id, await ports.box.meta(id))
  const state = await ports.box.lookUp(id, ports.keys.storedSerial(id, request.serial))
  if (state === undefined) return refuseClerk('serial-unknown', { serial: request.serial })
  return ok(STATES[state])
}
