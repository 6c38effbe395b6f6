/**
 * A recount as one line of JSON, for programs.
 *
 * Pure. Invariant: every amount is in main units. Decided in docs/decisions/0006.
 */
import { inMainUnits, units } from './explanation-units.ts'
import type { RecountOutcome } from './recount-outcome.ts'

/** The line. A round has one for each ballot box, and they differ by their pool. */
export function printJson(outcome: RecountOutcome): string {
  const { name: _, cost, budget, notes, explanation, comparison, ...own } = outcome
  const { pool, rule, selected, voters, lots, milliseconds, ...rest } = own
  return JSON.stringify({
    ...{ pool, rule, selected, cost: units(cost), budget: units(budget) },
    ...{ voters, lots, milliseconds },
    ...rest,
    ...(notes && notes.length > 0 ? { notes } : {}),
    ...(explanation ? { explanation: explanation.map(inMainUnits) } : {}),
    ...(comparison ? { compare: { ...comparison, cost: units(comparison.cost) } } : {}),
  })
}
