/**
 * The Method of Equal Shares with its completions: none, or more and more money for every voter.
 *
 * Pure. Definition of add1: run with the start, then with one increment more, and so on; keep the first
 * outcome to which no supported proposal could be added within the budget, or the last one before an
 * outcome would cost more than the budget. Outcomes are not monotone in the money, so no step is skipped.
 * Invariant: it ends, because a voter who holds the whole budget spends more than leaves room for another.
 * Source: equalshares.net. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { HUNDREDTHS } from '../money.ts'
import { endowmentOf, type Start } from './endowment.ts'
import { blockOf, NO_LIMITS, type Limits } from './limits.ts'
import { makeSharesCounter, type SharesCounter, type SharesRun } from './shares-run.ts'
import type { Watcher, Worth } from './shares-run.ts'

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
}

/** More steps and more looks at supporters than any real election came near to: bounds on the work. */
const MOST_STEPS = 1_000_000
const MOST_LOOKS = 2e10

/** Counts by equal shares. A proposal dearer than the budget is never bought, whatever the money. */
export function equalShares(
  contest: Contest,
  options: SharesOptions,
  watch?: Watcher,
): SharesOutcome {
  const { start, shares, add, increment = HUNDREDTHS } = options
  const counter = makeSharesCounter(contest, options, watch)
  const runWith = (extra: number) => counter(endowmentOf(contest, { start, shares, extra }))
  let best = { ...runWith(0), extra: 0 }
  if (!add) return { ...best, steps: 1, finished: true }
  const seen = { ties: best.ties, lots: distinctLots() }
  best.lots.forEach(seen.lots.add)
  const most = Math.min(MOST_STEPS, Math.ceil(MOST_LOOKS / (contest.ballots.item.length + 1)))
  for (let steps = 1; steps < most; steps++) {
    const done = { steps, finished: true, ties: seen.ties, lots: seen.lots.list }
    if (isExhaustive(contest, best, { ...options, counter })) return { ...best, ...done }
    options.progress?.(steps)
    const next = runWith(steps * increment)
    seen.ties += next.ties
    next.lots.forEach(seen.lots.add)
    if (next.spent > contest.budget) return { ...best, ...done, steps: steps + 1, ties: seen.ties }
    best = { ...next, extra: steps * increment }
  }
  return { ...best, steps: most, finished: false, ties: seen.ties, lots: seen.lots.list }
}

/** Lots of all steps, each once: a lot in a step that was passed by decided when to stop. */
function distinctLots() {
  const keys = new Set<string>()
  const list: (readonly number[])[] = []
  const add = (lot: readonly number[]) => {
    const key = lot.join()
    if (!keys.has(key)) list.push(lot)
    keys.add(key)
  }
  return { list, add }
}

type Search = { readonly counter: SharesCounter; readonly limits?: Limits | undefined }

/** Whether no supported proposal could be added within what is left. */
function isExhaustive(
  { cost, budget }: Contest,
  { order, spent }: SharesRun,
  { counter, limits = NO_LIMITS }: Search,
): boolean {
  const bought = new Set(order)
  return cost.every(
    (each, proposal) =>
      each > budget - spent ||
      bought.has(proposal) ||
      !counter.isSupported(proposal) ||
      blockOf(limits, cost, bought, proposal) !== undefined,
  )
}
