import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { SnapshotSchema } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { endedRound, publishedFile } from '../support/ended-round.ts'
import { AFTER } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function ended(...given: Parameters<typeof endedRound>) {
  const ports = await endedRound(...given)
  opened.push(ports)
  return ports
}

async function snapshot(ports: Ports, n = 1) {
  return v.parse(
    v.pipe(v.string(), v.parseJson(), SnapshotSchema),
    await publishedFile(ports, `results/${n}/result.json`),
  )
}

const certify = (ports: Ports) => publishResult(ports, 'spring', 'final')

const commits = (directory: string) =>
  execFileSync('git', ['log', '--format=%s'], { cwd: directory, encoding: 'utf8' })
    .trim()
    .split('\n')

describe('advanceRounds', () => {
  test('closes two minutes after the end, seals a round without paper, and does nothing twice', async () => {
    const ports = await ended(['park'])
    ports.setNow(AFTER - 2_000)
    expect(await advanceRounds(ports)).toEqual([])
    ports.setNow(AFTER)
    expect((await advanceRounds(ports)).map(({ step, result }) => [step, result.ok])).toEqual([
      ['close', true],
      ['seal', true],
    ])
    expect(await advanceRounds(ports)).toEqual([])
  })

  test('leaves a round with paper closed until a clerk seals it', async () => {
    const ports = await ended(['park'], { round: aRound({ paper: true }) })
    await advanceRounds(ports)
    expect(await advanceRounds(ports)).toEqual([])
    expect((await ports.box.meta(aRound().id))?.state).toBe('closed')
    expect(await publishResults(ports)).toEqual([])
  })
})

describe('publishResult', () => {
  test('counts every ballot and publishes the result in one commit', async () => {
    const ports = await ended(['park pool', 'park', 'bench park', ''])
    await advanceRounds(ports)
    expect(await certify(ports)).toMatchObject({ ok: true, value: { fresh: true } })
    const { pools, status, asOf } = await snapshot(ports)
    expect([status, asOf]).toEqual(['final', '2027-05-16T18:00:00Z'])
    expect(pools[0]?.ballots).toEqual({ recorded: 4, blank: 1 })
    expect(pools[0]?.allocation.selected).toEqual(['bench', 'park'])
    expect(pools[0]?.allocation.lines.map(({ proposal, votes }) => [proposal, votes])).toEqual([
      ['park', 3],
      ['bench', 1],
      ['pool', 1],
    ])
    expect(commits(ports.directory)).toEqual(['Results: spring, 4 ballots', 'A test'])
    expect((await publishedFile(ports, 'results/1/receipts.csv'))?.trim().split('\n')).toHaveLength(
      5,
    )
  })

  test('publishes nothing before the round is sealed', async () => {
    const ports = await ended(['park'])
    expect(await certify(ports)).toMatchObject({ error: { code: 'state-wrong' } })
    expect(commits(ports.directory)).toEqual(['A test'])
  })

  test('publishes once, however often and by however many it is certified', async () => {
    const ports = await ended(['park', 'bench'])
    await advanceRounds(ports)
    const runs = await Promise.all([certify(ports), certify(ports), certify(ports)])
    await certify(ports)
    expect(runs.filter((run) => run.ok && run.value.fresh)).toHaveLength(1)
    expect(commits(ports.directory)).toEqual(['Results: spring, 2 ballots', 'A test'])
  })

  test('makes the same files whoever counts, in whatever order the ballots lie', async () => {
    const ports = await ended(['park', 'bench', 'park bench'])
    await advanceRounds(ports)
    await certify(ports)
    const [first, csv] = [
      await publishedFile(ports, 'results/1/result.json'),
      await publishedFile(ports, 'results/1/results.csv'),
    ]
    const again = await certify(ports)
    expect(again).toMatchObject({ ok: true, value: { fresh: false } })
    expect([
      await publishedFile(ports, 'results/1/result.json'),
      await publishedFile(ports, 'results/1/results.csv'),
    ]).toEqual([first, csv])
  })

  test('raises an alarm and publishes nothing where a second count differs', async () => {
    const ports = await ended(['park'])
    await advanceRounds(ports)
    await ports.box.pinResult(aRound().id, 1, 'f'.repeat(64))
    await expect(certify(ports)).rejects.toThrow('the count differs from the one pinned before')
    expect(commits(ports.directory)).toEqual(['A test'])
  })

  test('refuses to count by another ballot paper than the one that was voted on', async () => {
    const ports = await ended(['park'])
    await advanceRounds(ports)
    ports.setContent({ proposals: [aProposal('park', { cost: 1 })] })
    expect(await certify(ports)).toMatchObject({ error: { code: 'ballot-differs' } })
  })

  test('keeps the ballots of a small box to itself, and publishes those of a large one without order', async () => {
    const small = await ended(['park', 'bench'])
    await advanceRounds(small)
    await certify(small)
    expect(await publishedFile(small, 'results/1/ballots.pb')).toBeUndefined()
    const many = Array.from({ length: 6 }, (_, index) => (index % 2 === 0 ? 'park' : 'bench'))
    const large = await ended(many, { round: aRound({ publication: { floor: 5 } }) })
    await advanceRounds(large)
    await certify(large)
    const rows =
      (await publishedFile(large, 'results/1/ballots.csv'))?.trim().split('\n').slice(1) ?? []
    expect(rows).toHaveLength(6)
    expect(rows.toSorted()).toEqual(rows)
    expect(await publishedFile(large, 'results/1/ballots.pb')).toContain('num_votes;6')
  })

  test('names the setting where another CHEST_KEY is set than the round was opened with', async () => {
    const [ports, other] = [await ended(['park']), await ended([])]
    await advanceRounds(ports)
    const count = certify({ ...ports, keys: other.keys })
    await expect(count).rejects.toMatchObject({
      name: 'NotConfigured',
      message: expect.stringContaining('CHEST_KEY'),
    })
    expect(commits(ports.directory)).toEqual(['A test'])
  })
})

describe('publishResults', () => {
  const withSums = (...ballots: string[]) =>
    ended(ballots, { round: aRound({ publication: { result: 'provisional' } }) })

  test('leaves the result to a clerk, however often it runs', async () => {
    const ports = await ended(['park'])
    await advanceRounds(ports)
    expect(await publishResults(ports)).toEqual([])
    expect(await publishResults(ports)).toEqual([])
    expect(commits(ports.directory)).toEqual(['A test'])
    expect((await ports.box.meta(aRound().id))?.state).toBe('sealed')
  })

  test('publishes sums once, and the result that a clerk certifies takes their place', async () => {
    const ports = await withSums('park', 'bench')
    await advanceRounds(ports)
    const run = () => publishResults(ports)
    const runs = await Promise.all([run(), run(), run()])
    const outcomes = [...runs.flat(), ...(await run())].map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['already', 'already', 'already', 'published'])
    expect(commits(ports.directory)).toEqual(['Results: spring, 2 ballots', 'A test'])
    expect((await snapshot(ports)).status).toBe('provisional')
    expect(await publishedFile(ports, 'results/1/receipts.csv')).toBeUndefined()
    expect((await ports.box.meta(aRound().id))?.state).toBe('sealed')

    expect(await certify(ports)).toMatchObject({ ok: true })
    expect(await snapshot(ports, 2)).toMatchObject({ status: 'final', supersedes: 1 })
    expect(await publishedFile(ports, 'result.md')).toContain('snapshot: 2')
    expect(await publishedFile(ports, 'results/1/result.json')).toBeDefined()
    expect((await ports.box.meta(aRound().id))?.state).toBe('published')
  })

  test('says of sums that cannot be published why, and raises an alarm where a count differs', async () => {
    const [changed, pinned] = [await withSums('park'), await withSums('park')]
    await advanceRounds(changed)
    changed.setContent({ proposals: [aProposal('park', { cost: 1 })] })
    expect(await publishResults(changed)).toEqual([{ round: 'spring', outcome: 'refused' }])
    expect(changed.events).toContain('fault result-not-published')
    await advanceRounds(pinned)
    await pinned.box.pinResult(aRound().id, 1, 'f'.repeat(64))
    await expect(publishResults(pinned)).rejects.toThrow('could not be published')
    expect(pinned.events).toContain('fault result-not-published')
    expect(commits(pinned.directory)).toEqual(['A test'])
  })
})
