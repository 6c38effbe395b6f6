/**
 * Explained: a proposal with its reason by index, and what the reasons of several rules share.
 *
 * Pure. Invariant: a reason holds whole hundredths and whole numbers only; fractions are in lowest terms.
 * Decided in docs/decisions/0006.
 */
import type { Reason, SharesReason } from './allocation.ts'
import type { Contest } from './contest.ts'
import { asMoney } from './money.ts'
import type { CountOptions } from './rules/count-contest.ts'
import { reduce, type Fraction } from './rules/fraction.ts'
import type { Block, Gate } from './rules/limits.ts'

/** A reason by index: the one who stands in the way, and which of the rule's caps it is. */
export type IndexedReason =
  | Exclude<Reason, { readonly kind: 'excluded' | 'over-cap' }>
  | { readonly kind: 'excluded'; readonly by: number }
  | (Omit<Extract<Reason, { readonly kind: 'over-cap' }>, 'theme' | 'area'> & {
      readonly cap: number
    })

export type Explained = { readonly proposal: number; readonly reason: IndexedReason }

/** What is said beside the money that was left before and after: who paid, or when it was bought. */
export type Purchase = {
  readonly shares?: SharesReason
  readonly purse?: PrintedFraction
}

export type PrintedFraction = { readonly numerator: string; readonly denominator: string }

/** Bought proposals in their order, each with the money that was left. */
export function explainBought(
  contest: Contest,
  order: readonly number[],
  purchaseOf: (proposal: number, at: number) => Purchase,
): { readonly lines: readonly Explained[]; readonly left: number } {
  let left = contest.budget
  const lines = order.map((proposal, at): Explained => {
    const moneyBefore = asMoney(left)
    left -= contest.cost[proposal]!
    const moneyAfter = asMoney(left)
    const purchase = purchaseOf(proposal, at)
    return { proposal, reason: { kind: 'funded', moneyBefore, moneyAfter, ...purchase } }
  })
  return { lines, left }
}

/** The reason that a limit gives. */
export function explainBlock(
  { cost }: Contest,
  { rule }: CountOptions,
  proposal: number,
  block: Block,
): IndexedReason {
  if (block.kind === 'excluded') return block
  const { left, full, cap } = block
  const own = rule.caps?.[cap]
  const most = full ? (own?.count ?? placesOf(rule)) : own?.cost
  return {
    kind: 'over-cap',
    missing: asMoney(full ? 0 : cost[proposal]! - left),
    bound: full ? 'number' : 'money',
    ...(most === undefined ? {} : { most }),
    cap,
  }
}

/** Why a proposal could not even come to the count, if so. */
export function keptOut(
  contest: Contest,
  options: CountOptions,
  gate: Gate,
  proposal: number,
): IndexedReason | undefined {
  const { votes, supporters } = contest
  if (votes[proposal] === 0) return { kind: 'no-votes' }
  if (supporters.start[proposal] === supporters.start[proposal + 1]) return { kind: 'outvoted' }
  const block = gate.blockOf(proposal)
  return block && explainBlock(contest, options, proposal, block)
}

/** A fraction in lowest terms, as it is published. */
export function printFraction(fraction: Fraction): PrintedFraction {
  const { numerator, denominator } = reduce(fraction)
  return { numerator: String(numerator), denominator: String(denominator) }
}

/** The bound of a theme that only a list of favourites has. */
function placesOf(rule: CountOptions['rule']): number | undefined {
  return rule.method === 'top-per-theme' ? rule.perTheme : undefined
}
