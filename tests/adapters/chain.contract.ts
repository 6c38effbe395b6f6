/**
 * The contract of the chain: leases, staging, and what a checkpoint is made of.
 *
 * Talks to the store that it is given. Invariant: both stores run every line of it.
 * Decided in docs/decisions/0012.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pausedAt, resumedAt } from '../../src/domain/box-event.ts'
import { placeOf } from '../../src/domain/checkpoint.ts'
import { fromBase64url } from '../../src/domain/encoding.ts'
import type { StagedCheckpoint } from '../../src/service/ports-chain.ts'
import { aCast, aMeta, anOpenRound, aRoundId, DURING, recordOf } from '../support/box-data.ts'
import type { OpenedStore } from '../support/open-store.ts'

/** Runs the contract on the store that `open` opens. */
export function chainContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the chain in ${name}`, () => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())
    const store = () => opened.store

    describeLease(store)
    describeStaging(store)
    describeSurvey(store)
  })
}

type Open = () => OpenedStore['store']

function describeLease(store: Open): void {
  const minute = (at: number) => ({ now: at * 60_000, until: (at + 2) * 60_000 })

  test('a lease is one holder’s until it is given back or ends, by the clock of whoever asks', async () => {
    const round = aRoundId()
    const { lease, release } = store().chain
    expect(await lease(round, 'ada', minute(0))).toBe(true)
    expect(await lease(round, 'ben', minute(1))).toBe(false)
    expect(await lease(round, 'ada', minute(1))).toBe(true)
    expect(await lease(round, 'ben', minute(2))).toBe(false)
    await release(round, 'ben')
    expect(await lease(round, 'ben', minute(2))).toBe(false)
    expect(await lease(round, 'ben', minute(3))).toBe(true)
    await release(round, 'ben')
    expect(await lease(round, 'ada', minute(3))).toBe(true)
    expect(await lease(aRoundId(), 'ben', minute(3))).toBe(true)
  })

  test('of many that ask at once one has it', async () => {
    const round = aRoundId()
    const asked = Array.from({ length: 10 }, (_, at) =>
      store().chain.lease(round, `holder-${at}`, minute(0)),
    )
    expect((await Promise.all(asked)).filter((given) => given)).toHaveLength(1)
  })
}

function aCheckpoint(n: number, places: readonly string[] = []): StagedCheckpoint {
  const text = `{"n":${n},"title":"Træ"}\n`
  return { n, kind: 'voting', at: DURING, recorded: 25, events: 1, text, places }
}

function describeStaging(store: Open): void {
  test('a checkpoint is staged once, on one that is confirmed, and in no gap', async () => {
    const round = await anOpenRound(store().box)
    const { stage, state, confirm, text } = store().chain
    expect(await state(round)).toBeUndefined()
    expect(await stage(round, aCheckpoint(2))).toBe(false)
    expect(await stage(round, aCheckpoint(1))).toBe(true)
    expect(await state(round)).toEqual({
      ...{ n: 1, kind: 'voting', at: DURING, recorded: 25, events: 1, confirmed: false },
    })
    expect(await stage(round, { ...aCheckpoint(1), text: 'another' })).toBe(false)
    expect(await stage(round, aCheckpoint(2))).toBe(false)
    expect(await text(round, 1)).toBe(aCheckpoint(1).text)
    expect(await text(round, 2)).toBeUndefined()
    expect(await confirm(round, 1, '1:12345678')).toBe(true)
    expect(await stage(round, aCheckpoint(2))).toBe(true)
    expect(await state(round)).toMatchObject({ n: 2, confirmed: false })
  })

  test('receipts name a checkpoint from the moment that it is confirmed', async () => {
    const round = await anOpenRound(store().box)
    await store().chain.stage(round, aCheckpoint(1))
    const first = await store().box.cast(aCast({ round }))
    expect(first).toEqual({ outcome: 'recorded', head: '0:a1b2c3d4' })
    expect(await store().chain.confirm(round, 2, '2:00000000')).toBe(false)
    await store().chain.confirm(round, 1, '1:12345678')
    await store().chain.confirm(round, 1, '1:12345678')
    const next = await store().box.cast(aCast({ round, code: 'ben', nonce: 'nonce-2' }))
    expect(next).toEqual({ outcome: 'recorded', head: '1:12345678' })
  })

  test('of a round that was never opened nothing is confirmed, and it can be opened after that', async () => {
    const round = aRoundId()
    await store().chain.stage(round, aCheckpoint(1))
    expect(await store().chain.confirm(round, 1, '1:12345678')).toBe(false)
    expect(await store().chain.state(round)).toMatchObject({ n: 1, confirmed: false })
    expect(await store().box.meta(round)).toBeUndefined()
    expect(await store().box.open(round, aMeta(), 0)).toBe(true)
  })
}

function describeSurvey(store: Open): void {
  test('a survey holds receipts and leaves of the named boxes, and no record', async () => {
    const round = await anOpenRound(store().box)
    const casts = [aCast({ round }), aCast({ round, code: 'ben', nonce: 'nonce-2' })]
    for (const cast of casts) await store().box.cast(cast)
    const { boxed, counts } = await store().chain.survey(round, ['all'])
    const expected = casts.map(({ receipt, record }) => ({
      ...{ pool: 'all', receipt, leaf: fromBase64url(record).slice(0, 32) },
    }))
    expect(boxed).toEqual(expected.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1)))
    expect(JSON.stringify(boxed)).not.toContain(recordOf('nonce-1', 'bench').slice(0, 60))
    expect(counts).toMatchObject({ revoked: 0, reissued: 0, held: 0 })
    expect(Object.fromEntries(counts.recorded)).toEqual({ 'online:all': 2 })
    expect(Object.fromEntries(counts.issued)).toEqual({ 'live:all': 2, 'reserve:all': 1 })
  })

  test('it may be made while voting goes on, and of an empty box', async () => {
    const round = await anOpenRound(store().box)
    expect(await store().chain.survey(round, ['all'])).toMatchObject({ boxed: [], events: [] })
  })

  test('events come in their order, and only with a step that was taken', async () => {
    const round = await anOpenRound(store().box)
    const [paused, resumed] = [pausedAt(DURING, 'Træ “missing”'), resumedAt(DURING + 1000)]
    await store().box.transition(round, 'resume', { event: resumed })
    await store().box.transition(round, 'pause', { event: paused })
    await store().box.transition(round, 'pause', { event: paused })
    await store().box.transition(round, 'resume', { event: resumed })
    await store().box.extend(round, 0, resumed)
    expect((await store().chain.survey(round, ['all'])).events).toEqual([paused, resumed])
  })

  test('a place is first seen in the checkpoint that named it', async () => {
    const round = await anOpenRound(store().box)
    const [a, b, c] = ['A', 'B', 'C'].map((receipt) => placeOf('all', receipt))
    await store().chain.stage(round, aCheckpoint(1, [b!, a!]))
    await store().chain.confirm(round, 1, '1:1')
    await store().chain.stage(round, aCheckpoint(2, [c!]))
    const { firstSeen } = await store().chain.survey(round, ['all'])
    expect(Object.fromEntries(firstSeen)).toEqual({ 'all:A': 1, 'all:B': 1, 'all:C': 2 })
  })
}
