/**
 * The election as a verifier knows it: what the published files say, before any rule.
 *
 * Pure. Invariant: imports nothing of the rules; sums that a number cannot hold are refused.
 * Decided in docs/decisions/0006.
 */
import type { CertifiedGroup } from './certificate.ts'
import type { PublishedBallot, PublishedElection } from './published-election.ts'
import type { Rule } from './rule.ts'
import { check } from './verify-check.ts'

/** A group of equal ballots that gave a proposal points; what is outvoted has none. */
export type Holder = { readonly group: number; readonly points: bigint; readonly ballots: bigint }

export type KnownProposal = {
  readonly id: string
  readonly cost: number
  readonly theme: string | undefined
  readonly area: string | undefined
  readonly votes: number
  readonly score: number
  /** Its place in the lot order. */
  readonly lot: number
  readonly supporters: readonly Holder[]
}

export type Known = {
  readonly budget: number
  /** Areas that share money of their own, and all that they share; by code units. */
  readonly shares: ReadonlyMap<string, number> | undefined
  /** Ballots by area, the blank ones too; the empty text for all others. */
  readonly voters: ReadonlyMap<string, number>
  /** Equal ballots put together, in the order of the certificate. */
  readonly groups: readonly CertifiedGroup[]
  readonly proposals: ReadonlyMap<string, KnownProposal>
}

/** Puts equal ballots together and adds up. */
export function knownOf({ budget, rule, proposals, lot, ballots }: PublishedElection): Known {
  const shares = sharesOf(rule)
  const places = lotPlaces(proposals, lot)
  const areaOf = ({ area }: PublishedBallot) =>
    area !== undefined && shares?.has(area) ? area : ''
  const groups = groupsOf(ballots, areaOf)
  const voters = new Map<string, number>()
  for (const ballot of ballots) voters.set(areaOf(ballot), (voters.get(areaOf(ballot)) ?? 0) + 1)
  const marks = marksOf(groups)
  const known = proposals.map(({ id, cost, theme, area }) => {
    const given = marks.get(id) ?? []
    marks.delete(id)
    const votes = given.reduce((sum, { ballots }) => sum + ballots, 0)
    const score = given.reduce((sum, { ballots, points }) => sum + ballots * points, 0)
    check(Number.isSafeInteger(score), `the points of ${id} are too many`)
    const supporters = given
      .filter(({ points }) => points > 0 && score > 0)
      .map(({ group, points, ballots }) => ({
        ...{ group, points: BigInt(points), ballots: BigInt(ballots) },
      }))
    return [
      id,
      { ...{ id, cost, theme, area, votes, score, supporters }, lot: places.get(id)! },
    ] as const
  })
  const [stranger] = marks.keys()
  check(stranger === undefined, `there is no proposal ${stranger}`)
  return { budget, shares, voters, groups, proposals: new Map(known) }
}

/** Lowest cost, most votes, lot: whether one comes before the other where they are worth the same. */
export function isBefore(a: KnownProposal, b: KnownProposal): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost
  return a.votes !== b.votes ? a.votes > b.votes : a.lot < b.lot
}

/** The text by which groups are told apart and ordered. */
export function groupKey({ area, choices, points }: Omit<CertifiedGroup, 'ballots'>): string {
  return JSON.stringify([area ?? null, choices, points ?? null])
}

function sharesOf(rule: Rule): ReadonlyMap<string, number> | undefined {
  if (rule.method !== 'equalshares' || rule.shares === undefined) return undefined
  return new Map(Object.entries(rule.shares).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function lotPlaces(
  proposals: PublishedElection['proposals'],
  lot: readonly string[],
): ReadonlyMap<string, number> {
  const ids = proposals.map(({ id }) => id)
  check(new Set(ids).size === ids.length, 'a proposal stands twice')
  const drawn = lot.filter((id) => ids.includes(id))
  const rest = ids.filter((id) => !drawn.includes(id)).toSorted((a, b) => (a < b ? -1 : 1))
  return new Map([...drawn, ...rest].map((id, place) => [id, place]))
}

function groupsOf(
  ballots: readonly PublishedBallot[],
  areaOf: (ballot: PublishedBallot) => string,
): readonly CertifiedGroup[] {
  const groups = new Map<string, CertifiedGroup>()
  for (const ballot of ballots) {
    const marks = ballot.choices
      .map((id, at) => ({ id, points: ballot.points?.[at] ?? 1 }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    if (marks.length === 0) continue
    const choices = marks.map(({ id }) => id)
    check(new Set(choices).size === choices.length, 'a ballot names a proposal twice')
    const points = marks.map((mark) => mark.points)
    const area = areaOf(ballot)
    const group = {
      choices,
      ...(points.some((each) => each !== 1) ? { points } : {}),
      ...(area === '' ? {} : { area }),
    }
    const before = groups.get(groupKey(group))?.ballots ?? 0
    groups.set(groupKey(group), { ballots: before + 1, ...group })
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

type Mark = { readonly group: number; readonly ballots: number; readonly points: number }

/** What each group gave, by proposal. */
function marksOf(groups: readonly CertifiedGroup[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  groups.forEach(({ ballots, choices, points }, group) =>
    choices.forEach((id, at) => {
      const before = marks.get(id) ?? []
      marks.set(id, before)
      before.push({ group, ballots, points: points?.[at] ?? 1 })
    }),
  )
  return marks
}
