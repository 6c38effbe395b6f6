/**
 * The proof that ballots below the publication floor cannot be rebuilt from published files, and what sums
 * tell of very small boxes all the same.
 *
 * Talks to temporary folders. Invariant: the same program rebuilds every ballot from the same election where
 * a file is published that should not be. The long form (TEST_HEAVY=1) has the floor of 250 as well, and
 * counts every set of ballots that fits to the sums of 49.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { poolsOf } from '../../src/domain/round.ts'
import { correctResult } from '../../src/service/correct-result.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { between, rebuild, type Files, type Sums } from './floor-attack.ts'
import {
  boxOf,
  CROSSES,
  filesOf,
  POINTS,
  publishKind,
  publishPlan,
  type Published,
} from './floor-elections.ts'
import { setsThatFit, toldApart, type Profile } from './floor-sums.ts'

const opened: Published[] = []
afterEach(() => opened.splice(0).forEach(({ close }) => close()))

async function keep(published: Promise<Published>): Promise<Published> {
  const kept = await published
  opened.push(kept)
  return kept
}

describe.each(IS_HEAVY ? [CROSSES, POINTS] : [CROSSES])(
  'one ballot below the floor of $floor ($name)',
  { timeout: 600_000 },
  (kind) => {
    const { box, guesses } = boxOf(kind)

    test('nothing is rebuilt, and every ballot is where the floor is one lower', async () => {
      const [below, lowered] = [
        (await keep(publishKind(kind))).files,
        (await keep(publishKind(kind, kind.ballots.length))).files,
      ]
      expect(rebuild(below, box, guesses)).toEqual([])
      const folder = 'results/1'
      expect(rebuild(lowered, box, guesses)).toEqual(
        expect.arrayContaining([
          { how: 'a row for each ballot', file: `${folder}/ballots.csv`, ballots: box.ballots },
          expect.objectContaining({ how: 'a row for each ballot', file: `${folder}/ballots.pb` }),
          { how: 'a guess is confirmed', file: `${folder}/ballots.csv`, ballots: box.ballots },
        ]),
      )
      for (const [plant, how] of plantsFrom(lowered))
        expect(
          rebuild(new Map([...below, ...plant]), box, guesses).map((each) => each.how),
        ).toContain(how)
    })
  },
)

/** Files that must not lie beside a result below the floor, one by one. */
function plantsFrom(lowered: Files): readonly (readonly [Files, string])[] {
  const file = (name: string) => lowered.get(`results/1/${name}`) ?? ''
  const withoutChoices = file('ballots.csv')
    .split('\n')
    .map((row) => row.split(';').slice(0, 3).join(';'))
  return [
    [
      new Map([['results/1/certificate.json', file('certificate.json')]]),
      'groups of equal ballots',
    ],
    [new Map([['results/1/salts.csv', withoutChoices.join('\n')]]), 'a guess is confirmed'],
  ]
}

describe('results of one box, one after the other', () => {
  test('provisional, final and corrected sums differ in nothing, and a ballot left out of one is found', async () => {
    const { ports } = await keep(
      publishPlan({
        fields: { publication: { result: 'provisional' } },
        boxes: [
          { pool: 'all', live: 10, ballots: Array.from({ length: 9 }, () => ['bench', 'park']) },
        ],
      }),
    )
    expect((await publishResult(ports, 'spring', 'final')).ok).toBe(true)
    expect((await correctResult(ports, 'spring', 'Counted again.')).ok).toBe(true)
    const files = await filesOf(ports)
    const sums = [1, 2, 3].map((n) => sumsOf(files.get(`results/${n}/results.csv`) ?? ''))
    expect(sums.map(({ size }) => size)).toEqual([3, 3, 3])
    expect(between(sums)).toEqual([])
    const without = new Map([...sums[2]!].map(([id, votes]) => [id, votes - Math.min(1, votes)]))
    expect(between([...sums, without])).toEqual([['bench', 'park']])
  })
})

describe('a small area beside a large one', () => {
  test('shows nothing of its ballots though the other shows all of its own', async () => {
    const areas = [
      { id: 'north', name: 'North', budget: 40_000 },
      { id: 'south', name: 'South', budget: 35_000 },
    ]
    const proposals = ['bench', 'park', 'pool'].flatMap((id) =>
      areas.map((area) => aProposal(`${id}-${area.id}`, { area: area.id })),
    )
    const cast = (count: number, area: string) =>
      Array.from({ length: count }, (_, at) =>
        ['bench', 'park', 'pool'].filter((_id, n) => (at + n) % 3 > 0).map((id) => `${id}-${area}`),
      )
    const { files } = await keep(
      publishPlan({
        fields: { areas, publication: { floor: 9 } },
        proposals,
        boxes: [
          { pool: 'north', live: 12, ballots: cast(12, 'north') },
          { pool: 'south', live: 9, ballots: cast(8, 'south') },
        ],
      }),
    )
    const boxOfArea = (pool: string, ballots: number, other: string) => ({
      ...{ round: 'spring', pool, ballots, blank: 0, others: [other] },
      proposals: ['bench', 'park', 'pool'].map((id) => `${id}-${pool}`),
    })
    const guesses = (area: string) =>
      cast(3, area).map((ballot) => JSON.stringify(ballot.toSorted()))
    expect(rebuild(files, boxOfArea('south', 8, 'north'), guesses('south'))).toEqual([])
    expect(
      rebuild(files, boxOfArea('north', 12, 'south'), guesses('north')).length,
    ).toBeGreaterThan(1)
  })
})

function sumsOf(sheet: string): Sums {
  const [heads = [], ...rows] = sheet
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'))
  const [id, votes] = ['proposal', 'votes'].map((name) => heads.indexOf(name)) as [number, number]
  return new Map(rows.map((row) => [row[id] ?? '', Number(row[votes])]))
}

const RULES = [
  ['greedy', { method: 'greedy' }],
  ['equal shares', { method: 'equalshares' }],
  ['equal shares, raised', { method: 'equalshares', completion: 'add1u' }],
  ['equal shares, compared', { method: 'equalshares', comparison: 'satisfaction' }],
  ['phragmen', { method: 'phragmen' }],
] as const
/** Raising shares is slow on hundreds of boxes. */
const SMALL_RULES = RULES.filter(([name]) => IS_HEAVY || name !== 'equal shares, raised')

function counted(rule: object, floor: number) {
  const round = aRound({ rule, budget: 25_000, publication: { floor } })
  const proposals = [
    aProposal('bench'),
    aProposal('park', { cost: 8_000 }),
    aProposal('pool', { cost: 12_000 }),
  ]
  const [pool] = poolsOf(round)
  const count = { round, proposals, pool: pool! }
  return { count, paper: ballotPaper(round, proposals, pool!) }
}

describe.each(RULES)('the whole result by %s', { timeout: 600_000 }, (_name, rule) => {
  const size = IS_HEAVY ? 49 : 14
  const profile: Profile = Array.from({ length: size }, (_, at) =>
    ['bench', 'park', 'pool'].filter((_id, n) => (at * (n + 2) + n) % 5 < 3),
  )

  test('fits to many sets of ballots below the floor', () => {
    const { count, paper } = counted(rule, size + 1)
    const fits = setsThatFit(count, profile, paper)
    console.log(`${JSON.stringify(rule)}: ${size} ballots, ${JSON.stringify(fits)}`)
    expect(fits.byResult).toBeGreaterThan(fits.bySums / 10)
  })
})

test('what is told of payments above the floor would give the ballots away below it', () => {
  const { count, paper } = counted({ method: 'equalshares', completion: 'add1u' }, 5)
  const profile: Profile = Array.from({ length: 14 }, (_, at) =>
    ['bench', 'park', 'pool'].filter((_id, n) => (at * (n + 2) + n) % 5 < 3),
  )
  const { bySums, byResult } = setsThatFit(count, profile, paper)
  console.log(`with payments: ${JSON.stringify({ bySums, byResult })}`)
  expect(byResult).toBeLessThan(bySums / 10)
})

describe('very small boxes', () => {
  test.each(SMALL_RULES)(
    'by %s: sums tell what they tell, the result little more',
    (_name, rule) => {
      const { count, paper } = counted(rule, 5)
      const told = [1, 2, 3, 4].map((size) => toldApart(size, count, paper))
      console.log(`${JSON.stringify(rule)}: ${JSON.stringify(told)}`)
      // The sums of one ballot are that ballot; nobody can publish the one and not the other.
      expect(told[0]).toEqual({ sets: 8, bySums: 8, byResult: 8 })
      expect(told.map(({ bySums }) => bySums)).toEqual([8, 27, 62, 117])
      if (rule.method === 'greedy')
        expect(told.map(({ byResult }) => byResult)).toEqual(told.map(({ bySums }) => bySums))
    },
  )
})
