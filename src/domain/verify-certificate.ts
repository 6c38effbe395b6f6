/**
 * Verifying: checks a certificate against what was published, without counting.
 *
 * Pure. Invariant: imports nothing of the rules, not even through others; whole numbers only; one pass, no
 * search. For the money that add1 found it checks that the outcome is full or that the next step would
 * cost too much; that no step before was full already is for a recount. Decided in docs/decisions/0006.
 */
import type { Certificate } from './certificate.ts'
import type { PublishedElection } from './published-election.ts'
import type { Rule } from './rule.ts'
import { check, checkSame } from './verify-check.ts'
import { groupKey, knownOf, type Known, type KnownProposal } from './verify-election.ts'
import { verifyLoads } from './verify-loads.ts'
import { verifyRun } from './verify-run.ts'
import {
  boundsOf,
  isWithin,
  termsOf,
  type Bound,
  type ShareTerms,
  type Terms,
} from './verify-terms.ts'
import { verifyTurns } from './verify-turns.ts'

/** Checks a certificate that passed its schema. Throws a CertificateRefused with the first thing that does not hold. */
export function verifyCertificate(election: PublishedElection, certificate: Certificate): void {
  const { rule, ballots } = election
  const known = knownOf(election)
  check(certificate.method === rule.method, 'the rule is another')
  check(certificate.budget === known.budget, 'the budget differs')
  check(certificate.voters === ballots.length, 'the number of voters differs')
  checkGroups(known, certificate)
  const terms = termsOf(rule, known)
  const own = verifyOwn({ known, rule, terms }, certificate)
  const kept = verifyComparison({ known, rule, terms }, certificate, own)
  checkSame(
    certificate.funded,
    kept.map(({ id }) => id),
    'others were funded',
  )
}

function checkGroups({ groups }: Known, certificate: Certificate): void {
  checkSame(
    certificate.groups.map((group) => `${group.ballots} ${groupKey(group)}`),
    groups.map((group) => `${group.ballots} ${groupKey(group)}`),
    'the groups are not the ballots',
  )
}

type Facts = { readonly known: Known; readonly rule: Rule; readonly terms: Terms }

/** The rule's own outcome: what was bought, then what was funded by turn. */
function verifyOwn(
  { known, rule, terms }: Facts,
  { run, next, loads, turns }: Certificate,
): readonly KnownProposal[] {
  check((run !== undefined) === (terms.shares !== undefined), 'a run is missing, or one too many')
  check((loads !== undefined) === terms.loads, 'the loads are missing, or should be')
  check(
    (turns !== undefined) === (terms.turns !== undefined),
    'the turns are missing, or should be',
  )
  check(run !== undefined || next === undefined, 'there is a next run without a first')
  const bought: KnownProposal[] = []
  if (loads) bought.push(...verifyLoads(known, loads, boundsOf(rule, known)))
  if (run && terms.shares)
    bought.push(...verifyShares({ known, rule }, terms.shares, { run, next }))
  if (turns === undefined || terms.turns === undefined) return bought
  const bounds = boundsOf(rule, known, terms.turns.perTheme)
  return [...bought, ...verifyTurns(known, turns, { terms: terms.turns, bounds, before: bought })]
}

/** The run that counts, and that adding money was ended at the right step. */
function verifyShares(
  { known, rule }: Omit<Facts, 'terms'>,
  terms: ShareTerms,
  { run, next }: { run: NonNullable<Certificate['run']>; next: Certificate['next'] },
): readonly KnownProposal[] {
  const step = terms.increment
  const adds = step !== undefined
  check(adds || (run.extra === 0 && !next), 'money was added where the rule adds none')
  check(!adds || run.extra % step === 0, 'the starts were not raised in whole steps')
  const bounds = boundsOf(rule, known)
  const bought = verifyRun(known, run, { terms, bounds })
  const left = known.budget - costOf(bought)
  check(left >= 0, 'the outcome costs more than the budget')
  if (!adds) return bought
  const open = couldBeAdded(known, { terms, bounds, bought }).find(({ cost }) => cost <= left)
  if (open === undefined) {
    check(next === undefined, 'the next run is not needed')
    return bought
  }
  check(
    next !== undefined,
    `${open.id} would still fit, and nothing shows that a step more is too much`,
  )
  check(next.extra === run.extra + step, 'the next run is not one step further')
  const more = verifyRun(known, next, { terms, bounds: boundsOf(rule, known) })
  check(costOf(more) > known.budget, 'the next run does not exceed the budget')
  return bought
}

type Outcome = {
  readonly terms: ShareTerms
  /** What the limits still allow after what was bought. */
  readonly bounds: readonly Bound[]
  readonly bought: readonly KnownProposal[]
}

function couldBeAdded(
  { proposals }: Known,
  { terms, bounds, bought }: Outcome,
): readonly KnownProposal[] {
  return [...proposals.values()].filter(
    (each) =>
      each.supporters.length > 0 &&
      each.score >= terms.least &&
      !bought.includes(each) &&
      isWithin(bounds, each),
  )
}

function costOf(proposals: readonly KnownProposal[]): number {
  return proposals.reduce((sum, { cost }) => sum + cost, 0)
}

/** Asks every group of voters which outcome they prefer; tells the one that counts. */
function verifyComparison(
  { known, rule, terms }: Facts,
  { comparison }: Certificate,
  own: readonly KnownProposal[],
): readonly KnownProposal[] {
  const compared = terms.greedy !== undefined
  check((comparison !== undefined) === compared, 'the comparison is missing, or should be')
  if (comparison === undefined || terms.greedy === undefined) return own
  const bounds = boundsOf(rule, known)
  const facts = { terms: terms.greedy, bounds, before: [] }
  const greedy = verifyTurns(known, comparison.greedy, facts)
  let [forRule, forGreedy] = [0, 0]
  const gains = (funded: readonly KnownProposal[]) => gainsByGroup(known, rule, funded)
  const [mine, theirs] = [gains(own), gains(greedy)]
  known.groups.forEach(({ ballots }, group) => {
    if (mine[group]! > theirs[group]!) forRule += ballots
    if (theirs[group]! > mine[group]!) forGreedy += ballots
  })
  check(comparison.forRule === forRule, 'other voters prefer the outcome of the rule')
  check(comparison.forGreedy === forGreedy, 'other voters prefer the outcome of greedy')
  const kept = forGreedy > forRule ? 'greedy' : 'rule'
  check(comparison.kept === kept, 'the other outcome should have been kept')
  return kept === 'greedy' ? greedy : own
}

/** How many of the proposals that she gave points each voter gets, or whether any, by group. */
function gainsByGroup(
  { groups }: Known,
  { comparison }: Rule,
  funded: readonly KnownProposal[],
): readonly number[] {
  const ids = new Set(funded.map(({ id }) => id))
  return groups.map(({ choices, points }) => {
    const gained = choices.filter((id, at) => ids.has(id) && (points?.[at] ?? 1) > 0).length
    return comparison === 'exclusion' ? Math.min(gained, 1) : gained
  })
}
