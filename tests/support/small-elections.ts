/**
 * Small random elections, and how they come to the doors of the counting.
 *
 * Pure. Invariant: ties, poor voters, amounts that do not divide, and ballots against something are
 * common in them; tests/domain/rules/reach.test.ts counts that they are.
 */
import fc from 'fast-check'
import * as v from 'valibot'
import type { AllocateFacts } from '../../src/domain/allocate.ts'
import type { BallotPaper } from '../../src/domain/ballot.ts'
import { BallotFormSchema } from '../../src/domain/ballot-form.ts'
import { makeContest, type Contest } from '../../src/domain/contest.ts'
import {
  AreaIdSchema,
  ProposalIdSchema,
  RoundIdSchema,
  ThemeIdSchema,
  WHOLE,
} from '../../src/domain/id.ts'
import { asMoney } from '../../src/domain/money.ts'
import type { CountedBallot } from '../../src/domain/counted-ballot.ts'
import type { Rule } from '../../src/domain/rule.ts'
import { IS_HEAVY } from './heavy.ts'
import { idOf, type Small } from './reference/election.ts'

/** How many cases a property is tried on: 1,000, or 100,000 in the heavy run. */
export const CASES = IS_HEAVY ? 100_000 : 1_000

/** The longest that a property may take in the heavy run. */
export const LONG = 3_600_000

export const MOST_PROPOSALS = 6
const MOST_VOTERS = 9
export const THEMES = ['green', 'sport'] as const
export const AREAS = ['north', 'south'] as const

/** Mostly long lists, which hold the interesting elections; also short and empty ones. */
function listOf<T>(each: fc.Arbitrary<T>, least: number, most: number): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.array(each, { minLength: least, maxLength: most }) },
    { weight: 3, arbitrary: fc.array(each, { minLength: most - 3, maxLength: most }) },
  )
}

function electionOf(mark: fc.Arbitrary<number>): fc.Arbitrary<Small> {
  const places = <T>(names: readonly T[]) =>
    fc.array(fc.constantFrom(undefined, ...names), {
      minLength: MOST_VOTERS,
      maxLength: MOST_VOTERS,
    })
  // Few different costs, so that ties are common; or any.
  const few = listOf(fc.constantFrom<number>(0, 6, 6, 12, 18), 1, MOST_PROPOSALS)
  const any = listOf(fc.integer({ min: 0, max: 30 }), 1, MOST_PROPOSALS)
  // One in `freq` is left out: with freq 1 every ballot would be blank.
  const marks = fc.array(fc.option(mark, { nil: undefined, freq: 2 }), {
    minLength: MOST_PROPOSALS,
    maxLength: MOST_PROPOSALS,
  })
  return fc
    .record({
      budget: fc.integer({ min: 0, max: 40 }),
      costs: fc.oneof(few, any),
      ballots: listOf(
        fc.oneof({ weight: 7, arbitrary: marks }, { weight: 1, arbitrary: fc.constant([]) }),
        0,
        MOST_VOTERS,
      ),
      lot: fc.shuffledSubarray([...Array(MOST_PROPOSALS).keys()], { minLength: MOST_PROPOSALS }),
      unit: fc.constantFrom(100, 33, 700),
      themes: places(THEMES),
      areas: places(AREAS),
      homes: places(AREAS),
    })
    .map(({ budget, costs, ballots, lot, unit, themes, areas, homes }) => ({
      budget: budget * unit,
      costs: costs.map((each) => each * unit),
      ballots: ballots.map((ballot) => costs.map((_, at) => ballot[at])),
      lot: costs.map((_, at) => lot[at] ?? at),
      themes: costs.map((_, at) => themes[at]),
      areas: costs.map((_, at) => areas[at]),
      homes: ballots.map((_, at) => homes[at]),
    }))
}

export const anApproval: fc.Arbitrary<Small> = electionOf(fc.constant(1))
export const aScored: fc.Arbitrary<Small> = electionOf(fc.integer({ min: -2, max: 4 }))
export const anElection = fc.oneof(anApproval, aScored)

/** A contest of the election without its parts and places. */
export function contestOfSmall({ budget, costs, ballots, lot }: Small): Contest {
  const start = [0]
  const proposal: number[] = []
  const points: number[] = []
  for (const ballot of ballots) {
    ballot.forEach((given, at) => {
      if (given === undefined) return
      proposal.push(at)
      points.push(given)
    })
    start.push(proposal.length)
  }
  return makeContest({
    budget,
    cost: Float64Array.from(costs),
    lot: Int32Array.from(lot),
    rows: {
      start: Int32Array.from(start),
      proposal: Int32Array.from(proposal),
      points: Float64Array.from(points),
    },
  })
}

/** What the doors of the domain take: a paper, ballots, and the facts of a count. */
export type Doors = {
  readonly paper: BallotPaper
  readonly cast: readonly CountedBallot[]
  readonly facts: AllocateFacts
}

const proposalId = remembered((id: string) => v.parse(ProposalIdSchema, id))
const areaId = remembered((id: string) => v.parse(AreaIdSchema, id))
const themeId = remembered((id: string) => v.parse(ThemeIdSchema, id))
const round = v.parse(RoundIdSchema, 'spring')
const form = v.parse(BallotFormSchema, { type: 'approval' })

/** The election with its rule as the doors take it; `name` gives each proposal its id. */
export function doorsOf(small: Small, rule: Rule, name = idOf): Doors {
  const ids = small.costs.map((_, at) => proposalId(name(at)))
  const drawn = ids
    .map((id, at) => ({ id, place: small.lot[at] ?? at }))
    .toSorted((a, b) => a.place - b.place)
  const places = ids.map((id, at) => ({
    id,
    theme: given(small.themes?.[at], themeId),
    area: given(small.areas?.[at], areaId),
  }))
  return {
    paper: {
      ...{ round, form },
      pool: WHOLE,
      budget: asMoney(small.budget),
      proposals: ids.map((id, at) => ({ id, title: id, cost: asMoney(small.costs[at] ?? 0) })),
    },
    cast: small.ballots.map((ballot, voter) => ballotOf(ids, ballot, small.homes?.[voter])),
    facts: { rule, lot: drawn.map(({ id }) => id), places },
  }
}

function ballotOf(
  ids: Doors['facts']['lot'],
  ballot: Small['ballots'][number],
  home: string | undefined,
): CountedBallot {
  const named = ids.flatMap((id, at) => {
    const points = ballot[at]
    return points === undefined ? [] : [{ id, points }]
  })
  const area = given(home, areaId)
  return {
    choices: named.map(({ id }) => id),
    points: named.map(({ points }) => points),
    ...(area === undefined ? {} : { area }),
  }
}

function given<T>(id: string | undefined, parse: (id: string) => T): T | undefined {
  return id === undefined ? undefined : parse(id)
}

/** Parses each text once. */
function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = parse(text)
    known.set(text, made)
    return made
  }
}
