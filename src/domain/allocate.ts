/**
 * Allocating: the one door to every rule, from ballots to an allocation with its reasons.
 *
 * Pure. Invariant: every proposal of the paper has exactly one line, and the funded ones never cost more
 * than the budget (but for a list of favourites that takes no account of money).
 * Decided in docs/decisions/0006.
 */
import type { Allocation, AllocationLine, Reason } from './allocation.ts'
import type { BallotPaper } from './ballot.ts'
import type { Contest } from './contest.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { compareText } from './encoding.ts'
import type { ProposalId } from './id.ts'
import { asMoney } from './money.ts'
import { contestOf, contestOfSums, limitsOf, sharesOf, type Place } from './paper-contest.ts'
import { explain } from './explain.ts'
import { printFraction, type Explained } from './explained.ts'
import type { Rule } from './rule.ts'
import { countContest, type CountOptions } from './rules/count-contest.ts'
import type { Outcome } from './rules/outcome.ts'
import type { Tally } from './tally.ts'

type IdOf = (index: number) => ProposalId

export type AllocateFacts = {
  readonly rule: Rule
  /** Ranks ties; a proposal that it does not name comes after those that it names, by id. */
  readonly lot: readonly ProposalId[]
  /** Where proposals belong, for caps and themes. */
  readonly places?: readonly Place[]
  readonly progress?: (steps: number) => void
}

/** Counts the ballots by the rule. Throws on a ballot that is not of this paper. */
export function allocate(
  paper: BallotPaper,
  ballots: readonly CountedBallot[],
  facts: AllocateFacts,
): Allocation {
  return allocationOf(paper, contestOf(paper, ballots, facts), facts)
}

/** Counts published sums by the rule; undefined for a rule that needs the ballots themselves. */
export function allocateSums(
  paper: BallotPaper,
  counted: Tally,
  facts: AllocateFacts,
): Allocation | undefined {
  const { method, comparison } = facts.rule
  if (method === 'equalshares' || method === 'phragmen' || comparison) return undefined
  return allocationOf(
    paper,
    contestOfSums(paper, counted, facts.lot),
    facts,
    counted.score !== undefined,
  )
}

/** Counts a contest that was made from the paper. */
function allocationOf(
  paper: BallotPaper,
  contest: Contest,
  facts: AllocateFacts,
  pointed = contest.ballots.points.some((each) => each !== 1),
): Allocation {
  const options = countOptions(paper, facts)
  const outcome = countContest(contest, options)
  const lines = explain(contest, outcome, options)
  const cost = [...outcome.paid.values()].reduce((sum, each) => sum + each, 0)
  const idOf: IdOf = (index) => paper.proposals[index]!.id
  return {
    selected: outcome.funded.map(idOf).toSorted(compareText),
    cost: asMoney(cost),
    leftover: asMoney(contest.budget - cost),
    lines: lines.map((line, at) => ({
      ...lineOf(contest, line, { rank: at + 1, idOf, pointed }),
      reason: named(line, facts, idOf),
    })),
    lots: outcome.lots.map((lot) => lot.map(idOf)),
    ...aboutShares(outcome),
    ...(outcome.comparison ? { comparison: outcome.comparison } : {}),
  }
}

/** The rule's options by the indices of the paper. */
export function countOptions(paper: BallotPaper, facts: AllocateFacts): CountOptions {
  const { rule, places = [], progress } = facts
  const themes = new Map(places.map(({ id, theme }) => [id, theme]))
  return {
    rule,
    limits: limitsOf(paper, rule, places),
    themes: paper.proposals.map(({ id }) => themes.get(id)),
    shares: sharesOf(paper, rule),
    progress,
  }
}

function lineOf(
  { votes, score, cost }: Contest,
  { proposal }: Explained,
  { rank, idOf, pointed }: { rank: number; idOf: IdOf; pointed: boolean },
): Omit<AllocationLine, 'reason'> {
  return {
    proposal: idOf(proposal),
    rank,
    votes: votes[proposal]!,
    ...(pointed ? { score: score[proposal]! } : {}),
    cost: asMoney(cost[proposal]!),
  }
}

/** A reason with ids for indices. A cap that is not in the rule is that of the proposal's own theme. */
function named({ proposal, reason }: Explained, facts: AllocateFacts, idOf: IdOf): Reason {
  if (reason.kind === 'excluded') return { kind: 'excluded', by: idOf(reason.by) }
  if (reason.kind !== 'over-cap') return reason
  const { cap, ...rest } = reason
  const place = facts.places?.find(({ id }) => id === idOf(proposal))
  const { theme, area } = facts.rule.caps?.[cap] ?? { theme: place?.theme, area: undefined }
  return { ...rest, ...(theme ? { theme } : {}), ...(area ? { area } : {}) }
}

function aboutShares({ shares }: Outcome): Pick<Allocation, 'shares'> {
  if (shares === undefined) return {}
  const { endowment, extra, steps, finished } = shares
  const starts = endowment.numerators.map((numerator) =>
    printFraction({ numerator, denominator: endowment.denominator }),
  )
  return { shares: { starts, extra, steps, finished } }
}
