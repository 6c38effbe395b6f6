/**
 * Makes the codes of a clerk's order ready, because the clerk takes the letters now.
 *
 * Talks to content and the ballot box. Invariant: the log knows of it before a code is ready.
 * Decided in docs/decisions/0024.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { activateLetters } from '../activate-letters.ts'
import type { SignedUseCase } from './use-case.ts'

/** How many codes are ready. */
export const activateCodes: SignedUseCase<'activate-codes'> = async (ports, { round, batches }) => {
  if ((await ports.content.round(round)) === undefined)
    return refuseClerk('round-unknown', { round })
  const count = batches.reduce((sum, each) => sum + each.count, 0)
  return ok({
    log: { round, facts: { count } },
    effect: async () => {
      const activated = await activateLetters(ports, { roundId: round, batches })
      return activated.ok ? ok({ ready: activated.value }) : activated
    },
  })
}
