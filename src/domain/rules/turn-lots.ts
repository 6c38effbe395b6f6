/**
 * Lots of rules by turn: the groups of equal proposals of which the lot decided who was funded.
 *
 * Pure. Invariant: a proposal is named only where another order of its equals would change what it got; a
 * limit that would have blocked it in any order is no lot. Where limits overlap, some that are touched at
 * one remove are not named. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import type { Turn, TurnOptions } from './by-turn.ts'
import { makeGate, NO_LIMITS, type Block, type Gate, type Limits } from './limits.ts'

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
  const short = open.filter(isShort)
  const blocked = open.flatMap(({ proposal, outcome }) =>
    outcome.kind === 'excluded' || outcome.kind === 'over-cap'
      ? [[...rivals(funded, { proposal, outcome }, limits), proposal]]
      : [],
  )
  const forMoney = [...funded, ...short]
  const differ = new Set(
    forMoney.map(({ paid, outcome }) => `${paid} ${outcome.kind === 'funded'}`),
  )
  const inOrder = equals.map(idOf)
  return joined([...(differ.size > 1 ? [forMoney.map(idOf)] : []), ...blocked])
    .filter((group) => group.size > 1)
    .map((group) => inOrder.filter((each) => group.has(each)))
}

/** Those that took its place under the limit, and those that it would have shut out. */
function rivals(
  funded: readonly Turn[],
  { proposal, outcome }: { readonly proposal: number; readonly outcome: Block },
  { exclusive, caps }: Limits,
): Group {
  const cap = outcome.kind === 'over-cap' ? caps[outcome.cap]?.proposals : []
  const own = exclusive.filter((group) => group.includes(proposal))
  const sharing = new Set([...own.flat(), ...(cap ?? [])])
  return funded.map(idOf).filter((each) => sharing.has(each))
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

function isFunded({ outcome: { kind } }: Turn): boolean {
  return kind === 'funded' || kind === 'part-funded'
}

function idOf({ proposal }: Turn): number {
  return proposal
}
