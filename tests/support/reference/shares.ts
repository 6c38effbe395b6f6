/**
 * Equal shares once more, as slowly as its definition: one voter, one fraction at a time.
 *
 * Pure. Invariant: shares no code with the counting in src.
 */
import type { SharesRule } from '../../../src/domain/rule.ts'
import {
  all,
  byTie,
  cost,
  costOf,
  isBelow,
  isBlocked,
  points,
  supporters,
  type Small,
} from './election.ts'
import { add, compare, least, over, q, subtract, times, total, type Q } from './fraction.ts'

export type SharesReference = { readonly bought: readonly number[]; readonly extra: number }

/** Equal shares, with more money for all until nothing else fits where the rule says so. */
export function sharesReference(small: Small, rule: SharesRule): SharesReference {
  const adds = rule.completion === 'add1' || rule.completion === 'add1u'
  const starts = small.ballots.map((_, voter) => startOf(small, rule, voter, adds))
  const run = (extra: number) =>
    runReference(
      small,
      rule,
      starts.map((start) => add(start, q(extra))),
    )
  let best = { bought: run(0), extra: 0 }
  if (!adds) return best
  for (;;) {
    const { bought } = best
    const left = small.budget - costOf(small, bought)
    const fits = all(small).some(
      (each) => isOpen(small, rule, bought, each) && cost(small, each) <= left,
    )
    if (!fits) return best
    const extra = best.extra + (rule.increment ?? 100)
    const next = run(extra)
    if (costOf(small, next) > small.budget) return best
    best = { bought: next, extra }
  }
}

/** What a voter holds at the start: her area's share, or the rest, divided by those who share it. */
function startOf(small: Small, rule: SharesRule, voter: number, adds: boolean): Q {
  const shares = new Map<string, number>(Object.entries(rule.shares ?? {}))
  const homeOf = (each: number) => {
    const home = small.homes?.[each]
    return home !== undefined && shares.has(home) ? home : undefined
  }
  const home = homeOf(voter)
  const given = [...shares.values()].reduce((sum, each) => sum + each, 0)
  const money = home === undefined ? small.budget - given : (shares.get(home) ?? 0)
  const together = small.ballots.filter((_, each) => homeOf(each) === home).length
  const exact = q(money, together)
  const start = rule.start ?? (adds ? 'floor' : 'exact')
  return start === 'floor' ? q((exact[0] / exact[1] / 100n) * 100n) : exact
}

function isOpen(
  small: Small,
  rule: SharesRule,
  bought: readonly number[],
  proposal: number,
): boolean {
  return (
    !bought.includes(proposal) &&
    supporters(small, proposal).length > 0 &&
    !isBelow(small, rule, proposal) &&
    !isBlocked(small, rule, bought, proposal)
  )
}

/** Purchases from these purses: the free ones first, then the highest value again and again. */
function runReference(small: Small, rule: SharesRule, starts: readonly Q[]): readonly number[] {
  let purses = [...starts]
  const bought: number[] = []
  for (;;) {
    const open = all(small)
      .filter((each) => isOpen(small, rule, bought, each))
      .toSorted(byTie(small))
    const free = open.find((each) => cost(small, each) === 0)
    const best = free === undefined ? bestOffer(small, rule, purses, open) : undefined
    const chosen = free ?? best?.proposal
    if (chosen === undefined) return bought
    bought.push(chosen)
    const price = best?.price ?? q(0)
    purses = purses.map((held, voter) =>
      subtract(held, least(held, times(price, q(points(small, voter, chosen))))),
    )
  }
}

/** The first of the proposals with the highest value that their supporters can pay. */
function bestOffer(small: Small, rule: SharesRule, purses: readonly Q[], open: readonly number[]) {
  const offers = open.flatMap((proposal) => {
    const price = priceOf(small, purses, proposal)
    if (price === undefined) return []
    const cardinal = rule.utility === 'cardinality'
    return [{ proposal, price, value: over(cardinal ? q(1) : q(cost(small, proposal)), price) }]
  })
  return offers.toSorted((a, b) => compare(b.value, a.value))[0]
}

/** The price a point: the poorest by what they can pay a point give all, the others the same. */
function priceOf(small: Small, purses: readonly Q[], proposal: number): Q | undefined {
  const holders = supporters(small, proposal).map((voter) => {
    const own = points(small, voter, proposal)
    const held = purses[voter] ?? q(0)
    return { own, held, most: over(held, q(own)) }
  })
  const price = q(cost(small, proposal))
  if (compare(total(holders.map(({ held }) => held)), price) < 0) return undefined
  const ordered = holders.toSorted((a, b) => compare(a.most, b.most))
  for (let poor = 0; poor < ordered.length; poor++) {
    const given = total(ordered.slice(0, poor).map(({ held }) => held))
    const units = ordered.slice(poor).reduce((sum, { own }) => sum + own, 0)
    const each = over(subtract(price, given), q(units))
    if (compare(each, ordered[poor]?.most ?? q(0)) <= 0) return each
  }
  return undefined
}
