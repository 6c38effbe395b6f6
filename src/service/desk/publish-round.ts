/**
 * Publishes a round, new or edited, in one commit.
 *
 * Talks to content, the publisher and the ballot box. Invariant: a round with a fault is not published, and a file
 * that has changed since it was seen is not written over. Decided in docs/decisions/0028.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { changeFiles, openFile } from '../change-files.ts'
import { planRound } from '../plan-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** The round's id, its commit, which is undefined where nothing was changed, and its file from now on. */
export const publishRound: SignedUseCase<'publish-round'> = async (ports, draft) => {
  const plan = await planRound(ports, draft)
  if (!plan.ok) return plan
  const { id, faults, files } = plan.value
  if (faults.length > 0) return refuseClerk('round-invalid', { count: faults.length })
  const message = `Round: ${id}, ${draft.round === undefined ? 'started' : 'edited'} at the desk`
  return ok({
    log: { round: id },
    effect: async () => {
      const changed = await changeFiles(ports, message, files)
      if (!changed.ok) return changed
      const file = await openFile(ports, `rounds/${id}/round.md`)
      return ok({ round: id, commit: changed.value.commit, seen: file?.seen })
    },
  })
}
