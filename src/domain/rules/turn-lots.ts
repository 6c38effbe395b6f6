/**
 * Lots of rules by turn: the groups of equal proposals of which the lot decided who was funded.
 *
 * Pure. Invariant: a proposal is named only where another order of its equals would change what it got; a
 * limit that would have blocked it in any order is no lot. Where limits overlap, some that are touched at
 * one remove are not named. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import type { Turn, TurnOptions } from './by-turn.ts'
import { makeGate, NO_LIMITS, type Gate, type Limits } from './limits.ts'

type Group = readonly number[]

/** The groups in the order of their turns, the first drawn first in each. */
export function lotsOfTurns(
  contest: Contest,
  turns: readonly Turn[],
  { limits = NO_LIMITS, before = [] }: Pick<TurnOptions, 'limits' | 'before'>,
): readonly Group[] {
  const gate = makeGate(limits, contest.cost, before)
  return groupsOfEquals(contest, turns).flatMap((equals) => {
    const lots = equals.length > 1 ? lotsOf(equals, limits, gate) : []
    for (const turn of equals) if (isFunded(turn)) gate.fund(turn.proposal)
    return lots
  })
}

/** Equals stand together, for nothing but the lot orders them. */
function groupsOfEquals({ score, votes, cost }: Contest, turns: readonly Turn[]) {
  const keyOf = ({ proposal: p }: Turn) => `${score[p]} ${votes[p]} ${cost[p]}`
  return [...Map.groupBy(turns, keyOf).values()]
}

/** `gate` is as it was before the first of them had its turn. */
function lotsOf(equals: readonly Turn[], limits: Limits, gate: Gate): readonly Group[] {
  const open = equals.filter(({ proposal }) => gate.blockOf(proposal) === undefined)
  const funded = open.filter(isFunded)
  const forMoney = [...funded, ...open.filter(isShort)]
  const differ = new Set(
    forMoney.map(({ paid, outcome }) => `${paid} ${outcome.kind === 'funded'}`),
  )
  const groups = joined([
    ...(differ.size > 1 ? [forMoney.map(idOf)] : []),
    ...forPlaces(open, new Set(funded.map(idOf)), limits),
  ])
  const inOrder = equals.map(idOf)
  return groups
    .filter((group) => group.size > 1)
    .map((group) => inOrder.filter((each) => group.has(each)))
}

/** Of each limit those that took a place under it, and those for which none was left. */
function forPlaces(
  open: readonly Turn[],
  funded: ReadonlySet<number>,
  { exclusive, caps }: Limits,
): readonly Group[] {
  const excluded = new Set(open.filter(isExcluded).map(idOf))
  const overCap = Map.groupBy(open, ({ outcome }) =>
    outcome.kind === 'over-cap' ? outcome.cap : undefined,
  )
  return [
    ...(excluded.size === 0 ? [] : exclusive).flatMap((group) =>
      group.some((each) => excluded.has(each))
        ? [group.filter((each) => funded.has(each) || excluded.has(each))]
        : [],
    ),
    ...[...overCap].flatMap(([cap, blocked]) => {
      if (cap === undefined) return []
      const taken = caps[cap]?.proposals.filter((each) => funded.has(each)) ?? []
      return [[...taken, ...blocked.map(idOf)]]
    }),
  ]
}

/** Groups that share a member are one. */
function joined(groups: readonly Group[]): readonly ReadonlySet<number>[] {
  const joint: Set<number>[] = []
  for (const group of groups) {
    const met = joint.filter((each) => group.some((member) => each.has(member)))
    const all = new Set([...met.flatMap((each) => [...each]), ...group])
    joint.splice(0, joint.length, ...joint.filter((each) => !met.includes(each)), all)
  }
  return joint
}

/** Whether money was what it lacked. */
function isShort({ outcome: { kind } }: Turn): boolean {
  return kind === 'does-not-fit' || kind === 'after-stop'
}

function isExcluded({ outcome: { kind } }: Turn): boolean {
  return kind === 'excluded'
}

function isFunded({ outcome: { kind } }: Turn): boolean {
  return kind === 'funded' || kind === 'part-funded'
}

function idOf({ proposal }: Turn): number {
  return proposal
}
