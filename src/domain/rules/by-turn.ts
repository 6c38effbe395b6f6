/**
 * Rules by turn: proposals in an order that is fixed beforehand, each funded if it still fits.
 *
 * Pure. Invariant: never over the budget, never over a cap, never two of a group of which one may win;
 * the result depends only on votes, costs, limits and the lot order.
 * Definition: the order is by score (greedy), or by score for each unit of cost (greedy-per-cost), most
 * first; then lowest cost, most votes, lot. What does not fit is skipped, or ends the count
 * (greedy-no-skip). What was named with fewer than zero points in all is never funded.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { makeGate, NO_LIMITS, type Block, type Gate, type Limits } from './limits.ts'
import { compareTied } from './tie.ts'

export type TurnOptions = {
  readonly by: 'score' | 'score-per-cost'
  /** Whether the first that does not fit ends the count. */
  readonly stop?: boolean | undefined
  /** The least score of a proposal that may be funded. */
  readonly threshold?: number | undefined
  /** Whether proposals that nobody named, or that were named for zero points in all, may be funded. */
  readonly withoutVotes: boolean
  /** Whether the first that does not fit gets what is left; the count ends there. */
  readonly partFunding?: boolean | undefined
  readonly limits?: Limits | undefined
  /** Hundredths; the budget of the contest unless said. */
  readonly budget?: number | undefined
  /** Proposals that were funded before; their money is gone. */
  readonly before?: readonly number[] | undefined
}

/** What became of a proposal when its turn came. */
export type Turn = {
  readonly proposal: number
  readonly outcome: TurnOutcome
  /** Hundredths left of the budget when the turn came. */
  readonly moneyBefore: number
  /** Hundredths that it got. */
  readonly paid: number
}

export type TurnOutcome =
  | { readonly kind: 'funded' | 'part-funded' | 'does-not-fit' | 'after-stop' }
  | { readonly kind: 'no-votes' | 'outvoted' }
  | { readonly kind: 'below-threshold'; readonly threshold: number }
  | Block

/** Every proposal that was not funded before, in the order of its turn. */
export function byTurn(contest: Contest, options: TurnOptions): readonly Turn[] {
  const before = new Set(options.before)
  const gate = makeGate(options.limits ?? NO_LIMITS, contest.cost, [...before])
  let left = options.budget ?? contest.budget
  for (const proposal of before) left -= contest.cost[proposal]!
  let stopped = false
  return turnOrder(contest, options.by)
    .filter((proposal) => !before.has(proposal))
    .map((proposal) => {
      const moneyBefore = left
      const outcome = stopped
        ? ({ kind: 'after-stop' } as const)
        : outcomeOf(contest, options, { proposal, left, gate })
      const paid =
        outcome.kind === 'funded'
          ? contest.cost[proposal]!
          : outcome.kind === 'part-funded'
            ? left
            : 0
      if (outcome.kind === 'funded' || outcome.kind === 'part-funded') gate.fund(proposal)
      left -= paid
      stopped ||= outcome.kind === 'part-funded'
      stopped ||= outcome.kind === 'does-not-fit' && options.stop === true
      return { proposal, outcome, moneyBefore, paid }
    })
}

/** All proposals, the one whose turn comes first in front. */
export function turnOrder(contest: Contest, by: TurnOptions['by']): readonly number[] {
  const compare = by === 'score' ? compareScore(contest) : compareDensity(contest)
  return [...contest.cost.keys()].toSorted((a, b) => compare(a, b) || compareTied(contest, a, b))
}

type Moment = {
  readonly proposal: number
  readonly left: number
  readonly gate: Gate
}

function outcomeOf(
  { cost, votes, score }: Contest,
  { withoutVotes, threshold, partFunding }: TurnOptions,
  { proposal, left, gate }: Moment,
): TurnOutcome {
  if (votes[proposal] === 0 && !withoutVotes) return { kind: 'no-votes' }
  if (votes[proposal]! > 0 && score[proposal]! < (withoutVotes ? 0 : 1)) return { kind: 'outvoted' }
  if (threshold !== undefined && score[proposal]! < threshold)
    return { kind: 'below-threshold', threshold }
  const block = gate.blockOf(proposal)
  if (block) return block
  if (cost[proposal]! <= left) return { kind: 'funded' }
  return { kind: partFunding && left > 0 ? 'part-funded' : 'does-not-fit' }
}

function compareScore({ score }: Contest) {
  return (a: number, b: number) => score[b]! - score[a]!
}

/**
 * Compares products, never quotients; beyond the safe integers as big ones. What is free comes first where
 * it has points and last where it has fewer than none, more points first; without any it has none for all costs.
 */
function compareDensity({ score, cost }: Contest) {
  const endless = (each: number) => (cost[each] === 0 ? score[each]! : 0)
  return (a: number, b: number) => {
    const [first, second] = [endless(a), endless(b)]
    if (first !== 0 || second !== 0) return second - first
    const left = score[a]! * (cost[b]! || 1)
    const right = score[b]! * (cost[a]! || 1)
    if (Math.abs(left) < Number.MAX_SAFE_INTEGER && Math.abs(right) < Number.MAX_SAFE_INTEGER)
      return right - left
    const big = BigInt(score[b]!) * BigInt(cost[a]!) - BigInt(score[a]!) * BigInt(cost[b]!)
    return big < 0n ? -1 : big > 0n ? 1 : 0
  }
}
