/**
 * Shows what publishing a round would change, or what is wrong with it, before it is done.
 *
 * Talks to content, the publisher and the ballot box. Invariant: plans as the publishing does, and publishes
 * nothing. Decided in docs/decisions/0028.
 */
import { ok } from '../../domain/result.ts'
import { planRound } from '../plan-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** Faults by field, or what differs from the file that was opened. */
export const previewRound: SignedUseCase<'preview-round'> = async (ports, draft) => {
  const plan = await planRound(ports, draft)
  if (!plan.ok) return plan
  const { id, faults, changes, isStoryChanged, translations, lostCodes } = plan.value
  return ok({
    answer: {
      ...{ round: id, faults, changes, isStoryChanged, lostCodes },
      translations: translations.map(({ language, file }) => ({
        ...{ language, isFilled: file !== undefined },
      })),
    },
  })
}
