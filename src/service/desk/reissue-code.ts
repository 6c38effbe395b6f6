/**
 * Puts a reserve letter in the place of a lost one, both named by their printed serials.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows both letters before anything changes, and not
 * why they were refused: that a letter voted is told to the clerk, and kept nowhere by its number.
 * Decided in docs/decisions/0024.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { reissueToken } from '../reissue-token.ts'
import type { SignedUseCase } from './use-case.ts'

/** The letter that can vote now. */
export const reissueCode: SignedUseCase<'reissue-code'> = async (
  ports,
  { round, lost, reserve },
) => {
  if ((await ports.content.round(round)) === undefined)
    return refuseClerk('round-unknown', { round })
  return ok({
    log: {
      ...{ round, refused: 'untold' },
      facts: { letter: lost.toLowerCase(), reserve: reserve.toLowerCase() },
    },
    effect: async () => {
      const reissued = await reissueToken(ports, { roundId: round, lost, reserve })
      return reissued.ok ? ok({ letter: reissued.value }) : reissued
    },
  })
}
