/**
 * The linker: a program that tries to join people to ballots from what can be read.
 *
 * Pure. Invariant: it is told who voted and which ballots there are, never who cast which; a judge counts how
 * often each of its guesses is right. What it finds is beyond chance by the bound of linker-chance.ts, which
 * is charged for every way that was tried.
 */
import { FALSE_ALARM, logChance, logLimit } from './linker-chance.ts'
import { derivedFrom } from './linker-derived.ts'
import { lookAt, type Side } from './linker-features.ts'
import {
  piecesOf,
  sharedPairs,
  valuesOf,
  wordsBeside,
  type Pairs,
  type Traits,
} from './linker-pairs.ts'
import { byFeatures, byShared, type Box, type Guess } from './linker-relations.ts'
import type { Party, Sight } from './linker-sights.ts'

/** What is given to the linker of one box, and what only the judge looks at. */
export type Reading = {
  readonly round: string
  readonly people: readonly Party[]
  readonly ballots: readonly Party[]
  readonly sights: readonly Sight[]
  /** The ballot of each person. */
  readonly truth: readonly number[]
}

export type Verdict = {
  /** The ways of guessing that chance does not explain, the surest first. */
  readonly leaks: readonly (Guess & { readonly logChance: number })[]
  /** The surest guess, whether or not it is beyond chance. */
  readonly best: Guess & { readonly logChance: number }
  readonly tried: number
  readonly people: number
}

/**
 * Tries everything on readings that are boxes of one kind. `charged`: as many ways as the search is charged for
 * at least, where only a part of what can be read is searched again.
 */
export function link(readings: readonly Reading[], charged = 0): Verdict {
  const boxes = readings.map(look)
  const searches = [byFeatures(boxes), byShared(boxes)]
  const own = searches.reduce((sum, search) => sum + search.tried, 0)
  const tried = Math.max(own, charged)
  const judged = searches
    .flatMap(({ guesses }) => guesses)
    .map((guess) => ({ ...guess, logChance: logChance(guess.hits, guess.mean) }))
    .toSorted((a, b) => a.logChance - b.logChance)
  const limit = logLimit(tried)
  return {
    leaks: judged.filter((guess) => guess.logChance < limit),
    best: judged[0] ?? { how: 'nothing to guess from', hits: 0, mean: 0, logChance: 0 },
    tried,
    people: readings.reduce((sum, { truth }) => sum + truth.length, 0),
  }
}

function look(reading: Reading): Box {
  const people = lookAt(reading.people, reading.sights)
  const ballots = lookAt(reading.ballots, reading.sights)
  return { people, ballots, truth: reading.truth, shared: sharedIn(reading, people, ballots) }
}

function sharedIn({ round, sights }: Reading, people: Side, ballots: Side): Map<string, Pairs> {
  const shared = new Map<string, Pairs>()
  const beside = (side: Side) =>
    sights
      .filter(({ name, raw }) => !raw && side.seen.get(name)?.some(({ length }) => length > 0))
      .map((sight) => [sight.name, wordsBeside(sight, side.seen.get(sight.name) ?? [])] as const)
  const ofBallots = beside(ballots)
  for (const [one, words] of beside(people))
    for (const [other, others] of ofBallots)
      shared.set(`words of ${one} in ${other}`, sharedPairs(words, others))
  const [one, other] = [people.parties, ballots.parties].map((side) => piecesOfSide(round, side))
  if (one === undefined || other === undefined) return shared
  shared.set('bytes in common', sharedPairs(one.own, other.own))
  shared.set('a ballot made of a person', sharedPairs(one.made, other.own))
  shared.set('a person made of a ballot', sharedPairs(one.own, other.made))
  return shared
}

type Pieces = { readonly own: Traits; readonly made: Traits }

const known = new WeakMap<readonly Party[], Pieces>()

/** Pieces of the values of one side, and of what can be computed from them; computed once. */
function piecesOfSide(round: string, parties: readonly Party[]): Pieces {
  const pieces = known.get(parties) ?? {
    own: parties.map((party) => piecesOf(valuesOf(party))),
    made: parties.map((party) => piecesOf(derivedFrom(round, party))),
  }
  known.set(parties, pieces)
  return pieces
}

/** One line for people. */
export function inWords({ best, tried, people, leaks }: Verdict): string {
  const bits = (-best.logChance / Math.LN2).toFixed(0)
  const most = `best of ${tried} ways joins ${best.hits} of ${people}, chance ${best.mean.toFixed(1)}`
  const verdict = leaks.length > 0 ? `LEAK (${best.how}; 1 in 2^${bits})` : 'no better than chance'
  return `${most}: ${verdict}; false alarm below ${FALSE_ALARM}`
}
