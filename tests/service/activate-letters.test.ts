import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { MarkKind } from '../../src/domain/mark.ts'
import { makeTokenBatch } from '../../src/domain/token-batch.ts'
import { activateLetters } from '../../src/service/activate-letters.ts'
import { openRound } from '../../src/service/open-round.ts'
import { registerMarks } from '../../src/service/register-marks.ts'
import { showCodes } from '../../src/service/show-codes.ts'
import { aRound } from '../support/builders.ts'
import { testPorts, type TestPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const AREAS = [
  { id: 'north', name: 'North', budget: 50_000, eligible: 40 },
  { id: 'south', name: 'South', budget: 25_000 },
]

async function portsOf(fields: Readonly<Record<string, unknown>> = {}): Promise<TestPorts> {
  const ports = await testPorts({ round: aRound(fields) })
  opened.push(ports)
  return ports
}

/** A batch that is staged and not ready. */
async function stage(ports: TestPorts, pool: string, kind: MarkKind, count: number) {
  const { batch, marks } = makeTokenBatch('spring', count, (n) => Uint8Array.from(randomBytes(n)))
  const staged = await registerMarks(ports, { roundId: 'spring', pool, kind, batch, marks })
  if (!staged.ok) throw new Error(staged.error.code)
  return { pool, kind, batch, count }
}

describe('activateLetters', () => {
  test('makes every batch of an order ready, and says the same when asked again', async () => {
    const ports = await portsOf({ budget: undefined, areas: AREAS })
    const batches = [
      await stage(ports, 'north', 'live', 4),
      await stage(ports, 'north', 'reserve', 2),
      await stage(ports, 'south', 'live', 3),
    ]
    expect(await showCodes(ports, 'spring')).toMatchObject({ value: { pools: [{ live: 0 }, {}] } })
    for (const time of ['first', 'again'])
      expect(await activateLetters(ports, { roundId: 'spring', batches }), time).toEqual({
        ok: true,
        value: 9,
      })
    expect(await showCodes(ports, 'spring')).toEqual({
      ok: true,
      value: {
        state: 'draft',
        reissued: 0,
        pools: [
          { pool: 'north', live: 4, reserve: 2, eligible: 40 },
          { pool: 'south', live: 3, reserve: 0 },
        ],
      },
    })
  })

  test('makes nothing ready of a batch that is not whole', async () => {
    const ports = await portsOf()
    const batch = await stage(ports, 'all', 'live', 4)
    const refused = { ok: false, error: { code: 'codes-frozen', details: {} } }
    const batches = [{ ...batch, count: 5 }]
    expect(await activateLetters(ports, { roundId: 'spring', batches })).toEqual(refused)
    expect((await ports.box.counts(aRound().id)).issued.size).toBe(0)
  })

  test('is refused once voting is open, and nothing of it can vote', async () => {
    const ports = await portsOf()
    const first = await stage(ports, 'all', 'live', 2)
    const late = await stage(ports, 'all', 'live', 2)
    await activateLetters(ports, { roundId: 'spring', batches: [first] })
    expect(await openRound(ports, 'spring')).toMatchObject({ ok: true })
    expect(await activateLetters(ports, { roundId: 'spring', batches: [late] })).toMatchObject({
      error: { code: 'codes-frozen' },
    })
    expect(await showCodes(ports, 'spring')).toMatchObject({
      value: { state: 'open', pools: [{ live: 2 }] },
    })
  })

  test('is refused for a round and an area that are not there', async () => {
    const ports = await portsOf()
    const batch = await stage(ports, 'all', 'live', 2)
    const batches = [{ ...batch, pool: 'north' }]
    expect(await activateLetters(ports, { roundId: 'autumn', batches })).toMatchObject({
      error: { code: 'round-unknown' },
    })
    expect(await activateLetters(ports, { roundId: 'spring', batches })).toMatchObject({
      error: { code: 'area-unknown', details: { areas: 'all' } },
    })
  })
})

describe('showCodes', () => {
  test('is refused where there is no round, or no vote in it', async () => {
    const ports = await portsOf({ ballot: undefined })
    expect(await showCodes(ports, 'spring')).toMatchObject({
      error: { code: 'round-without-vote' },
    })
    expect(await showCodes(ports, 'autumn')).toMatchObject({ error: { code: 'round-unknown' } })
  })
})
