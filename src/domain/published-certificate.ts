/**
 * Published certificates: who of which group of ballots paid how much, as a file beside the ballots.
 *
 * Pure. Invariant: the file is made by the count and checked by a verifier that shares no code with it;
 * one is only made where the ballots are published too. The one place that joins the two to a ballot box.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { countOptions, type AllocateFacts } from './allocate.ts'
import type { BallotPaper } from './ballot.ts'
import { certify, CertificateSchema, type Certificate } from './certificate.ts'
import { compareText } from './encoding.ts'
import { WHOLE } from './id.ts'
import { HUNDREDTHS } from './money.ts'
import { contestOf, type CountedBallot } from './paper-contest.ts'
import { ruleName } from './rule-name.ts'
import type { Rule } from './rule.ts'
import { countContest } from './rules/count-contest.ts'
import { verifyCertificate, type ShareTerms } from './verify-certificate.ts'
import type { TurnTerms } from './verify-turns.ts'

/** The name of the file with the certificate of a ballot box. */
export function certificateName(pool: string): string {
  return `certificate${pool === WHOLE ? '' : `-${pool}`}.json`
}

/** Certifies the count of a ballot box; undefined for a rule whose counts cannot be verified yet. */
export function certificateOf(
  paper: BallotPaper,
  ballots: readonly CountedBallot[],
  facts: AllocateFacts,
): Certificate | undefined {
  if (!isVerifiable(facts.rule)) return undefined
  const contest = contestOf(paper, ballots, facts)
  const options = countOptions(paper, facts)
  const outcome = countContest(contest, options)
  const ids = paper.proposals.map(({ id }) => id)
  return certify(contest, { outcome, ids, name: ruleName(facts.rule) }, options)
}

/** The text of the file. */
export function printCertificate(certificate: Certificate): string {
  return `${JSON.stringify(certificate)}\n`
}

/** Whether a published certificate holds for the ballots, and funds what the result says. */
export function holds(
  text: string,
  { paper, selected }: { readonly paper: BallotPaper; readonly selected: readonly string[] },
  ballots: readonly CountedBallot[],
  facts: AllocateFacts,
): boolean {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), CertificateSchema), text)
  if (!parsed.success) return false
  try {
    verify(paper, ballots, { ...facts, certificate: parsed.output })
  } catch {
    return false
  }
  return parsed.output.selected.toSorted(compareText).join('\n') === selected.join('\n')
}

/** Rules without limits, parts of costs, shares of areas or a comparison. */
function isVerifiable(rule: Rule): boolean {
  const { method, exclusive, caps, comparison } = rule
  if (method === 'phragmen' || method === 'top-per-theme') return false
  if (exclusive ?? caps ?? comparison ?? rule.partFunding) return false
  return method !== 'equalshares' || (rule.shares === undefined && rule.minVotes === undefined)
}

function verify(
  paper: BallotPaper,
  ballots: readonly CountedBallot[],
  { rule, lot, certificate }: AllocateFacts & { readonly certificate: Certificate },
): void {
  const ids = paper.proposals.map(({ id }) => id)
  const unnamed = ids.filter((id) => !lot.includes(id)).toSorted(compareText)
  const election = {
    budget: paper.budget,
    proposals: paper.proposals,
    lot: [...lot, ...unnamed],
    ballots: ballots.map(({ choices, points }) => ({
      choices: choices.map((id, at) => [id, points?.[at] ?? 1] as const),
    })),
  }
  verifyCertificate(election, certificate, { shares: sharesOf(rule), turns: turnsOf(rule) })
}

function sharesOf(rule: Rule): ShareTerms | undefined {
  if (rule.method !== 'equalshares') return undefined
  const add = rule.completion === 'add1' || rule.completion === 'add1u'
  return {
    cardinality: rule.utility === 'cardinality',
    floor: (rule.start ?? (add ? 'floor' : 'exact')) === 'floor',
    add,
    increment: rule.increment ?? HUNDREDTHS,
  }
}

function turnsOf(rule: Rule): TurnTerms {
  const turns = rule.method === 'phragmen' ? undefined : rule
  const threshold = rule.method === 'equalshares' ? undefined : turns?.minVotes
  return {
    perCost: rule.method === 'greedy-per-cost',
    stop: rule.method === 'greedy-no-skip',
    withoutVotes: turns?.fundWithoutVotes ?? false,
    threshold: threshold ?? -Infinity,
  }
}
