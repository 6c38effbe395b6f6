/**
 * Prepares the laptop of a hall: gives the one line that makes it the box of that hall.
 *
 * Talks to content and keys. Invariant: the secret in it serves this hall of this round and leads to no other.
 * Decided in docs/decisions/0032.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { printHallSetting } from '../../domain/hall-setting.ts'
import { ok } from '../../domain/result.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the line; asked again, the same. */
export const prepareHall: SignedUseCase<'prepare-hall'> = async (ports, { round, hall: id }) => {
  const content = await ports.content.round(round)
  if (content === undefined) return refuseClerk('round-unknown', { round })
  if (ports.hall !== undefined) return refuseClerk('hall-counts-elsewhere')
  if (!content.round.halls.some((hall) => hall.id === id))
    return refuseClerk('hall-unknown', { hall: id })
  const secret = toBase64url(ports.keys.hallSecret(round, id))
  return ok({
    answer: { setting: printHallSetting({ round, id, secret }) },
    log: { round, facts: { hall: id } },
  })
}
