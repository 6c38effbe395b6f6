/**
 * Plans a change of the ballot boxes' state, as the desk takes it.
 *
 * Talks to content, the ballot box and the board. Invariant: the rules of the change are those of
 * change-round.ts; the desk adds the log, and nothing else. Decided in docs/decisions/0022.
 */
import type { AtDesk } from '../../domain/desk-refusal.ts'
import type { RoundId } from '../../domain/id.ts'
import { ok, type Result } from '../../domain/result.ts'
import { changeRound, type Change } from '../change-round.ts'
import type { Ports } from '../ports.ts'
import { takeStep, type StepPlan } from './take-step.ts'

/** Answers the new state. */
export function moveRound(
  ports: Ports,
  { round, reason }: { readonly round: RoundId; readonly reason?: string },
  change: Change,
): Promise<Result<StepPlan, AtDesk>> {
  return takeStep(ports, { round }, async () => {
    const changed = await changeRound(ports, round, change, reason)
    return changed.ok ? ok({ state: changed.value }) : changed
  })
}
