/**
 * A recount as one line of JSON, for programs.
 *
 * Pure. Invariant: every amount is in main units. Decided in docs/decisions/0006.
 */
import { printMoney, type Money } from '../domain/money.ts'
import type { RecountOutcome } from './recount-outcome.ts'

/** The line. A round has one for each ballot box, and they differ by their pool. */
export function printJson(outcome: RecountOutcome): string {
  const { name: _, cost, budget, notes, comparison, ...own } = outcome
  const { pool, rule, selected, voters, lots, milliseconds, ...rest } = own
  return JSON.stringify({
    ...{ pool, rule, selected, cost: units(cost), budget: units(budget) },
    ...{ voters, lots, milliseconds },
    ...rest,
    ...(notes && notes.length > 0 ? { notes } : {}),
    ...(comparison ? { compare: { ...comparison, cost: units(comparison.cost) } } : {}),
  })
}

function units(amount: Money): number {
  return Number(printMoney(amount))
}
