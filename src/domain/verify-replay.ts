/**
 * Replaying a certified run: pays every purchase again and looks whether anything was worth more.
 *
 * Pure. Invariant: imports nothing of the rules; purses are whole numbers of a unit that grows finer.
 * Decided in docs/decisions/0006.
 */
import type { Certificate, CertifiedRun } from './certificate.ts'

/** What does not hold, in a sentence. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused'
}

/** A group of equal ballots that gave a proposal points. */
export type Holder = { readonly group: number; readonly points: bigint; readonly ballots: bigint }

export type CertifiedProposal = {
  readonly cost: number
  votes: number
  readonly lot: number
  readonly supporters: Holder[]
}

export type Certified = {
  readonly groups: Certificate['groups']
  readonly proposals: ReadonlyMap<string, CertifiedProposal>
}

/** Pays every purchase out of purses that are whole numbers of 1/scale hundredths. */
export function replay(
  { groups, proposals }: Certified,
  run: CertifiedRun,
  cardinality: boolean,
): void {
  const first = run.starts.reduce((product, [, denominator]) => product * BigInt(denominator), 1n)
  const starts = run.starts.map(([top, bottom]) => (BigInt(top) * first) / BigInt(bottom))
  const state = { scale: first, purses: groups.map(({ part }) => starts[part] ?? 0n) }
  const open = new Map(proposals)
  let previous: CertifiedProposal | undefined
  for (const purchase of run.purchases) {
    const proposal = open.get(purchase.proposal)
    check(proposal !== undefined, `${purchase.proposal} is unknown or was bought twice`)
    open.delete(purchase.proposal)
    if (proposal.cost === 0) {
      check(proposal.supporters.length > 0, `${purchase.proposal} has no supporters`)
      check(purchase.inFull.length + purchase.theRest.length === 0, 'someone pays for nothing')
      check(purchase.price[0] === '0' && purchase.price[1] === '1', 'a price is not zero')
      check(purchase.effectiveVotes.join() === '0,1', 'effective votes of a free proposal')
      check(previous === undefined || isBefore(previous, proposal), 'the order is wrong')
      previous = proposal
      continue
    }
    const [top, bottom] = [BigInt(purchase.price[0]), BigInt(purchase.price[1])]
    check(bottom > 0n && top > 0n, 'a price is not a positive fraction')
    const votes = [BigInt(purchase.effectiveVotes[0]), BigInt(purchase.effectiveVotes[1])] as const
    check(
      votes[0] * top === BigInt(proposal.cost) * bottom * votes[1],
      'the effective votes differ',
    )
    check(votes[1] > 0n && isLowest(votes) && isLowest([top, bottom]), 'a fraction is not reduced')
    const factor = bottom / divisor(bottom, state.scale)
    if (factor > 1n) {
      state.scale *= factor
      state.purses = state.purses.map((held) => held * factor)
    }
    const price = (top * state.scale) / bottom
    for (const [id, other] of open)
      checkNotBetter(state, { id, other, proposal, price, cardinality })
    pay(state, proposal, purchase, price)
  }
  for (const [id, { cost, supporters }] of open) {
    const held = supporters.reduce(
      (sum, { group, ballots }) => sum + state.purses[group]! * ballots,
      0n,
    )
    const short = held < BigInt(cost) * state.scale
    check(supporters.length === 0 || short, `the supporters of ${id} could still pay for it`)
  }
}

type State = { scale: bigint; purses: bigint[] }

function pay(
  { purses, scale }: State,
  { cost, supporters }: CertifiedProposal,
  { inFull, theRest }: CertifiedRun['purchases'][number],
  price: bigint,
): void {
  const full = new Set(inFull)
  const rest = new Map(theRest.map(({ group, each }) => [group, each]))
  let paid = 0n
  for (const { group, points, ballots } of supporters) {
    const held = purses[group]!
    const part = full.has(group) ? price * points : held
    const said = rest.get(group)
    check(full.has(group) ? part <= held : held < price * points, `group ${group} pays wrongly`)
    check(
      held === 0n || full.has(group) !== (said !== undefined),
      `group ${group} is not named once`,
    )
    if (said) {
      check(BigInt(said[0]) * scale === held * BigInt(said[1]), `group ${group} holds another sum`)
      check(isLowest([BigInt(said[0]), BigInt(said[1])]), 'a fraction is not reduced')
    }
    full.delete(group)
    rest.delete(group)
    purses[group] = held - part
    paid += part * ballots
  }
  check(full.size === 0 && rest.size === 0, 'someone pays who does not support it')
  check(inFull.length > 0 && paid === BigInt(cost) * scale, 'the payments are not the cost')
}

type Rival = {
  readonly id: string
  readonly other: CertifiedProposal
  readonly proposal: CertifiedProposal
  readonly price: bigint
  readonly cardinality: boolean
}

/** At the price at which it would be worth as much as the bought one, a rival must not be paid for. */
function checkNotBetter(
  { purses, scale }: State,
  { id, other, proposal, price, cardinality }: Rival,
) {
  if (other.supporters.length === 0) return
  check(other.cost > 0, `${id} is free and was left out`)
  const [top, bottom] = cardinality
    ? [price, 1n]
    : [price * BigInt(other.cost), BigInt(proposal.cost)]
  let paid = 0n
  let saturated = true
  for (const { group, points, ballots } of other.supporters) {
    const held = purses[group]! * bottom
    const share = top * points
    if (held >= share) saturated = false
    paid += (held < share ? held : share) * ballots
  }
  const cost = BigInt(other.cost) * scale * bottom
  if (paid < cost) return
  check(paid === cost && !saturated && isBefore(proposal, other), `${id} has more effective votes`)
}

/** Lowest cost, most votes, lot. */
function isBefore(a: CertifiedProposal, b: CertifiedProposal): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost
  return a.votes !== b.votes ? a.votes > b.votes : a.lot < b.lot
}

export function isLowest([a, b]: readonly [bigint, bigint]): boolean {
  return divisor(a, b) === 1n
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new CertificateRefused(otherwise)
}
