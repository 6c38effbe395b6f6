/**
 * From ballot paper and ballots to a contest, and the limits of a rule in its terms.
 *
 * Pure. Invariant: proposal i of the paper is proposal i of the contest.
 * Decided in docs/decisions/0006.
 */
import type { BallotPaper } from './ballot.ts'
import { makeContest, type Contest } from './contest.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { NotCountable } from './countable.ts'
import { compareText } from './encoding.ts'
import type { AreaId, ProposalId, ThemeId } from './id.ts'
import { asMoney, printMoney } from './money.ts'
import { NO_LIMITS, type Cap, type Limits } from './rules/limits.ts'
import type { Rule } from './rule.ts'
import type { Tally } from './tally.ts'

/** Where a proposal belongs. */
export type Place = {
  readonly id: ProposalId
  readonly theme?: ThemeId | undefined
  readonly area?: AreaId | undefined
}

/** Makes a contest of ballots. Throws on a ballot that is not of this paper. */
export function contestOf(
  paper: BallotPaper,
  ballots: readonly CountedBallot[],
  { rule, lot }: { readonly rule: Rule; readonly lot: readonly ProposalId[] },
): Contest {
  const index = new Map(paper.proposals.map(({ id }, at) => [id, at]))
  const start = new Int32Array(ballots.length + 1)
  const proposal: number[] = []
  const points: number[] = []
  ballots.forEach((ballot, voter) => {
    ballot.choices.forEach((id, place) => {
      const at = index.get(id)
      if (at === undefined)
        throw new RangeError('a ballot names a proposal that is not on the paper')
      proposal.push(at)
      points.push(ballot.points?.[place] ?? 1)
    })
    start[voter + 1] = proposal.length
  })
  const areas = sharingAreas(rule)
  const part = Int32Array.from(ballots, ({ area }) => 1 + (area ? areas.indexOf(area) : -1))
  const withPoints = points.some((each) => each !== 1)
  return makeContest({
    ...pricesOf(paper, lot),
    parts: areas.length + 1,
    rows: {
      start,
      proposal: Int32Array.from(proposal),
      ...(withPoints ? { points: Float64Array.from(points) } : {}),
      ...(areas.length > 0 ? { part } : {}),
    },
  })
}

/** A contest of sums alone: enough for the rules that go by turn, too little for shares. */
export function contestOfSums(
  paper: BallotPaper,
  { ballots, blank, votes, score }: Tally,
  lot: readonly ProposalId[],
): Contest {
  const rows = { start: new Int32Array(1), proposal: new Int32Array(0) }
  const none = makeContest({ ...pricesOf(paper, lot), rows })
  const sums = (from: ReadonlyMap<ProposalId, number>) =>
    Float64Array.from(paper.proposals, ({ id }) => from.get(id) ?? 0)
  return { ...none, voters: ballots, blank, votes: sums(votes), score: sums(score ?? votes) }
}

/** The parts' shares in hundredths: first that of voters of no area, which is the rest; undefined where all share alike. Throws a NotCountable. */
export function sharesOf(paper: BallotPaper, rule: Rule): readonly number[] | undefined {
  if (rule.method !== 'equalshares' || rule.shares === undefined) return undefined
  const own = sharingAreas(rule).map((area): number => rule.shares?.[area] ?? 0)
  const rest = paper.budget - own.reduce((sum, each) => sum + each, 0)
  if (rest < 0)
    throw new NotCountable(
      `The areas share ${printMoney(asMoney(-rest))} more than the budget of ${printMoney(paper.budget)}.`,
    )
  return [rest, ...own]
}

/** The rule's limits by the indices of the paper. */
export function limitsOf(paper: BallotPaper, rule: Rule, places: readonly Place[]): Limits {
  if (rule.exclusive === undefined && rule.caps === undefined) return NO_LIMITS
  const index = new Map(paper.proposals.map(({ id }, at) => [id, at]))
  const among = (ids: readonly ProposalId[]) => ids.flatMap((id) => index.get(id) ?? [])
  const caps = (rule.caps ?? []).map(({ theme, area, cost, count }): Cap => {
    const inside = places.filter(
      (place) =>
        (theme === undefined || place.theme === theme) &&
        (area === undefined || place.area === area),
    )
    return {
      proposals: among(inside.map(({ id }) => id)),
      most: cost ?? Infinity,
      count: count ?? Infinity,
    }
  })
  return { exclusive: (rule.exclusive ?? []).map(among), caps }
}

/** The lot's order as places; a proposal that it does not name comes after those that it names, by id. */
function pricesOf({ budget, proposals }: BallotPaper, lot: readonly ProposalId[]) {
  const drawn = new Map(lot.map((id, at) => [id, at]))
  const placeOf = (id: ProposalId) => drawn.get(id) ?? lot.length
  const order = proposals
    .map(({ id }, at) => ({ id, at }))
    .toSorted((a, b) => placeOf(a.id) - placeOf(b.id) || compareText(a.id, b.id))
  const places = new Int32Array(proposals.length)
  order.forEach(({ at }, place) => (places[at] = place))
  return { budget, cost: Float64Array.from(proposals, ({ cost }) => cost), lot: places }
}

/** The areas whose voters share money of their own: parts 1 and up of the electorate. */
export function sharingAreas(rule: Rule): readonly AreaId[] {
  if (rule.method !== 'equalshares') return []
  // Object.keys widens a branded key to text.
  return (Object.keys(rule.shares ?? {}) as AreaId[]).toSorted(compareText)
}
