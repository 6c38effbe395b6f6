/**
 * Corrects a published result with a public reason, as a clerk was shown it: one commit.
 *
 * Talks to content, the store, the board, keys and the publisher. Invariant: what was published stays, and
 * the correction is the snapshot that was shown. Decided in docs/decisions/0013 and 0022.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { correctResult } from '../correct-result.ts'
import { planPublication } from './plan-publication.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; correcting twice for one reason publishes once. */
export const correctPublished: SignedUseCase<'correct-result'> = async (ports, input) => {
  const { round, digest, reason } = input
  const planned = await planPublication(ports, round, reason)
  if (!planned.ok) return planned
  const { snapshot } = planned.value
  if (snapshot.digest !== digest) return refuseDesk('desk-changed')
  return takeStep(ports, { round, facts: { snapshot: snapshot.snapshot } }, async () => {
    const corrected = await correctResult(ports, round, reason)
    if (!corrected.ok) return corrected
    return ok({ snapshot: snapshot.snapshot, commit: corrected.value.commit })
  })
}
