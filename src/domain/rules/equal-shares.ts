/**
 * The Method of Equal Shares with its completions: none, or more and more money for every voter.
 *
 * Pure. Definition of add1: run with the start, then with one increment more, and so on; keep the first
 * outcome to which no supported proposal could be added within the budget, or the last one before an
 * outcome would cost more than the budget. Outcomes are not monotone in the money, so no step is skipped.
 * Invariant: it ends; at the latest when a share is the whole budget, for then one supporter can pay for
 * any proposal alone.
 * Source: equalshares.net. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { HUNDREDTHS } from '../money.ts'
import { endowmentOf, type Start } from './endowment.ts'
import { makeGate, NO_LIMITS, type Limits } from './limits.ts'
import { makeSharesCounter, type SharesRun, type Watcher } from './shares-run.ts'
import type { Worth } from './shares-ties.ts'

export type SharesOptions = {
  readonly worth: Worth
  readonly start: Start
  /** Whether money is added until the outcome is exhaustive. */
  readonly add: boolean
  /** Hundredths added in each step; a main unit unless said. */
  readonly increment?: number | undefined
  /** Hundredths that the voters of each part share. */
  readonly shares?: readonly number[] | undefined
  readonly limits?: Limits | undefined
  /** Told how many steps were taken. */
  readonly progress?: ((steps: number) => void) | undefined
}

export type SharesOutcome = SharesRun & {
  /** Hundredths that were added to each start. */
  readonly extra: number
  /** Runs that were made, the one that was thrown away too. */
  readonly steps: number
  /** False where the limit of steps was reached first; the outcome is then the last one looked at. */
  readonly finished: boolean
  /** The lots of all steps: one in a step that was passed by decided when to stop. */
  readonly lots: readonly (readonly number[])[]
}

/** More steps and more looks at supporters than any real election came near to: bounds on the work. */
const MOST_STEPS = 1_000_000
const MOST_LOOKS = 1e11

/** Counts by equal shares. A proposal dearer than the budget is never bought, whatever the money. */
export function equalShares(
  contest: Contest,
  options: SharesOptions,
  watch?: Watcher,
): SharesOutcome {
  const { start, shares, add, increment = HUNDREDTHS } = options
  const counter = makeSharesCounter(contest, options, watch)
  const runWith = (extra: number) => counter(endowmentOf(contest, { start, shares, extra }))
  const lots = counter.lots()
  let best = { ...runWith(0), extra: 0, lots }
  if (!add) return { ...best, steps: 1, finished: true }
  for (let steps = 1; steps < MOST_STEPS && counter.work() < MOST_LOOKS; steps++) {
    const done = { steps, finished: true }
    if (isExhaustive(contest, best, options.limits)) return { ...best, ...done }
    options.progress?.(steps)
    const next = runWith(steps * increment)
    if (next.spent > contest.budget) return { ...best, ...done, steps: steps + 1 }
    best = { ...next, extra: steps * increment, lots }
  }
  return { ...best, steps: best.extra / increment + 1, finished: false }
}

/** Whether no supported proposal could be added within what is left. */
export function isExhaustive(
  { cost, supporters, budget }: Contest,
  { order, spent }: Pick<SharesRun, 'order' | 'spent'>,
  limits: Limits = NO_LIMITS,
): boolean {
  const bought = new Set(order)
  const gate = makeGate(limits, cost, order)
  return cost.every(
    (each, proposal) =>
      each > budget - spent ||
      bought.has(proposal) ||
      supporters.start[proposal] === supporters.start[proposal + 1] ||
      gate.blockOf(proposal) !== undefined,
  )
}
