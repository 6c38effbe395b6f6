import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contest } from '../../../src/domain/contest.ts'
import { utf8 } from '../../../src/domain/encoding.ts'
import { printMoney, asMoney } from '../../../src/domain/money.ts'
import { parsePabulib, printPabulib, type Pabulib } from '../../../src/domain/pabulib.ts'
import { readContest } from '../../../src/domain/pabulib-contest.ts'
import { idOf, score, votes, type Small } from '../../support/reference/election.ts'
import { anElection, CASES, contestOfSmall, LONG } from '../../support/small-elections.ts'

const text = (letters: readonly string[], most: number) =>
  fc.string({ unit: fc.constantFrom(...letters), maxLength: most })

/** A cell: with separators, quotes, line breaks, and whatever else stands in real files. */
const cell = text(['a', ';', '"', '\n', '\r\n', ',', 'é', '7', ' ', 'META', '𝄞'], 8).map((each) =>
  each.trim(),
)
/** An id without the comma that parts a list. */
const id = text(['a', 'B', '0', '9', '/', '.', '-', ' ', 'ø'], 6).map((each) => `i${each.trim()}`)

const aFile: fc.Arbitrary<Pabulib> = fc
  .record({
    ids: fc.uniqueArray(id, { maxLength: 5 }),
    names: fc.array(cell, { minLength: 5, maxLength: 5 }),
    ballots: fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 5 }),
  })
  .map(({ ids, names, ballots }) => ({
    meta: { budget: '10', note: names[0] ?? '', num_votes: String(ballots.length) },
    projects: ids.map((each, at) => ({ project_id: each, cost: '1', name: names[at] ?? '' })),
    votes: ballots.map((ballot, at) => ({
      voter_id: String(at + 1),
      vote: ballot.flatMap((place) => ids[place] ?? []).join(','),
    })),
  }))

/** The election as a .pb file, with points where its ballots give any. */
function printed({ budget, costs, ballots }: Small): string {
  const crosses = ballots.flat().every((points) => points === undefined || points === 1)
  const named = ballots.map((ballot) =>
    ballot.flatMap((points, at) => (points === undefined ? [] : [{ id: idOf(at), points }])),
  )
  return printPabulib({
    meta: {
      budget: printMoney(asMoney(budget)),
      vote_type: crosses ? 'approval' : 'scoring',
      num_projects: String(costs.length),
      num_votes: String(ballots.length),
    },
    projects: costs.map((cost, at) => ({ project_id: idOf(at), cost: printMoney(asMoney(cost)) })),
    votes: named.map((marks, voter) => ({
      voter_id: String(voter),
      vote: marks.map((mark) => mark.id).join(','),
      ...(crosses ? {} : { points: marks.map(({ points }) => points).join(',') }),
    })),
  })
}

/** Points as numbers, however few bytes they take. */
const listed = (contest: Contest) => ({
  ...contest,
  ballots: { ...contest.ballots, points: [...contest.ballots.points] },
})

describe('.pb files', () => {
  test(
    'say the same when they are printed and read again',
    () => {
      fc.assert(
        fc.property(aFile, fc.boolean(), fc.boolean(), (file, mark, returns) => {
          const lines = printPabulib(file)
          // Only where no cell has a line break of its own, which the change would reach too.
          const plain = !file.projects.some(({ name = '' }) => /[\r\n]/.test(name))
          const ends = returns && plain && !/[\r\n]/.test(file.meta['note'] ?? '')
          const written = `${mark ? '\uFEFF' : ''}${ends ? lines.replaceAll('\n', '\r\n') : lines}`
          expect(parsePabulib(written)).toEqual(file)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'hold the election that they were made of',
    () => {
      fc.assert(
        fc.property(anElection, (small) => {
          const { contest, ids } = readContest(utf8(printed(small)))
          const byId = contestOfSmall({ ...small, lot: small.costs.map((_, at) => at) })
          expect(ids).toEqual(small.costs.map((_, at) => idOf(at)))
          expect(listed(contest)).toEqual(listed(byId))
          expect([...contest.votes]).toEqual(small.costs.map((_, at) => votes(small, at)))
          expect([...contest.score]).toEqual(small.costs.map((_, at) => score(small, at)))
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})
