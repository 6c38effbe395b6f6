/**
 * Consequences: what the choices of a round lead to, as data, before anybody votes by them.
 *
 * Pure. Invariant: each is true of any proposals that keep to the round, whoever votes.
 * Decided in docs/decisions/0028; the publication floor in 0016.
 */
import type { BallotForm } from './ballot-form.ts'
import { lengthsOf } from './ballot-form.ts'
import { findPeriod, periodsOf, type Period } from './phase.ts'
import { highestUsualFloor } from './publication-floor.ts'
import { eventTimes } from './event.ts'
import { poolBudget, poolEligible, poolsOf, type RoundText } from './round.ts'

export const CONSEQUENCE_CODES = [
  ...['one-takes-all', 'one-takes-all-if-paid', 'at-least', 'money-ignored'],
  ...['majority-decides', 'shares-for-groups', 'count-stops', 'money-left'],
  ...['no-blank', 'needs-many', 'hard-ballot', 'no-vote'],
  ...['floor', 'box-too-small', 'turnout-unknown'],
  ...['voting-days', 'short-vote', 'screen-only', 'sealed-by-hand', 'short-submission'],
  ...['freezes', 'complaints'],
] as const

export type ConsequenceCode = (typeof CONSEQUENCE_CODES)[number]

export type Consequence = {
  readonly code: ConsequenceCode
  /** Beside which choices it is told. */
  readonly about: 'money' | 'dates' | 'ballot' | 'rule'
  readonly count?: number
  /** The name of an area. */
  readonly name?: string
  readonly floor?: number
  readonly at?: number
}

const DAY = 86_400_000

/** What a round without faults leads to. */
export function consequencesOf(round: RoundText, timeZone: string): readonly Consequence[] {
  const periods = periodsOf(round.phases, timeZone)
  const voting = findPeriod(periods, 'voting')
  const { ballot } = round
  if (ballot === undefined || voting === undefined)
    return [{ code: 'no-vote', about: 'ballot' }, ...submissionDays(periods)]
  return [
    ...oneProposal(round),
    ...groups(round),
    ...ballotLeadsTo(ballot),
    ...boxes(round, ballot),
    ...submissionDays(periods),
    ...votingDays(voting),
    ...whoIsLeftOut(round, voting, timeZone),
    { code: 'complaints', about: 'dates', count: round.publication.complaintDays },
  ]
}

/** How much of the money a single proposal can get. */
function oneProposal(round: RoundText): Consequence[] {
  const { rule, proposalCost } = round
  if (rule.method === 'top-per-theme' && rule.withinBudget === false)
    return [{ code: 'money-ignored', about: 'rule' }]
  const least = Math.min(...poolsOf(round).map((pool) => poolBudget(round, pool)))
  const { max } = proposalCost
  if (max !== undefined && max > 0 && max < least)
    return [{ code: 'at-least', about: 'rule', count: Math.floor(least / max) }]
  const isPaid = rule.method === 'equalshares' || rule.method === 'phragmen'
  return [{ code: isPaid ? 'one-takes-all-if-paid' : 'one-takes-all', about: 'rule' }]
}

function groups({ rule }: RoundText): Consequence[] {
  const isPaid = rule.method === 'equalshares' || rule.method === 'phragmen'
  const ends = rule.method === 'equalshares' && (rule.completion ?? 'none') === 'none'
  return [
    { code: isPaid ? 'shares-for-groups' : 'majority-decides', about: 'rule' },
    ...(rule.method === 'greedy-no-skip' ? [{ code: 'count-stops', about: 'rule' } as const] : []),
    ...(ends || rule.method === 'phragmen' ? [{ code: 'money-left', about: 'rule' } as const] : []),
  ]
}

function ballotLeadsTo(form: BallotForm): Consequence[] {
  const { minLength } = lengthsOf(form)
  const isHard = ['ranking', 'points', 'score'].includes(form.type)
  return [
    ...(form.blank ? [] : [{ code: 'no-blank', about: 'ballot' } as const]),
    ...(minLength > 1 ? [{ code: 'needs-many', about: 'ballot', count: minLength } as const] : []),
    ...(isHard ? [{ code: 'hard-ballot', about: 'ballot' } as const] : []),
  ]
}

/** Whether ballots will be published one by one, so that a stranger can count them again. */
function boxes(round: RoundText, form: BallotForm): Consequence[] {
  const floor = round.publication.floor ?? highestUsualFloor(form)
  const pools = poolsOf(round).map((pool) => ({
    name: round.areas.find(({ id }) => id === pool)?.name ?? '',
    eligible: poolEligible(round, pool),
  }))
  const small = pools.filter(({ eligible = Infinity }) => eligible < floor)
  const isUnknown = pools.some(({ eligible }) => eligible === undefined)
  return [
    ...small.map(({ name, eligible = 0 }): Consequence => ({
      ...{ code: 'box-too-small', about: 'money', count: eligible, name, floor },
    })),
    ...(small.length === 0 ? [{ code: 'floor', about: 'ballot', floor } as const] : []),
    ...(isUnknown ? [{ code: 'turnout-unknown', about: 'money' } as const] : []),
  ]
}

function submissionDays(periods: readonly Period[]): Consequence[] {
  const submission = findPeriod(periods, 'submission')
  const count = submission && daysOf(submission)
  return count !== undefined && count < 14
    ? [{ code: 'short-submission', about: 'dates', count }]
    : []
}

function votingDays(voting: Period): Consequence[] {
  const count = daysOf(voting)
  return [
    { code: 'voting-days', about: 'dates', count },
    ...(count < 7 ? [{ code: 'short-vote', about: 'dates' } as const] : []),
    { code: 'freezes', about: 'dates', at: voting.startsAt },
  ]
}

/** The days of the calendar that it touches, near enough. */
function daysOf({ startsAt, endsAt }: Period): number {
  return Math.ceil((endsAt - startsAt) / DAY)
}

function whoIsLeftOut(round: RoundText, voting: Period, timeZone: string): Consequence[] {
  if (round.paper) return [{ code: 'sealed-by-hand', about: 'dates' }]
  const isHelped = round.events
    .map((event) => eventTimes(event, timeZone))
    .some(({ startsAt }) => startsAt >= voting.startsAt && startsAt < voting.endsAt)
  return isHelped ? [] : [{ code: 'screen-only', about: 'dates' }]
}
