/**
 * Prepares the laptop of a hall: gives the one line that makes it the box of that hall.
 *
 * Talks to content, keys and the desk's store. Invariant: the secret in it serves one sitting of this hall and leads to
 * no other; with another ballot or hour than the one in it the council does not open any more.
 * Decided in docs/decisions/0032.
 */
import type { BoxState } from '../../domain/box-state.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { hallKind, preparedKind } from '../../domain/hall-file.ts'
import { FIRST_SITTING, printHallSetting } from '../../domain/hall-setting.ts'
import { findPeriod, periodsOf } from '../../domain/phase.ts'
import { ok } from '../../domain/result.ts'
import { printInstant } from '../../domain/time.ts'
import { added, changed, findRecord } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

const BEFORE_SEALING: ReadonlySet<BoxState> = new Set(['draft', 'open', 'paused', 'closed'])

/**
 * Answers the line; asked again, the same, unless ballot or hour were changed. `afresh`: with a new secret, so that no
 * box of an earlier line is taken in, as after a rehearsal; only until voting begins, or is opened with its key.
 */
export const prepareHall: SignedUseCase<'prepare-hall'> = async (ports, given) => {
  const { round, hall: id, afresh } = given
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
  const { timeZone } = await ports.content.council()
  const period = findPeriod(periodsOf(content.round.phases, timeZone), 'voting')
  if (period === undefined) return refuseClerk('round-without-vote', { round })
  const kind = preparedKind(round)
  const known = await findRecord(ports, kind, id)
  const opensAt = printInstant(period.startsAt)
  const isSame = known?.value.opensAt === opensAt && known.value.digest === content.digest
  const isNamed = isSame && known.value.named
  // From then on people may have voted with the line that was given before, whatever the council's own box is.
  const hasBegun = meta !== undefined || isNamed || ports.clock.now() >= period.startsAt
  if (afresh && hasBegun) return refuseClerk('hall-begun', { hall: id })
  const last = known?.value.sitting ?? FIRST_SITTING
  const sitting = afresh && known ? last + 1 : last
  const place = { sitting, opensAt, digest: content.digest }
  const value = { ...place, ...(isNamed && { named: isNamed }) }
  const secret = toBase64url(ports.keys.hallSecret(round, id, sitting))
  return ok({
    answer: { setting: printHallSetting({ round, id, ...place, secret }) },
    changes: [known ? changed(kind, { ...known, value }) : added(kind, { id, value })],
    log: { round, facts: { hall: id } },
  })
}
