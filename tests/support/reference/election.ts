/**
 * A small election as the reference sees it, and what is known of it before any rule.
 *
 * Pure. Invariant: shares no code with the counting in src; proposals and voters are their indices.
 */
import type { Rule } from '../../../src/domain/rule.ts'

/** A small election. Amounts in hundredths; ballots are points by proposal. */
export type Small = {
  readonly budget: number
  readonly costs: readonly number[]
  /** Each voter's points by proposal; undefined where she does not name it. */
  readonly ballots: readonly (readonly (number | undefined)[])[]
  /** Places in the lot order. */
  readonly lot: readonly number[]
  /** The theme and the area of each proposal, where it has one. */
  readonly themes?: readonly (string | undefined)[]
  readonly areas?: readonly (string | undefined)[]
  /** Each voter's area. */
  readonly homes?: readonly (string | undefined)[]
}

/** The id of a proposal, as rules name it. */
export const idOf = (proposal: number): string => `p${proposal}`

export const all = ({ costs }: Small) => costs.map((_, proposal) => proposal)
export const cost = ({ costs }: Small, proposal: number) => costs[proposal] ?? 0
export const points = ({ ballots }: Small, voter: number, proposal: number) =>
  Math.max(0, ballots[voter]?.[proposal] ?? 0)
export const supporters = (small: Small, proposal: number) =>
  small.ballots
    .map((_, voter) => voter)
    .filter((voter) => points(small, voter, proposal) > 0 && score(small, proposal) > 0)
export const votes = ({ ballots }: Small, proposal: number) =>
  ballots.filter((ballot) => ballot[proposal] !== undefined).length
export const score = ({ ballots }: Small, proposal: number) =>
  ballots.reduce((sum, ballot) => sum + (ballot[proposal] ?? 0), 0)
export const costOf = (small: Small, funded: readonly number[]) =>
  funded.reduce((sum, each) => sum + cost(small, each), 0)

/** Lowest cost, then most votes, then lot. */
export function byTie(small: Small) {
  return (a: number, b: number) =>
    cost(small, a) - cost(small, b) ||
    votes(small, b) - votes(small, a) ||
    (small.lot[a] ?? 0) - (small.lot[b] ?? 0)
}

/** Whether one of a group is funded that excludes the proposal. */
export function isExcluded(rule: Rule, funded: readonly number[], proposal: number): boolean {
  return (rule.exclusive ?? []).some((group) => {
    const names: readonly string[] = group
    const others = funded.filter((each) => each !== proposal && names.includes(idOf(each)))
    return names.includes(idOf(proposal)) && others.length > 0
  })
}

/** Whether the proposal's theme or area has had as much as it may have. */
export function isOverCap(
  small: Small,
  rule: Rule,
  funded: readonly number[],
  proposal: number,
): boolean {
  return (rule.caps ?? []).some(({ theme, area, cost: most, count }) => {
    const inside = (each: number) =>
      (theme === undefined || small.themes?.[each] === theme) &&
      (area === undefined || small.areas?.[each] === area)
    if (!inside(proposal)) return false
    const before = funded.filter(inside)
    const together = costOf(small, [...before, proposal])
    return before.length + 1 > (count ?? Infinity) || together > (most ?? Infinity)
  })
}

/** Whether a limit of the rule keeps the proposal out. */
export function isBlocked(
  small: Small,
  rule: Rule,
  funded: readonly number[],
  proposal: number,
): boolean {
  return isExcluded(rule, funded, proposal) || isOverCap(small, rule, funded, proposal)
}

/** Whether fewer points were given to the proposal than the rule asks for. */
export function isBelow(small: Small, rule: Rule, proposal: number): boolean {
  const least = 'minVotes' in rule ? rule.minVotes : undefined
  return least !== undefined && score(small, proposal) < least
}
