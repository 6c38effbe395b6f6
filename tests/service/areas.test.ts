import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { parsePabulib } from '../../src/domain/pabulib.ts'
import { recountSnapshot } from '../../src/domain/recount.ts'
import { SnapshotSchema } from '../../src/domain/snapshot.ts'
import type { Token } from '../../src/domain/token.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'
import { AFTER, testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** The north decides on 20,000 kr., the south on 15,000 kr.; every proposal costs 10,000 kr. */
const round = aRound({
  budget: undefined,
  areas: [
    { id: 'north', name: 'North', budget: 20_000 },
    { id: 'south', name: 'South', budget: 15_000 },
  ],
  publication: { floor: 5 },
})
const proposals = [
  aProposal('n-bench', { area: 'north' }),
  aProposal('n-park', { area: 'north' }),
  aProposal('n-pool', { area: 'north' }),
  aProposal('s-path', { area: 'south' }),
  aProposal('s-swing', { area: 'south' }),
]

async function letters(ports: Ports, pool: string, count: number): Promise<readonly Token[]> {
  const request = { round: 'spring', pool, kind: 'live', count, keep: async () => {} } as const
  const made = await makeLetters(ports, request)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.map(({ token }) => token)
}

/** An open round with six codes for the north and two for the south. */
async function voting() {
  const ports = await testPorts({ round, proposals })
  opened.push(ports)
  const codes = { north: await letters(ports, 'north', 6), south: await letters(ports, 'south', 2) }
  expect(await openRound(ports, 'spring')).toMatchObject({
    value: {
      issued: [
        { pool: 'north', live: 6 },
        { pool: 'south', live: 2 },
      ],
    },
  })
  return { ports, codes }
}

async function cast(ports: Ports, area: string | undefined, token: Token, ...choices: string[]) {
  return castBallot(ports, {
    roundId: 'spring',
    token,
    area,
    nonce: Uint8Array.from(randomBytes(16)),
    choices: ids(...choices),
    ballotDigest: (await ports.content.round('spring'))?.digest ?? '',
    channel: 'online',
  })
}

async function read(ports: Ports, file: string): Promise<string | undefined> {
  const head = (await ports.publisher.head('content')) ?? ''
  return ports.publisher.read(head, `rounds/spring/results/1/${file}`)
}

describe('a round with money of its own for each area', () => {
  test('makes codes for its areas only', async () => {
    const { ports } = await voting()
    const asked = { round: 'spring', kind: 'live', count: 1, keep: async () => {} } as const
    for (const pool of ['all', 'moon'])
      expect(await makeLetters(ports, { ...asked, pool })).toMatchObject({
        error: { code: 'area-unknown', details: { areas: 'north, south' } },
      })
  })

  test('takes a code in its own area only, and uses it up nowhere else', async () => {
    const { ports, codes } = await voting()
    const [token] = codes.south
    const other = { error: { code: 'token-other-area' } }
    expect(await cast(ports, 'north', token!, 'n-park')).toMatchObject(other)
    expect(await cast(ports, undefined, token!, 's-path')).toMatchObject({
      error: { code: 'area-missing' },
    })
    expect(await cast(ports, 'south', token!, 'n-park')).toMatchObject({
      error: { code: 'proposal-not-on-ballot' },
    })
    expect(await cast(ports, 'south', token!, 's-path')).toMatchObject({ ok: true })
    expect(await cast(ports, 'north', token!, 'n-park')).toMatchObject({ ok: false })
  })

  test('counts and publishes each area on its own, ballots only of the one over the floor', async () => {
    const { ports, codes } = await voting()
    for (const [index, token] of codes.north.entries())
      await cast(ports, 'north', token, 'n-park', ...(index < 4 ? ['n-pool'] : []))
    for (const token of codes.south) await cast(ports, 'south', token, 's-swing')
    ports.setNow(AFTER)
    await advanceRounds(ports)
    expect(await publishResult(ports, 'spring', 'final')).toMatchObject({
      ok: true,
      value: { fresh: true },
    })
    const text = await read(ports, 'result.json')
    const snapshot = v.parse(v.pipe(v.string(), v.parseJson(), SnapshotSchema), text)
    expect(
      snapshot.pools.map(({ pool, budget, ballots, allocation }) => [
        pool,
        budget,
        ballots.recorded,
        allocation.selected,
      ]),
    ).toEqual([
      ['north', 2_000_000, 6, ['n-park', 'n-pool']],
      ['south', 1_500_000, 2, ['s-swing']],
    ])
    const pb = await read(ports, 'ballots-north.pb')
    expect(pb).toMatch(/subunit;North\n[\s\S]*num_votes;6\n/)
    expect(pb).not.toContain('s-swing')
    expect(await read(ports, 'ballots-south.pb')).toBeUndefined()
    expect(await read(ports, 'ballots.pb')).toBeUndefined()
    const certificate = await read(ports, 'certificate-north.json')
    expect(certificate).toContain('n-park')
    expect(certificate).not.toContain('s-swing')
    expect(await read(ports, 'certificate-south.json')).toBeUndefined()
    const ballots = await read(ports, 'ballots.csv')
    expect(ballots?.match(/;north;/g)).toHaveLength(6)
    expect(ballots).not.toContain('south')
    const texts = {
      snapshot,
      paper: (await read(ports, 'paper.json')) ?? '',
      ballots,
      receipts: await read(ports, 'receipts.csv'),
      sheet: await read(ports, 'results.csv'),
      pabulib: new Map([['north', parsePabulib(pb ?? '')]]),
      certificates: new Map([['north', certificate ?? '']]),
    }
    const recounts = recountSnapshot(texts)
    expect(recounts.map(({ from, differences }) => [from, differences])).toEqual([
      ['ballots', []],
      ['sums', []],
    ])
    // A clock that is asked twice for each count, and never for reading and checking.
    let time = 0
    const timed = recountSnapshot(texts, {}, { now: () => (time += 7) })
    expect(timed.map(({ milliseconds }) => milliseconds)).toEqual([7, 7])
    expect(time).toBe(28)
    // Shares cannot be counted from sums, and what was published is not taken for such a count.
    const [, south] = recountSnapshot(texts, { rule: { method: 'phragmen' } })
    expect(south).toMatchObject({ from: 'sums', allocation: undefined, differences: [] })
  })
})
