/**
 * Verifying: checks a certificate against what was published, without counting.
 *
 * Pure. Invariant: imports nothing of the rules; whole numbers only; one pass, no search. For the money
 * that add1 found it checks that the outcome is exhaustive or that the next step would cost too much; the
 * steps before are for a recount. Decided in docs/decisions/0006.
 */
import type { Certificate, CertifiedRun } from './certificate.ts'
import { verifyTurns, type TurnTerms } from './verify-turns.ts'
import { check, isLowest, replay, type Certified, type Holder } from './verify-replay.ts'

/** What a stranger has: the published files, amounts in hundredths. */
export type PublishedElection = {
  readonly budget: number
  readonly proposals: readonly { readonly id: string; readonly cost: number }[]
  /** First drawn first. */
  readonly lot: readonly string[]
  readonly ballots: readonly {
    readonly choices: readonly (readonly [id: string, points: number])[]
    readonly part?: number
  }[]
}

export type ShareTerms = {
  readonly cardinality: boolean
  /** Hundredths of the budget that each voter of a part starts with, as a fraction, before anything is added. */
  readonly floor: boolean
  readonly add: boolean
  readonly increment: number
  /** Hundredths that the voters of each part share, where they have shares of their own. */
  readonly shares?: readonly number[]
}

export type Terms = {
  /** How shares are made, where the rule makes any. */
  readonly shares?: ShareTerms | undefined
  readonly turns: TurnTerms
}

/** Checks a certificate. Throws a CertificateRefused with the first thing that does not hold. */
export function verifyCertificate(
  election: PublishedElection,
  certificate: Certificate,
  { shares, turns }: Terms,
): void {
  check(certificate.budget === election.budget, 'the budget differs')
  check(certificate.voters === election.ballots.length, 'the number of voters differs')
  const facts = factsOf(election, certificate)
  if (shares) verifyShares(election, { certificate, facts }, shares)
  else check(certificate.run === undefined, 'the rule shares nothing out')
  verifyTurns(election, certificate, turns)
}

function verifyShares(
  election: PublishedElection,
  { certificate, facts }: { certificate: Certificate; facts: Certified },
  terms: ShareTerms,
): void {
  const { run, next } = certificate
  check(run !== undefined, 'the run is missing')
  const extra = checkStarts(election, run, terms)
  replay(facts, run, terms.cardinality)
  check(extra % BigInt(terms.increment) === 0n, 'the starts were not raised in whole steps')
  const spent = costOf(facts, run)
  check(spent <= election.budget, 'the outcome costs more than the budget')
  if (!terms.add) {
    check(extra === 0n && next === undefined, 'money was added where the rule adds none')
    return
  }
  if (next === undefined) {
    const bought = new Set(run.purchases.map(({ proposal }) => proposal))
    for (const [id, { cost, supporters }] of facts.proposals)
      check(
        bought.has(id) || supporters.length === 0 || spent + cost > election.budget,
        `${id} would still fit`,
      )
    return
  }
  const raised = checkStarts(election, next, terms)
  check(raised === extra + BigInt(terms.increment), 'the next run is not one increment further')
  replay(facts, next, terms.cardinality)
  check(costOf(facts, next) > election.budget, 'the next run does not exceed the budget')
}

/** The groups must be the ballots, equal ones put together. */
function factsOf(
  { proposals, lot, ballots }: PublishedElection,
  { groups }: Certificate,
): Certified {
  const keyOf = (choices: readonly (readonly [string, number])[], part: number) =>
    `${part}|${choices
      .map(([id, points]) => `${id}=${points}`)
      .toSorted()
      .join('|')}`
  const counts = new Map<string, number>()
  for (const { choices, part = 0 } of ballots) {
    if (choices.length === 0) continue
    const key = keyOf(choices, part)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  check(counts.size === groups.length, 'the groups are not the ballots')
  for (const { choices, part, ballots: count } of groups) {
    const key = keyOf(choices, part)
    check(counts.get(key) === count, `the group ${key} is not that many ballots`)
    counts.delete(key)
  }
  const known = new Map(
    proposals.map(({ id, cost }) => {
      const place = lot.indexOf(id)
      check(place >= 0, `the lot does not name ${id}`)
      return [id, { cost, votes: 0, lot: place, supporters: new Array<Holder>() }]
    }),
  )
  groups.forEach(({ choices, ballots: count }, group) => {
    for (const [id, points] of choices) {
      const proposal = known.get(id)
      check(proposal !== undefined, `there is no proposal ${id}`)
      proposal.votes += count
      if (points > 0)
        proposal.supporters.push({ group, points: BigInt(points), ballots: BigInt(count) })
    }
  })
  return { groups, proposals: known }
}

/** What every voter got beyond the plain start, which must be the same for all. */
function checkStarts(
  { budget, ballots }: PublishedElection,
  { starts }: CertifiedRun,
  { floor, shares }: ShareTerms,
): bigint {
  check(starts.length === (shares?.length ?? 1), 'the number of starts differs')
  const extras = starts.map(([numerator, denominator], part) => {
    check(isLowest([BigInt(numerator), BigInt(denominator)]), 'a start is not reduced')
    const own = shares ? ballots.filter((ballot) => (ballot.part ?? 0) === part) : ballots
    const voters = BigInt(Math.max(1, own.length))
    const share = BigInt(shares?.[part] ?? budget)
    const [top, bottom] = floor ? [(share / (voters * 100n)) * 100n, 1n] : [share, voters]
    const difference = BigInt(numerator) * bottom - top * BigInt(denominator)
    const unit = BigInt(denominator) * bottom
    check(difference >= 0n && difference % unit === 0n, 'a start is not the share and whole steps')
    return difference / unit
  })
  check(new Set(extras).size === 1, 'the starts were not raised by the same')
  return extras[0] ?? 0n
}

function costOf({ proposals }: Certified, { purchases }: CertifiedRun): number {
  return purchases.reduce((sum, { proposal }) => sum + (proposals.get(proposal)?.cost ?? 0), 0)
}
