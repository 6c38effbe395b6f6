/**
 * Plans a step of a round: its entry in the round's log first, then the step itself.
 *
 * Talks to content. Invariant: a round that is not there gets no log. Decided in docs/decisions/0022.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import type { LogFacts } from '../../domain/desk-log.ts'
import type { AtDesk } from '../../domain/desk-refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskPlan, PlannedEntry } from './use-case.ts'

export type StepPlan = DeskPlan & { readonly log: PlannedEntry }

/** A step that is taken after its entry was written; what it answers is told to the caller. */
export async function takeStep(
  ports: Ports,
  { round, facts }: { readonly round: string; readonly facts?: LogFacts },
  effect: () => Promise<Result<object, AtDesk>>,
): Promise<Result<StepPlan, AtDesk>> {
  const content = await ports.content.round(round)
  if (content === undefined) return refuseClerk('round-unknown', { round })
  return ok({ log: { round, ...(facts && { facts }) }, effect })
}
