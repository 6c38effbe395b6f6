/**
 * Replaying a run of equal shares: pays every purchase again and looks whether anything was worth more.
 *
 * Pure. Invariant: imports nothing of the rules; one pass; purses are whole numbers of a unit that grows
 * finer. Decided in docs/decisions/0006.
 */
import type { CertifiedPurchase, CertifiedRun } from './certificate.ts'
import { check, checkFraction, checkSame, commonDivisor, readFraction } from './verify-check.ts'
import { isBefore, type Known, type KnownProposal } from './verify-election.ts'
import { isWithin, take, type Bound, type ShareTerms } from './verify-terms.ts'

type State = {
  /** Purses are whole numbers of 1/scale hundredths. */
  scale: bigint
  /** By group. */
  purses: bigint[]
}

/** Checks starts, purchases and the end; tells what was bought, in order. */
export function verifyRun(
  known: Known,
  run: CertifiedRun,
  { terms, bounds }: { readonly terms: ShareTerms; readonly bounds: readonly Bound[] },
): readonly KnownProposal[] {
  const state = openPurses(known, run, terms)
  const taking = [...known.proposals.values()].filter(
    ({ supporters, score }) => supporters.length > 0 && score >= terms.least,
  )
  let open = taking.filter((each) => isWithin(bounds, each))
  const bought: KnownProposal[] = []
  for (const purchase of run.purchases) {
    const chosen = open.find(({ id }) => id === purchase.proposal)
    check(chosen !== undefined, `${purchase.proposal} could not be bought`)
    take(bounds, chosen)
    const price = priceOf(state, purchase)
    for (const rival of open)
      if (rival !== chosen) checkNotBetter(state, rival, { chosen, price, ...terms })
    pay(state, chosen, purchase, price)
    bought.push(chosen)
    open = open.filter((each) => each !== chosen && isWithin(bounds, each))
  }
  for (const { id, cost, supporters } of open) {
    const held = supporters.reduce(
      (sum, { group, ballots }) => sum + state.purses[group]! * ballots,
      0n,
    )
    check(held < BigInt(cost) * state.scale, `the supporters of ${id} could still pay for it`)
  }
  return bought
}

/** Everyone's share and what was added to it. */
function openPurses(known: Known, { extra, starts }: CertifiedRun, { floor }: ShareTerms): State {
  const { budget, shares, voters, groups } = known
  const given = [...(shares?.values() ?? [])].reduce((sum, each) => sum + each, 0)
  check(given <= budget, 'the areas share more than the budget')
  const parts = [['', budget - given] as const, ...(shares ?? [])]
  checkSame(
    starts.map(({ area }) => area ?? ''),
    parts.map(([area]) => area),
    'the starts are not those of the areas',
  )
  const fractions = parts.map(([area, share], part) => {
    const heads = BigInt(Math.max(1, voters.get(area) ?? 0))
    const bottom = floor ? 1n : heads
    const top = floor ? (BigInt(share) / (heads * 100n)) * 100n : BigInt(share)
    const start = [top + BigInt(extra) * bottom, bottom] as const
    checkFraction(starts[part]?.each, start, 'a start is another sum')
    return [area, start] as const
  })
  const scale = fractions.reduce(
    (least, [, [, bottom]]) => (least / commonDivisor(least, bottom)) * bottom,
    1n,
  )
  const purses = new Map(fractions.map(([area, [top, bottom]]) => [area, (top * scale) / bottom]))
  return { scale, purses: groups.map(({ area = '' }) => purses.get(area)!) }
}

/** The price a point as a whole number; the unit becomes finer where it must. */
function priceOf(state: State, purchase: CertifiedPurchase): bigint {
  const [top, bottom] = readFraction(purchase.price)
  const factor = bottom / commonDivisor(bottom, state.scale)
  state.scale *= factor
  if (factor > 1n) state.purses = state.purses.map((held) => held * factor)
  return (top * state.scale) / bottom
}

/** Takes the price from all supporters; whoever holds less gives all of it. */
function pay(
  { purses, scale }: State,
  { id, cost, supporters }: KnownProposal,
  { inFull, theRest, effectiveVotes }: CertifiedPurchase,
  price: bigint,
): void {
  const free = cost === 0
  const full: number[] = []
  const rest = new Map<bigint, number[]>()
  let paid = 0n
  for (const { group, points, ballots } of free ? [] : supporters) {
    const held = purses[group]!
    const share = price * points
    if (held >= share) full.push(group)
    else if (held > 0n) rest.set(held, [...(rest.get(held) ?? []), group])
    const payment = held < share ? held : share
    purses[group] = held - payment
    paid += payment * ballots
  }
  check(paid === BigInt(cost) * scale, `the payments for ${id} are not its cost`)
  check(free ? price === 0n : full.length > 0, `nobody pays the price of ${id}`)
  checkSame(inFull, full, `others pay the price of ${id}`)
  check(theRest.length === rest.size, `others give the rest for ${id}`)
  ;[...rest].forEach(([held, groups], at) => {
    checkFraction(theRest[at]?.each, [held, scale], `the rest for ${id} is another sum`)
    checkSame(theRest[at]?.groups ?? [], groups, `others give the rest for ${id}`)
  })
  if (free) check(effectiveVotes === undefined, `${id} is free and has no effective votes`)
  else checkFraction(effectiveVotes, [BigInt(cost) * scale, price], `the votes of ${id} differ`)
}

type Bought = {
  readonly chosen: KnownProposal
  readonly price: bigint
  readonly cardinality: boolean
}

/** At the price at which it would be worth as much as the bought one, a rival must not be paid for. */
function checkNotBetter(
  { purses, scale }: State,
  rival: KnownProposal,
  { chosen, price, cardinality }: Bought,
): void {
  const better = `${rival.id} comes before ${chosen.id}`
  if (rival.cost === 0) {
    check(chosen.cost === 0 && isBefore(chosen, rival), better)
    return
  }
  if (chosen.cost === 0) return
  const [top, bottom] = cardinality
    ? [price, 1n]
    : [price * BigInt(rival.cost), BigInt(chosen.cost)]
  let paid = 0n
  let someonePaysTheWhole = false
  for (const { group, points, ballots } of rival.supporters) {
    const held = purses[group]! * bottom
    const share = top * points
    if (held >= share) someonePaysTheWhole = true
    paid += (held < share ? held : share) * ballots
  }
  const cost = BigInt(rival.cost) * scale * bottom
  if (paid < cost) return
  check(paid === cost && someonePaysTheWhole && isBefore(chosen, rival), better)
}
