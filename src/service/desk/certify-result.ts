/**
 * Certifies the result of a sealed round, as a clerk was shown it: one commit.
 *
 * Talks to content, the store, the board, keys and the publisher. Invariant: what is published is the
 * snapshot that was shown, or nothing. Decided in docs/decisions/0006 and 0022.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { publishResult } from '../publish-result.ts'
import { planPublication } from './plan-publication.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; certifying twice publishes once. */
export const certifyResult: SignedUseCase<'certify-result'> = async (ports, { round, digest }) => {
  const planned = await planPublication(ports, round, undefined)
  if (!planned.ok) return planned
  const { snapshot } = planned.value
  if (snapshot.digest !== digest) return refuseDesk('desk-changed')
  return takeStep(ports, { round, facts: { snapshot: snapshot.snapshot } }, async () => {
    const published = await publishResult(ports, round, 'final')
    if (!published.ok) return published
    return ok({ snapshot: snapshot.snapshot, commit: published.value.commit })
  })
}
