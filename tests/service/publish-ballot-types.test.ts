import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { Choices } from '../../src/domain/choices.ts'
import type { Pabulib } from '../../src/domain/pabulib.ts'
import { recountSnapshot } from '../../src/domain/recount.ts'
import {
  recountedFiles,
  snapshotTexts,
  type SnapshotTexts,
} from '../../src/domain/snapshot-texts.ts'
import { readSnapshot } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aRound, ids } from '../support/builders.ts'
import { checkPabulib } from '../support/check-pabulib.ts'
import { AFTER, votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const [bench, park, pool] = ids('bench', 'park', 'pool') as [never, never, never]
const points = (...given: readonly [never, number][]) =>
  given.map(([proposal, each]) => ({ proposal, points: each }))
const stances = (...given: readonly [never, 'for' | 'against'][]) =>
  given.map(([proposal, stance]) => ({ proposal, stance }))

/** Each ballot type with five ballots: votes and points of bench, park and pool that they make. */
const CASES: readonly (readonly [object, readonly Choices[], object])[] = [
  [{ type: 'approval' }, [[park], [park, pool], [bench], [park], []], { park: [3], pool: [1] }],
  [{ type: 'knapsack' }, [[park], [park, pool], [bench], [park], []], { park: [3], pool: [1] }],
  [{ type: 'choose-1' }, [[park], [pool], [bench], [park], []], { park: [2], pool: [1] }],
  [
    { type: 'ranking', maxLength: 2 },
    [[park], [pool, park], [bench, pool], [park], []],
    { park: [3, 5], pool: [2, 3] },
  ],
  [
    { type: 'ranking', maxLength: 2, scoring: 'borda' },
    [[park], [pool, park], [bench, pool], [park], []],
    { park: [3, 8], pool: [2, 5] },
  ],
  [
    { type: 'points', maxSumPoints: 10 },
    [points([park, 7], [pool, 3]), points([pool, 10]), points([bench, 1]), points([park, 2]), []],
    { park: [2, 9], pool: [2, 13] },
  ],
  [
    { type: 'score', minPoints: -3, maxPoints: 3 },
    [points([park, 3], [pool, -3]), points([pool, 2]), points([bench, 1]), points([park, 2]), []],
    { park: [2, 5], pool: [2, -1] },
  ],
  [
    { type: 'for-against' },
    [
      stances([park, 'for'], [pool, 'against']),
      stances([pool, 'for']),
      stances([pool, 'against']),
      stances([park, 'for'], [bench, 'against']),
      [],
    ],
    { park: [2, 2], pool: [3, -1] },
  ],
]

async function publish(ballot: object, ballots: readonly Choices[]): Promise<Ports> {
  const round = aRound({ ballot, publication: { floor: 5 } })
  const ports = await votingPorts(ballots.length, { round })
  opened.push(ports)
  const { digest } = (await ports.content.round('spring')) ?? { digest: '' }
  for (const [index, choices] of ballots.entries())
    expect(
      await castBallot(ports, {
        roundId: 'spring',
        token: ports.letters[index]!.token,
        nonce: Uint8Array.from(randomBytes(16)),
        choices,
        ballotDigest: digest,
        channel: 'online',
      }),
    ).toMatchObject({ ok: true })
  ports.setNow(AFTER)
  await advanceRounds(ports)
  expect(await publishResult(ports, 'spring', 'final')).toMatchObject({
    ok: true,
    value: { fresh: true },
  })
  return ports
}

async function readFiles(ports: Ports) {
  const head = (await ports.publisher.head('content')) ?? ''
  const read = (name: string) => ports.publisher.read(head, `rounds/spring/results/1/${name}`)
  const { snapshot } = readSnapshot((await read('result.json')) ?? '')
  const files = new Map<string, string>()
  for (const name of recountedFiles(snapshot)) {
    const text = await read(name)
    if (text !== undefined) files.set(name, text)
  }
  const texts = snapshotTexts(snapshot, files)
  const pabulib = texts?.pabulib.get('all')
  if (texts === undefined || pabulib === undefined) throw new Error('a file is missing')
  return { texts, pabulib }
}

/** Files that another program would count to something else. */
function tampered(file: Pabulib): readonly Pabulib[] {
  const meta = (field: string, value: string) => ({
    ...file,
    meta: { ...file.meta, [field]: value },
  })
  const project = (column: string, value: string) => {
    const [first, ...rest] = file.projects
    return { ...file, projects: [{ ...first, [column]: value }, ...rest] }
  }
  return [
    ...[meta('max_length', '9'), meta('rule', 'equalshares'), meta('vote_type', 'unknown')],
    ...[meta('budget', '1'), meta('min_points', '-9'), project('selected', '3')],
    ...[project('votes', '99'), project('cost', '1'), project('project_id', 'moon')],
  ]
}

describe('publishResult', () => {
  test.each(CASES)(
    'of %j counts, writes files that every check accepts, and is recounted',
    async (ballot, ballots, sums) => {
      const { texts, pabulib } = await readFiles(await publish(ballot, ballots))
      const lines = texts.snapshot.pools[0]?.allocation.lines ?? []
      for (const [id, expected] of Object.entries(sums)) {
        const { votes, score } = lines.find(({ proposal }) => proposal === id) ?? {}
        expect([votes, ...(score === undefined ? [] : [score])]).toEqual(expected)
      }
      expect(checkPabulib(pabulib)).toEqual([])
      expect(texts.certificates.size).toBe(1)
      const recount = (changed: Partial<SnapshotTexts>) =>
        recountSnapshot({ ...texts, ...changed })[0]
      expect(recount({})).toMatchObject({ from: 'ballots', differences: [] })
      const [first, ...rest] = pabulib.votes
      const other = { ...first, vote: 'bench,pool,park', points: '3,2,1' }
      const turned = { ...pabulib, votes: [other, ...rest] }
      const told = recount({ pabulib: new Map([['all', turned]]) })?.differences
      expect(told).toEqual([{ kind: 'pabulib-ballots', file: 'ballots.pb' }])
      for (const changed of tampered(pabulib))
        expect(recount({ pabulib: new Map([['all', changed]]) })?.differences).toContainEqual({
          kind: 'pabulib-paper',
          file: 'ballots.pb',
        })
    },
  )
})
