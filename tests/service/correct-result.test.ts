import { expect, test } from 'vitest'
import { readSnapshot } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { correctResult } from '../../src/service/correct-result.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { inBothHomes, type Home, type Vote } from '../support/homes.ts'
import { AFTER } from '../support/ports.ts'

const REASON = 'The sheet named a cost with a comma.'

async function ended(home: Home, publication: object = {}): Promise<Vote> {
  const vote = await home.vote(2, { fields: { publication } })
  await vote.cast(0, 'park')
  vote.setNow(AFTER)
  await advanceRounds(vote)
  return vote
}

const snapshotIn = async (vote: Vote, n: number) =>
  readSnapshot((await vote.read('content', `results/${n}/result.json`)) ?? '').snapshot

inBothHomes((home) => {
  test('a correction is a new folder that names what it replaces and why; the old files stay', async () => {
    const vote = await ended(home)
    await publishResult(vote, vote.round.id, 'final')
    const before = await vote.read('content', 'results/1/result.json')
    const correct = (reason: string) => correctResult(vote, vote.round.id, reason)
    expect(await correct(` ${REASON} `)).toMatchObject({ ok: true, value: { fresh: true } })
    expect(await snapshotIn(vote, 2)).toMatchObject({
      ...{ snapshot: 2, status: 'corrected', supersedes: 1, reason: REASON },
    })
    expect(await vote.read('content', 'results/1/result.json')).toBe(before)
    expect(await vote.read('content', 'result.md')).toMatch(/snapshot: 2\nstatus: corrected/)
    for (const name of ['receipts.csv', 'issued.csv', 'used.txt', 'reconciliation.json'])
      expect(await vote.read('content', `results/2/${name}`)).toBeDefined()

    expect(await correct(REASON)).toMatchObject({ ok: true, value: { fresh: false } })
    expect(await correct('Another mistake.')).toMatchObject({ ok: true, value: { fresh: true } })
    expect(await snapshotIn(vote, 3)).toMatchObject({ supersedes: 2, reason: 'Another mistake.' })
    expect(await vote.read('content', 'results/4/result.json')).toBeUndefined()

    expect(await publishResult(vote, vote.round.id, 'final')).toMatchObject({
      error: { code: 'state-wrong', details: { state: 'corrected' } },
    })
    expect(await vote.read('content', 'result.md')).toContain('snapshot: 3')
  })

  test('nothing is corrected without a reason, before a final result, or where numbers differ', async () => {
    const vote = await ended(home, { result: 'provisional' })
    const correct = (reason?: string) => correctResult(vote, vote.round.id, reason)
    expect(await correct()).toMatchObject({ error: { code: 'reason-missing' } })
    expect(await correct(REASON)).toMatchObject({ error: { code: 'no-final-result' } })
    await publishResults(vote)
    expect(await correct(REASON)).toMatchObject({ error: { code: 'no-final-result' } })
    await publishResult(vote, vote.round.id, 'final')
    await vote.tamper.count(vote.round.id, 'revoked', 1)
    expect(await correct(REASON)).toMatchObject({ error: { code: 'not-reconciled' } })
    await vote.tamper.count(vote.round.id, 'revoked', 0)
    expect(await correct(REASON)).toMatchObject({ ok: true })
    expect((await snapshotIn(vote, 3)).supersedes).toBe(2)
  })
})
