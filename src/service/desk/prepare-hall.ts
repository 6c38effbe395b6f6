/**
 * Prepares the laptop of a hall: gives the one line that makes it the box of that hall.
 *
 * Talks to content, keys and the desk's store. Invariant: the secret in it serves this hall of this round and leads to no other; with
 * another ballot than the one in it the council does not open any more.
 * Decided in docs/decisions/0032.
 */
import type { BoxState } from '../../domain/box-state.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { hallKind, preparedKind } from '../../domain/hall-file.ts'
import { printHallSetting } from '../../domain/hall-setting.ts'
import { ok } from '../../domain/result.ts'
import { added, changed, findRecord } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

const BEFORE_SEALING: ReadonlySet<BoxState> = new Set(['draft', 'open', 'paused', 'closed'])

/** Answers the line; asked again, the same, unless the ballot was changed. */
export const prepareHall: SignedUseCase<'prepare-hall'> = async (ports, { round, hall: id }) => {
  const content = await ports.content.round(round)
  if (content === undefined) return refuseClerk('round-unknown', { round })
  if (ports.hall !== undefined) return refuseClerk('hall-counts-elsewhere')
  if (!content.round.halls.some((hall) => hall.id === id))
    return refuseClerk('hall-unknown', { hall: id })
  const settled = await findRecord(ports, hallKind(round), id)
  if (settled !== undefined) return refuseClerk('hall-settled', { hall: id })
  // After that nobody has a use for a secret that could write the box of a hall, or read it.
  const meta = await ports.box.meta(round)
  if (meta !== undefined && !BEFORE_SEALING.has(meta.state))
    return refuseClerk('state-wrong', { state: meta.state })
  if (meta !== undefined && meta.digest !== content.digest) return refuseClerk('ballot-differs')
  // The lot is part of the ballot, and nothing is taken onto the ballot after it was drawn.
  if (content.round.lot === undefined) return refuseClerk('lot-not-drawn')
  const { digest } = content
  const secret = toBase64url(ports.keys.hallSecret(round, id))
  const kind = preparedKind(round)
  const known = await findRecord(ports, kind, id)
  const value = { digest }
  return ok({
    answer: { setting: printHallSetting({ round, id, digest, secret }) },
    changes: [known ? changed(kind, { ...known, value }) : added(kind, { id, value })],
    log: { round, facts: { hall: id } },
  })
}
