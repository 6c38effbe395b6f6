import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { CertificateSchema } from '../../src/domain/certificate.ts'
import { recountSnapshot } from '../../src/domain/recount.ts'
import { SnapshotSchema, type Snapshot } from '../../src/domain/snapshot.ts'
import { recountedFiles, snapshotTexts } from '../../src/domain/snapshot-texts.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { aRound } from '../support/builders.ts'
import { endedRound, publishedFile } from '../support/ended-round.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const BALLOTS = ['pool', 'pool', 'pool', 'park bench', 'park bench']

/** A published round of five ballots, on 60,000 kr.: the pool costs all of it, park and bench 10,000 each. */
async function published(
  fields: Record<string, unknown>,
  ballots: readonly string[] = BALLOTS,
  status: 'provisional' | 'final' = 'final',
) {
  const publication = { floor: 5, ...Object(fields['publication']) }
  const ports = await endedRound(ballots, {
    round: aRound({ budget: 60_000, ...fields, publication }),
  })
  opened.push(ports)
  await advanceRounds(ports)
  expect(await publishResult(ports, 'spring', status)).toMatchObject({ ok: true })
  const text = await publishedFile(ports, 'results/1/result.json')
  return { ports, snapshot: v.parse(v.pipe(v.string(), v.parseJson(), SnapshotSchema), text) }
}

async function recount(ports: Ports, snapshot: Snapshot, changed: readonly string[] = []) {
  const files = new Map<string, string>()
  const read = recountedFiles(snapshot).map(async (name) => {
    const text = await publishedFile(ports, `results/1/${name}`)
    if (text !== undefined) files.set(name, text)
  })
  await Promise.all(read)
  const [name = '', text = ''] = changed
  if (name) files.set(name, text)
  const texts = snapshotTexts(snapshot, files)
  return texts ? recountSnapshot(texts).flatMap(({ differences }) => differences) : undefined
}

describe('a published result', () => {
  test('says what equal shares would have done where the rule is greedy', async () => {
    const { ports, snapshot } = await published({ rule: { method: 'greedy' } })
    expect(snapshot.pools[0]).toMatchObject({
      allocation: { selected: ['pool'] },
      sideBySide: {
        rule: { method: 'equalshares', completion: 'add1u' },
        ...{ selected: ['bench', 'park'], onlyHere: ['pool'], onlyThere: ['bench', 'park'] },
        ...{ served: { here: 3, there: 2 }, prefer: { here: 3, there: 2 } },
      },
    })
    expect(await recount(ports, snapshot)).toEqual([])
  })

  test.each([
    { method: 'equalshares', completion: 'add1' },
    { method: 'phragmen' },
    { method: 'equalshares', caps: [{ theme: 'green', cost: 5 }], comparison: 'exclusion' },
  ])(
    'says what greedy would have done where the rule is %o, and can be recounted',
    async (rule) => {
      const { ports, snapshot } = await published({ rule })
      expect(snapshot.pools[0]?.sideBySide).toBeDefined()
      expect(await recount(ports, snapshot)).toEqual([])
    },
  )

  test('is found out where it says something else of the other rule', async () => {
    const { ports, snapshot } = await published({ rule: { method: 'greedy' } })
    const pools = snapshot.pools.map((pool) => ({
      ...pool,
      ...(pool.sideBySide
        ? { sideBySide: { ...pool.sideBySide, served: { here: 4, there: 2 } } }
        : {}),
    }))
    expect(await recount(ports, { ...snapshot, pools })).toEqual([{ kind: 'side-by-side' }])
  })

  test('is found out where it names another rule than the one that was voted under', async () => {
    const { ports, snapshot } = await published({ rule: { method: 'greedy' } })
    const rule = { method: 'greedy-no-skip', fundWithoutVotes: false } as const
    expect(await recount(ports, { ...snapshot, rule })).toContainEqual({ kind: 'rule' })
  })

  test.each([
    { method: 'greedy' },
    { method: 'greedy-per-cost', minVotes: 2 },
    { method: 'equalshares' },
    { method: 'equalshares', utility: 'cardinality', completion: 'greedy' },
    { method: 'equalshares', completion: 'add1u', increment: 250 },
  ])('brings a certificate, which the verifier accepts: %o', async (rule) => {
    const { ports, snapshot } = await published({ rule })
    const text = await publishedFile(ports, 'results/1/certificate.json')
    const certificate = v.parse(v.pipe(v.string(), v.parseJson(), CertificateSchema), text)
    expect(certificate.funded.toSorted()).toEqual(snapshot.pools[0]?.allocation.selected)
    expect(await recount(ports, snapshot)).toEqual([])
  })

  test('is found out by a certificate that says something else', async () => {
    const { ports, snapshot } = await published({ rule: { method: 'equalshares' } })
    const text = (await publishedFile(ports, 'results/1/certificate.json')) ?? ''
    for (const [wrong, why] of [
      [text.replace('"ballots":2', '"ballots":3'), 'the groups are not the ballots'],
      [text.replace('"funded":[', '"funded":["pool",'), 'others were funded'],
      [text.replace(/"price":\["\d/, '"price":["7'), 'park comes before bench'],
      ['not JSON', 'it is not written as a certificate is'],
    ] as const) {
      expect(wrong).not.toBe(text)
      expect(await recount(ports, snapshot, ['certificate.json', wrong])).toEqual([
        { kind: 'certificate', file: 'certificate.json', why },
      ])
    }
  })

  test('brings no certificate below the floor', async () => {
    const few = await published({ rule: { method: 'greedy' } }, BALLOTS.slice(1))
    expect(await publishedFile(few.ports, 'results/1/certificate.json')).toBeUndefined()
  })

  test('says nothing of another rule below the floor, nor while it is provisional', async () => {
    const few = await published({ rule: { method: 'greedy' } }, BALLOTS.slice(1))
    expect(few.snapshot.pools[0]?.sideBySide).toBeUndefined()
    const publication = { result: 'provisional' }
    const rule = { method: 'greedy' }
    const early = await published({ rule, publication }, BALLOTS, 'provisional')
    expect(early.snapshot.status).toBe('provisional')
    expect(early.snapshot.pools[0]?.sideBySide).toBeUndefined()
  })

  test('names changed files also where the rule needs ballots that are not published', async () => {
    const few = await published({ rule: { method: 'equalshares' } }, BALLOTS.slice(1))
    expect(await recount(few.ports, few.snapshot)).toEqual([])
    const other = { ...few.snapshot, ballotDigest: '0'.repeat(64) }
    expect(await recount(few.ports, other)).toEqual([{ kind: 'paper' }])
  })
})
