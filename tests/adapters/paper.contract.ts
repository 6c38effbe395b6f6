/**
 * The contract of paper ballots: stubs are held, sheets are typed twice, and a batch is boxed once.
 *
 * Talks to the store that it is given. Invariant: both stores run every line of it; a refused step changes
 * nothing, so each test looks afterwards. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import type { RoundId } from '../../src/domain/id.ts'
import { PaperBatchIdSchema } from '../../src/domain/paper-batch.ts'
import { TellerSchema } from '../../src/domain/paper-sheet.ts'
import type { BoxBatchRequest } from '../../src/service/ports-paper.ts'
import {
  aCast,
  aMeta,
  aRoundId,
  issue,
  lettersOf,
  markOf,
  NORTH,
  receiptOf,
  recordOf,
  serialOf,
  SOUTH,
} from '../support/box-data.ts'
import type { OpenedStore } from '../support/open-store.ts'

export const aBatchId = (name: string) => v.parse(PaperBatchIdSchema, name)
const HALL = aBatchId('hall-1')
const [TIM, UMA, VAL] = (['tim', 'uma', 'val'] as const).map((name) => v.parse(TellerSchema, name))

const stub = (code: string) => ({ mark: markOf(code), use: lettersOf(`use of ${code}`) })

/** Two live codes in the north and one in the south, and one in reserve: open. */
async function anOpenRoundOfAreas(box: OpenedStore['store']['box']): Promise<RoundId> {
  const round = aRoundId()
  await issue(box, round, { codes: ['ada', 'ben', 'cat'], pool: NORTH })
  await issue(box, round, { codes: ['sue'], pool: SOUTH })
  await issue(box, round, { codes: ['rex'], pool: NORTH, kind: 'reserve' })
  expect(await box.open(round, aMeta(), 5)).toBe(true)
  return round
}

export function paperContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`paper ballots in ${name}`, () => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    const paper = () => opened.store.paper
    const box = () => opened.store.box

    /** A batch of the north that collects. */
    const begun = async () => {
      const round = await anOpenRoundOfAreas(box())
      expect(await paper().begin(round, HALL, NORTH)).toBe(true)
      return round
    }
    /** A batch of Ada's and Ben's ballots whose stubs are off. */
    const separated = async () => {
      const round = await begun()
      await paper().hold(round, HALL, stub('ada'))
      await paper().hold(round, HALL, stub('ben'))
      await box().transition(round, 'close')
      expect(await paper().separate(round, HALL, 2)).toBe('separated')
      return round
    }
    const enter = (round: RoundId, sheet: number, teller = TIM!, sealed = `${teller}-read`) =>
      paper().enter(round, HALL, { sheet, teller, sealed })
    /** Both sheets typed twice, and standing still. */
    const compared = async () => {
      const round = await separated()
      for (const sheet of [1, 2])
        for (const teller of [TIM!, UMA!]) await enter(round, sheet, teller)
      expect(await paper().freeze(round, HALL, (await batchOf(round)).revision)).toBe('frozen')
      return round
    }
    const batchOf = async (round: RoundId) => {
      const [batch] = await paper().batches(round)
      if (batch === undefined) throw new Error('there is no batch')
      return batch
    }
    const boxing = async (
      round: RoundId,
      changes: Partial<BoxBatchRequest> = {},
    ): Promise<BoxBatchRequest> => ({
      ...{ batch: HALL, pool: NORTH, digest: 'd1ce5', invalid: 1 },
      revision: (await batchOf(round)).revision,
      records: [{ receipt: receiptOf('paper'), record: recordOf('paper', 'bench') }],
      retries: ['one', 'two'].map((each) => lettersOf(`random ${each}`)),
      ...changes,
    })
    const letter = (round: RoundId, code: string) => box().lookUp(round, serialOf(code))
    const counted = async (round: RoundId) => {
      const { held, recorded, invalid } = await box().counts(round)
      return { held, ...Object.fromEntries(recorded), invalid: Object.fromEntries(invalid) }
    }

    describe('a batch', () => {
      test('is begun once, and its name is taken for another box', async () => {
        const round = await begun()
        expect(await paper().begin(round, HALL, NORTH)).toBe(true)
        expect(await paper().begin(round, HALL, SOUTH)).toBe(false)
        expect(await paper().begin(round, aBatchId('hall-2'), SOUTH)).toBe(true)
        expect(await paper().batches(round)).toEqual([
          { batch: 'hall-1', pool: 'north', state: 'collecting', sheets: 0, revision: 0 },
          { batch: 'hall-2', pool: 'south', state: 'collecting', sheets: 0, revision: 0 },
        ])
      })

      test('is begun while open, paused or closed, and neither before nor once sealed', async () => {
        const round = aRoundId()
        await issue(box(), round, { codes: ['ada'], pool: NORTH })
        const begin = (name: string) => paper().begin(round, aBatchId(name), NORTH)
        expect(await begin('draft')).toBe(false)
        await box().open(round, aMeta(), 1)
        expect(await begin('open')).toBe(true)
        await box().transition(round, 'pause')
        expect(await begin('paused')).toBe(true)
        await box().transition(round, 'close')
        expect(await begin('closed')).toBe(true)
        await box().transition(round, 'seal')
        expect(await begin('sealed')).toBe(false)
        expect(await paper().hold(round, aBatchId('open'), stub('ada'))).toBe('wrong-state')
        expect(await letter(round, 'ada')).toBe('live')
      })
    })

    describe('a stub', () => {
      test('is held once, and its code can vote nowhere else', async () => {
        const round = await begun()
        expect(await paper().hold(round, HALL, stub('ada'))).toBe('held')
        expect(await paper().hold(round, HALL, stub('ada'))).toBe('already-held')
        expect(await letter(round, 'ada')).toBe('held')
        expect((await box().cast(aCast({ round, pool: NORTH }))).outcome).toBe('token-used')
        expect(await box().reissue(round, serialOf('ada'), serialOf('rex'))).toBe('not-live')
        expect(await counted(round)).toEqual({ held: 1, invalid: {} })
        expect((await batchOf(round)).sheets).toBe(1)
      })

      test('is refused where its code is unknown, in reserve, used, revoked, or of another box', async () => {
        const round = await begun()
        const hold = (code: string) => paper().hold(round, HALL, stub(code))
        await box().cast(aCast({ round, pool: NORTH, code: 'ben' }))
        expect(await hold('nobody')).toBe('unknown')
        expect(await hold('rex')).toBe('unknown')
        expect(await hold('ben')).toBe('used')
        expect(await hold('sue')).toBe('other-pool')
        await box().reissue(round, serialOf('ada'), serialOf('rex'))
        expect(await hold('ada')).toBe('revoked')
        expect(await hold('rex')).toBe('held')
        expect(await paper().hold(round, aBatchId('none'), stub('cat'))).toBe('batch-unknown')
        expect(await counted(round)).toEqual({ held: 1, 'online:north': 1, invalid: {} })
      })

      test('is held while paused and after the close, too', async () => {
        const round = await begun()
        await box().transition(round, 'pause')
        expect(await paper().hold(round, HALL, stub('ada'))).toBe('held')
        await box().transition(round, 'close')
        expect(await paper().hold(round, HALL, stub('ben'))).toBe('held')
      })

      test('is released by itself only, and its code votes again', async () => {
        const round = await begun()
        await paper().hold(round, HALL, stub('ada'))
        expect(await paper().release(round, HALL, stub('ben'))).toBe('not-held')
        expect(await paper().release(round, aBatchId('none'), stub('ada'))).toBe('batch-unknown')
        await paper().begin(round, aBatchId('hall-2'), NORTH)
        expect(await paper().release(round, aBatchId('hall-2'), stub('ada'))).toBe('not-held')
        expect(await paper().release(round, HALL, stub('ada'))).toBe('released')
        expect(await paper().release(round, HALL, stub('ada'))).toBe('not-held')
        expect(await counted(round)).toEqual({ held: 0, invalid: {} })
        expect((await box().cast(aCast({ round, pool: NORTH }))).outcome).toBe('recorded')
      })

      test('is released with all others of its batch, and of no other batch', async () => {
        const round = await begun()
        const other = aBatchId('hall-1-b')
        await paper().begin(round, other, NORTH)
        for (const name of ['ada', 'ben'] as const) await paper().hold(round, HALL, stub(name))
        await paper().hold(round, other, stub('cat'))
        await box().transition(round, 'close')
        expect(await paper().releaseBatch(round, aBatchId('none'), 2)).toBe('batch-unknown')
        expect(await paper().releaseBatch(round, HALL, 1)).toBe('changed')
        expect(await counted(round)).toMatchObject({ held: 3 })
        expect(await paper().releaseBatch(round, HALL, 2)).toBe('released')
        expect(await counted(round)).toMatchObject({ held: 1 })
        expect(await batchOf(round)).toMatchObject({ state: 'collecting', sheets: 0 })
        expect(await paper().release(round, HALL, stub('ada'))).toBe('not-held')
        // Live again: what is held anew is held once.
        expect(await paper().hold(round, other, stub('ada'))).toBe('held')
        expect(await paper().releaseBatch(round, other, 2)).toBe('released')
        expect(await counted(round)).toEqual({ held: 0, invalid: {} })
      })

      test('of two who scan it at once is held once', async () => {
        const round = await begun()
        const both = await Promise.all([1, 2].map(() => paper().hold(round, HALL, stub('ada'))))
        expect(both.toSorted()).toEqual(['already-held', 'held'])
        expect((await counted(round)).held).toBe(1)
      })

      test('and an online ballot at once: one of them, never both', async () => {
        for (let attempt = 0; attempt < 5; attempt++) {
          const round = await begun()
          const [held, cast] = await Promise.all([
            paper().hold(round, HALL, stub('ada')),
            box().cast(aCast({ round, pool: NORTH })),
          ])
          const outcome = [held, cast.outcome].join(' ')
          expect(['held token-used', 'used recorded']).toContain(outcome)
        }
      })
    })

    describe('the separation', () => {
      test('waits for the close, and for as many sheets as stubs', async () => {
        const round = await begun()
        await paper().hold(round, HALL, stub('ada'))
        expect(await paper().separate(round, HALL, 1)).toBe('wrong-state')
        await box().transition(round, 'close')
        expect(await paper().separate(round, HALL, 2)).toBe('sheets-differ')
        expect(await paper().separate(round, aBatchId('none'), 1)).toBe('batch-unknown')
        expect(await enter(round, 1)).toBe('wrong-state')
        expect(await paper().separate(round, HALL, 1)).toBe('separated')
        expect(await paper().separate(round, HALL, 1)).toBe('separated')
        expect(await paper().separate(round, HALL, 2)).toBe('wrong-state')
      })

      test('ends holding and releasing', async () => {
        const round = await separated()
        expect(await paper().hold(round, HALL, stub('cat'))).toBe('wrong-state')
        expect(await paper().release(round, HALL, stub('ada'))).toBe('wrong-state')
        expect(await paper().releaseBatch(round, HALL, 2)).toBe('wrong-state')
        expect(await paper().begin(round, HALL, NORTH)).toBe(false)
        expect(await batchOf(round)).toMatchObject({ state: 'separated', sheets: 2 })
      })
    })

    describe('a sheet', () => {
      test('has two readings by two people, and each may correct their own', async () => {
        const round = await separated()
        expect(await enter(round, 1)).toBe('entered')
        expect(await enter(round, 1, TIM, 'corrected')).toBe('entered')
        expect(await enter(round, 1, UMA)).toBe('entered')
        expect(await enter(round, 1, VAL)).toBe('typed-twice')
        expect(await enter(round, 1, UMA, 'corrected too')).toBe('entered')
        expect(await paper().entries(round, HALL)).toEqual([
          { sheet: 1, seat: 'first', teller: 'tim', sealed: 'corrected' },
          { sheet: 1, seat: 'second', teller: 'uma', sealed: 'corrected too' },
        ])
      })

      test('must be there', async () => {
        const round = await separated()
        expect(await enter(round, 0)).toBe('sheet-unknown')
        expect(await enter(round, 3)).toBe('sheet-unknown')
        const entry = { sheet: 1, teller: TIM!, sealed: 'read' }
        expect(await paper().enter(round, aBatchId('none'), entry)).toBe('batch-unknown')
        expect(await paper().entries(round, HALL)).toEqual([])
      })

      test('stands still once it is compared, and only as it was seen', async () => {
        const round = await separated()
        await enter(round, 1)
        const { revision } = await batchOf(round)
        await enter(round, 2)
        expect(await paper().freeze(round, HALL, revision)).toBe('changed')
        expect(await paper().freeze(round, HALL, revision + 1)).toBe('frozen')
        expect(await paper().freeze(round, HALL, revision + 2)).toBe('wrong-state')
        expect(await enter(round, 1)).toBe('wrong-state')
      })

      test('is settled by somebody who did not type it', async () => {
        const round = await compared()
        const settle = (sheet: number, teller = VAL!, sealed = 'third') =>
          paper().settle(round, HALL, { sheet, teller, sealed })
        expect(await settle(1, TIM)).toBe('third-person-needed')
        expect(await settle(1, UMA)).toBe('third-person-needed')
        expect(await settle(3)).toBe('sheet-unknown')
        expect(await settle(0)).toBe('sheet-unknown')
        expect(await settle(1)).toBe('settled')
        expect(await settle(1, VAL, 'better')).toBe('settled')
        const third = (await paper().entries(round, HALL)).filter(({ seat }) => seat === 'third')
        expect(third).toEqual([{ sheet: 1, seat: 'third', teller: 'val', sealed: 'better' }])
      })

      test('is not settled before both typings lie beside each other', async () => {
        const round = await separated()
        const entry = { sheet: 1, teller: VAL!, sealed: 'third' }
        expect(await paper().settle(round, HALL, entry)).toBe('wrong-state')
        expect(await paper().settle(round, aBatchId('none'), entry)).toBe('batch-unknown')
        expect(await paper().freeze(round, aBatchId('none'), 0)).toBe('batch-unknown')
      })
    })

    describe('the boxing', () => {
      test('uses every code, boxes every ballot, and counts the sheet that is none', async () => {
        const round = await compared()
        expect(await paper().box(round, await boxing(round))).toBe('boxed')
        expect(await counted(round)).toEqual({
          ...{ held: 0, 'paper:north': 1, invalid: { 'paper:north': 1 } },
        })
        expect(await box().ballots(round, NORTH)).toEqual([
          { receipt: receiptOf('paper'), record: recordOf('paper', 'bench') },
        ])
        const ledger = await opened.store.archive.ledger(round)
        const used = ledger.filter(({ word }) => word === 'used')
        expect(used.map(({ use }) => use).toSorted()).toEqual(
          ['ada', 'ben'].map((code) => stub(code).use).toSorted(),
        )
        expect(await letter(round, 'ada')).toBe('used')
        expect(await batchOf(round)).toMatchObject({ state: 'boxed', sheets: 2 })
      })

      test('happens once: asked again, or by two at once, nothing is boxed twice', async () => {
        const round = await compared()
        const request = await boxing(round)
        const other = { ...request, records: [{ receipt: receiptOf('other'), record: 'other' }] }
        const both = await Promise.all([request, other].map((each) => paper().box(round, each)))
        expect(both).toEqual(['boxed', 'boxed'])
        expect(await paper().box(round, other)).toBe('boxed')
        expect(await box().ballots(round, NORTH)).toHaveLength(1)
        expect((await box().counts(round)).recorded.get('paper:north')).toBe(1)
      })

      test('is refused for what was not compared, or changed since, or counts otherwise', async () => {
        const round = await separated()
        expect(await paper().box(round, await boxing(round))).toBe('wrong-state')
        const ready = await compared()
        const refused = async (changes: Partial<BoxBatchRequest>) =>
          paper().box(ready, await boxing(ready, changes))
        expect(await refused({ batch: aBatchId('none') })).toBe('batch-unknown')
        expect(await refused({ revision: 0 })).toBe('changed')
        expect(await refused({ invalid: 0 })).toBe('changed')
        expect(await refused({ retries: [] })).toBe('changed')
        expect(await refused({ digest: 'another' })).toBe('ballot-changed')
        expect(await box().ballots(ready, NORTH)).toEqual([])
        expect(await counted(ready)).toEqual({ held: 2, invalid: {} })
      })

      test('puts nothing over a ballot that lies there', async () => {
        const round = await begun()
        await box().cast(aCast({ round, pool: NORTH, code: 'cat', nonce: 'paper' }))
        await paper().hold(round, HALL, stub('ada'))
        await box().transition(round, 'close')
        await paper().separate(round, HALL, 1)
        await enter(round, 1)
        await enter(round, 1, UMA)
        await paper().freeze(round, HALL, (await batchOf(round)).revision)
        const request = await boxing(round, { invalid: 0, retries: [lettersOf('random')] })
        expect(await paper().box(round, request)).toBe('nonce-taken')
        expect(await counted(round)).toEqual({ held: 1, 'online:north': 1, invalid: {} })
        const anew = { ...request, records: [{ receipt: receiptOf('anew'), record: 'anew' }] }
        expect(await paper().box(round, anew)).toBe('boxed')
        expect(await box().ballots(round, NORTH)).toHaveLength(2)
      })

      test('comes before the seal: no round is sealed while a ballot waits', async () => {
        const round = await compared()
        expect(await box().transition(round, 'seal')).toBe(false)
        await paper().box(round, await boxing(round))
        expect(await box().transition(round, 'seal')).toBe(true)
      })
    })

    describe('a letter', () => {
      test('is looked up by its serial: one at a time, and unknown where it is none', async () => {
        const round = await begun()
        expect(await letter(round, 'ada')).toBe('live')
        expect(await letter(round, 'rex')).toBe('reserve')
        expect(await letter(round, 'nobody')).toBe(undefined)
        await box().cast(aCast({ round, pool: NORTH }))
        expect(await letter(round, 'ada')).toBe('used')
        await box().reissue(round, serialOf('ben'), serialOf('rex'))
        expect(await letter(round, 'ben')).toBe('revoked')
        expect(await letter(round, 'rex')).toBe('live')
      })

      test('that waits as a draft is none yet', async () => {
        const round = aRoundId()
        const marks = [{ mark: markOf('ada'), serial: serialOf('ada') }]
        await box().draftMarks({ round, pool: NORTH, kind: 'live', batch: 'waiting', marks })
        expect(await letter(round, 'ada')).toBe(undefined)
      })
    })

    test('a purge takes batches and sheets away', async () => {
      const round = await compared()
      await paper().box(round, await boxing(round))
      await box().transition(round, 'seal')
      await box().transition(round, 'publish')
      expect(await opened.store.archive.purge(round, [NORTH, SOUTH])).toBe(true)
      expect(await paper().batches(round)).toEqual([])
      expect(await paper().entries(round, HALL)).toEqual([])
    })
  })
}
