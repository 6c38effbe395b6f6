/**
 * Certifying: counts once more and writes down how, so that a stranger can check it.
 *
 * Pure. Invariant: the same election gives the same certificate, letter for letter, in whatever order its
 * ballots lie. A search for more money that the bound on the work ended has no proof: its certificate is
 * refused. Decided in docs/decisions/0006.
 */
import { countOptions, type AllocateFacts } from './allocate.ts'
import type { BallotPaper } from './ballot.ts'
import type {
  Certificate,
  CertifiedGroup,
  CertifiedLoads,
  CertifiedRun,
  CertifiedTurn,
} from './certificate.ts'
import { certifyRun, printFraction } from './certify-run.ts'
import type { Contest } from './contest.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { compareText } from './encoding.ts'
import { HUNDREDTHS } from './money.ts'
import { contestOf, sharingAreas } from './paper-contest.ts'
import type { SharesRule } from './rule.ts'
import type { Turn } from './rules/by-turn.ts'
import { countBoth, ownLimits, type CountOptions } from './rules/count-contest.ts'
import { isExhaustive } from './rules/equal-shares.ts'
import type { Outcome, SharesFacts } from './rules/outcome.ts'

/** The names behind the indices of a contest. */
export type Names = {
  /** The id of each proposal. */
  readonly ids: readonly string[]
  /** The areas that share money of their own: parts 1 and up of the electorate. */
  readonly areas: readonly string[]
}

/** Counts the ballots by the rule and certifies the outcome. Throws on a ballot that is not of this paper. */
export function certify(
  paper: BallotPaper,
  ballots: readonly CountedBallot[],
  facts: AllocateFacts,
): Certificate {
  const names = { ids: paper.proposals.map(({ id }) => id), areas: sharingAreas(facts.rule) }
  return certifyContest(contestOf(paper, ballots, facts), countOptions(paper, facts), names)
}

/** Counts a contest by the rule and certifies the outcome. */
export function certifyContest(contest: Contest, options: CountOptions, names: Names): Certificate {
  const { own, beside } = countBoth(contest, options)
  const { groups, places } = groupsOf(contest, names)
  const idOf = (index: number) => names.ids[index]!
  const turns = (outcome: Outcome) => outcome.turns.map((turn) => certifyTurn(turn, idOf))
  const kept = beside?.comparison.kept === 'greedy' ? beside.greedy : own
  return {
    schemaVersion: 1,
    method: options.rule.method,
    budget: contest.budget,
    voters: contest.voters,
    groups,
    ...certifyShares(contest, own, { options, names, places }),
    ...(own.phragmen ? { loads: certifyLoads(own, idOf) } : {}),
    ...(hasTurns(options.rule) ? { turns: turns(own) } : {}),
    ...(beside ? { comparison: certifyComparison(beside.comparison, turns(beside.greedy)) } : {}),
    funded: kept.funded.map(idOf),
  }
}

type Work = {
  readonly options: CountOptions
  readonly names: Names
  /** The place of each group of the contest in the certificate. */
  readonly places: readonly number[]
}

/** Equal ballots, in an order that does not depend on that of the ballots. */
function groupsOf(
  { weight, part, ballots }: Contest,
  { ids, areas }: Names,
): { groups: CertifiedGroup[]; places: readonly number[] } {
  const { start, item, points } = ballots
  const sorted = [...weight]
    .map((count, group) => {
      const entries = Array.from({ length: start[group + 1]! - start[group]! }, (_, at) => ({
        id: ids[item[start[group]! + at]!]!,
        points: points[start[group]! + at]!,
      })).toSorted((a, b) => compareText(a.id, b.id))
      const crosses = entries.every((entry) => entry.points === 1)
      const area = areas[part[group]! - 1]
      return {
        group,
        certified: {
          ballots: count,
          choices: entries.map(({ id }) => id),
          ...(crosses ? {} : { points: entries.map((entry) => entry.points) }),
          ...(area === undefined ? {} : { area }),
        },
      }
    })
    .map((each) => ({ ...each, key: keyOf(each.certified) }))
    .toSorted((a, b) => compareText(a.key, b.key))
  const places = new Array<number>(sorted.length)
  sorted.forEach(({ group }, place) => (places[group] = place))
  return { groups: sorted.map(({ certified }) => certified), places }
}

function keyOf({ area, choices, points }: CertifiedGroup): string {
  return JSON.stringify([area ?? null, choices, points ?? null])
}

function certifyShares(
  contest: Contest,
  { shares }: Outcome,
  { options, ...work }: Work,
): { run?: CertifiedRun; next?: CertifiedRun } {
  const { rule } = options
  if (shares === undefined || rule.method !== 'equalshares') return {}
  const limits = ownLimits(contest, options)
  const worth = rule.utility === 'cardinality' ? 'cardinality' : 'cost'
  const certified = ({ endowment, extra }: Start) =>
    certifyRun(contest, { endowment, extra, worth, limits, ...work })
  const { run } = certified(shares)
  if (!addsMoney(rule) || isFull(contest, shares, options)) return { run }
  const next = certified(raised(shares, rule.increment ?? HUNDREDTHS))
  return next.spent > contest.budget ? { run, next: next.run } : { run }
}

function isFull(contest: Contest, { bought: order }: SharesFacts, options: CountOptions): boolean {
  const spent = order.reduce((sum, each) => sum + contest.cost[each]!, 0)
  return isExhaustive(contest, { order, spent }, ownLimits(contest, options))
}

type Start = Pick<SharesFacts, 'endowment' | 'extra'>

/** The start with more money for every voter. */
function raised({ endowment, extra }: Start, increment: number): Start {
  const { numerators, denominator } = endowment
  const more = BigInt(increment) * denominator
  const endowed = { numerators: numerators.map((each) => each + more), denominator }
  return { endowment: endowed, extra: extra + increment }
}

function addsMoney({ completion }: SharesRule): boolean {
  return completion === 'add1' || completion === 'add1u'
}

function hasTurns(rule: CountOptions['rule']): boolean {
  if (rule.method !== 'equalshares') return rule.method !== 'phragmen'
  return rule.completion === 'greedy' || rule.completion === 'add1u'
}

function certifyLoads(
  { funded, phragmen }: Outcome,
  idOf: (index: number) => string,
): CertifiedLoads {
  const { loads = [], stopped = [], stoppedAt } = phragmen ?? {}
  return {
    purchases: funded.map((proposal, at) => ({
      proposal: idOf(proposal),
      load: printFraction(loads[at]!),
    })),
    ...(stoppedAt
      ? { stop: { load: printFraction(stoppedAt), proposals: stopped.map(idOf) } }
      : {}),
  }
}

function certifyTurn(
  { proposal, moneyBefore, paid }: Turn,
  idOf: (index: number) => string,
): CertifiedTurn {
  return { proposal: idOf(proposal), left: moneyBefore, paid }
}

function certifyComparison(
  { forRule, forGreedy, kept }: NonNullable<Outcome['comparison']>,
  greedy: CertifiedTurn[],
): NonNullable<Certificate['comparison']> {
  return { greedy, forRule, forGreedy, kept }
}
