import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyElection } from '../../src/commands/verify.ts'
import { allocate } from '../../src/domain/allocate.ts'
import type { Allocation } from '../../src/domain/allocation.ts'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { printRows } from '../../src/domain/csv.ts'
import { digestOf } from '../../src/domain/digest.ts'
import { fromHex, toHex } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { sealSnapshot } from '../../src/domain/snapshot.ts'
import { CASES, doorsOf, LONG, type Doors } from '../support/small-elections.ts'
import { aCase, METHODS, type Case } from '../support/small-rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'verify-count-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'results/1'), { recursive: true })

const SALT = 'ab'.repeat(16)

/** Zero points are not written on a ballot, and a ballot does not say where its voter lives. */
function asCast({ small, rule }: Case): Doors {
  const ballots = small.ballots.map((each) => each.map((points) => points || undefined))
  const { homes: _, ...rest } = small
  return doorsOf({ ...rest, ballots }, rule)
}

/** Writes the files of a result from which it is counted again. */
function write({ paper, cast, facts }: Doors, allocation: Allocation): void {
  const places = new Map(facts.places?.map((place) => [place.id, place]))
  const frozen = canonicalJson({
    ...{ round: paper.round, rule: facts.rule, lot: facts.lot, floor: 0 },
    ballot: { type: 'score', minLength: 1, blank: true, minPoints: -2, maxPoints: 4 },
    pools: [{ pool: 'all', budget: paper.budget }],
    proposals: paper.proposals.map((each) => ({ ...each, ...places.get(each.id) })),
  })
  const rows = cast.map(({ choices, points = [] }) => {
    const marks = choices.map((proposal, at) => ({ proposal, points: points[at] ?? 1 }))
    const B = canonicalJson(marks.toSorted((a, b) => (a.proposal < b.proposal ? -1 : 1)))
    return [toHex(hash('ballot', paper.round, 'all', fromHex(SALT), B)), SALT, 'all', B]
  })
  const blank = cast.filter(({ choices }) => choices.length === 0).length
  const snapshot = sealSnapshot({
    ...{ schemaVersion: 1, round: paper.round, snapshot: 1, status: 'final' },
    ...{ asOf: '2027-05-16T18:00:00Z', supersedes: null },
    ...{ ballotDigest: digestOf(frozen), rule: facts.rule },
    pools: [
      {
        ...{ pool: 'all', budget: paper.budget, eligible: null, allocation },
        ballots: { recorded: cast.length, blank },
      },
    ],
  })
  const save = (name: string, text: string) => writeFileSync(join(folder, name), text)
  save('result.md', 'snapshot: 1\n')
  save('results/1/paper.json', `${frozen}\n`)
  save('results/1/result.json', JSON.stringify(snapshot))
  save('results/1/ballots.csv', printRows([['commitment', 'salt', 'pool', 'choices'], ...rows]))
}

function counted() {
  const { findings } = verifyElection({ folder, board: join(folder, 'results') })
  return findings.find(({ check }) => check === 'result all')
}

describe('every rule with every option', () => {
  test.each(METHODS)(
    '%s is counted by the verifier as by the program, and a changed outcome is not',
    (method) => {
      fc.assert(
        fc.property(aCase(method), (small) => {
          const doors = asCast(small)
          const allocation = allocate(doors.paper, doors.cast, doors.facts)
          write(doors, allocation)
          expect(counted()).toMatchObject({ state: 'holds' })
          const { selected, lines } = allocation
          const other = lines.find(({ proposal }) => !selected.includes(proposal))?.proposal
          const changed = selected.length > 0 ? selected.slice(1) : other && [other]
          if (changed === undefined) return
          write(doors, { ...allocation, selected: changed })
          expect(counted()).toMatchObject({ state: 'fails' })
        }),
        { numRuns: CASES / 10 },
      )
    },
    LONG,
  )
})
