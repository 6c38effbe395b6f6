/**
 * Opens voting by hand, as a clerk was shown it.
 *
 * Talks to content, keys, publisher and the ballot box. Invariant: what is opened is what was shown, and
 * nothing is opened whose dates are over. Decided in docs/decisions/0003 and 0022.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { printInstant } from '../../domain/time.ts'
import { openRound } from '../open-round.ts'
import { planOpening } from '../plan-opening.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers from when to when ballots are let in. */
export const openVoting: SignedUseCase<'open-voting'> = async (ports, { round, digest, codes }) => {
  const planned = await planOpening(ports, round)
  if (!planned.ok) return planned
  const { record, period, marks } = planned.value
  if (ports.clock.now() >= period.endsAt)
    return refuseDesk('voting-over', { closesAt: printInstant(period.endsAt) })
  if (record.digest !== digest || marks !== codes) return refuseDesk('desk-changed')
  return takeStep(ports, { round, facts: { count: codes } }, async () => {
    const opened = await openRound(ports, round)
    if (!opened.ok) return opened
    return ok({ opensAt: opened.value.opensAt, closesAt: opened.value.closesAt })
  })
}
