/**
 * The contract of voting codes: staged, made ready as a whole, frozen at the opening, replaced.
 *
 * Talks to the store that it is given. Invariant: what was issued can be listed for ever as it was
 * issued. Decided in docs/decisions/0002.
 */
import { describe, expect, test } from 'vitest'
import type { RoundId } from '../../src/domain/id.ts'
import { issuedRoot } from '../../src/domain/mark.ts'
import { toHex } from '../../src/domain/encoding.ts'
import { MOST_LETTERS } from '../../src/domain/token-batch.ts'
import type { BallotBox } from '../../src/service/ports.ts'
import {
  aBatch,
  aCast,
  aMeta,
  anOpenRound,
  aRoundId,
  issue,
  markOf,
  NORTH,
  serialOf,
  SOUTH,
} from '../support/box-data.ts'

export function marksContract(open: () => BallotBox): void {
  const most = MOST_LETTERS
  const codesFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => `code-${first + index}`)
  const rootOf = async (round: RoundId) => toHex(issuedRoot(round, await open().marks(round)))

  describe('a batch of codes', () => {
    test('is listed and counted once it is ready, and not while it is a draft', async () => {
      const round = aRoundId()
      const { marks, ...batch } = aBatch(round, ['ada', 'ben'])
      expect(await open().draftMarks({ ...batch, marks })).toBe(true)
      expect(await open().marks(round)).toEqual([])
      expect((await open().counts(round)).issued).toEqual(new Map())
      expect(await open().activateBatch(batch, 2)).toBe(true)
      const listed = (await open().marks(round)).map(({ k }) => k)
      expect(listed.toSorted()).toEqual([markOf('ada'), markOf('ben')].toSorted())
      expect((await open().counts(round)).issued).toEqual(new Map([['live:all', 2]]))
    })

    test('may be staged in parts', async () => {
      const round = aRoundId()
      await open().draftMarks(aBatch(round, ['ada', 'ben']))
      await open().draftMarks(aBatch(round, ['cy']))
      const batch = { round, pool: 'all', kind: 'live', batch: 'all-live' } as const
      expect(await open().activateBatch(batch, 3)).toBe(true)
      expect(await open().marks(round)).toHaveLength(3)
    })

    test('is made ready as a whole or not at all', async () => {
      const round = aRoundId()
      const { marks, ...batch } = aBatch(round, ['ada', 'ben'])
      await open().draftMarks({ ...batch, marks })
      expect(await open().activateBatch(batch, 3)).toBe(false)
      expect(await open().activateBatch(batch, 1)).toBe(false)
      expect(await open().activateBatch({ ...batch, batch: 'none' }, 0)).toBe(false)
      expect(await open().activateBatch({ ...batch, pool: NORTH }, 2)).toBe(false)
      expect(await open().activateBatch({ ...batch, kind: 'reserve' }, 2)).toBe(false)
      expect(await open().marks(round)).toEqual([])
      expect(await open().activateBatch(batch, 2)).toBe(true)
    })

    test('can be sent and made ready again after a lost answer, and counts once', async () => {
      const round = aRoundId()
      const { marks, ...batch } = aBatch(round, ['ada', 'ben'])
      await open().draftMarks({ ...batch, marks })
      expect(await open().draftMarks({ ...batch, marks })).toBe(true)
      expect(await open().activateBatch(batch, 2)).toBe(true)
      expect(await open().activateBatch(batch, 2)).toBe(true)
      expect((await open().counts(round)).issued.get('live:all')).toBe(2)
    })

    test('is refused where a code or a serial belongs to another batch', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada'] })
      expect(await open().draftMarks(aBatch(round, ['ben', 'ada'], { batch: 'two' }))).toBe(false)
      const marks = [{ mark: markOf('cy'), serial: serialOf('ada') }]
      expect(await open().draftMarks({ ...aBatch(round, []), batch: 'three', marks })).toBe(false)
      expect(await open().draftMarks(aBatch(round, ['cy']))).toBe(false)
      expect(await open().marks(round)).toHaveLength(1)
      expect(await open().draftMarks(aBatch(round, ['ben'], { batch: 'two' }))).toBe(true)
    })

    test('of 5,000 codes is made ready in one step; one more is refused in plain words', async () => {
      const round = aRoundId()
      const { marks, ...batch } = aBatch(round, codesFrom(0, most))
      const tooMany = { ...batch, marks: aBatch(round, codesFrom(0, most + 1)).marks }
      await expect(open().draftMarks(tooMany)).rejects.toThrow('at most 5000 marks')
      expect(await open().draftMarks({ ...batch, marks })).toBe(true)
      await expect(open().draftMarks(aBatch(round, ['one more']))).rejects.toThrow(RangeError)
      expect(await open().draftMarks({ ...batch, marks })).toBe(true)
      expect(await open().activateBatch(batch, most)).toBe(true)
      const listed = (await open().marks(round)).map(({ k }) => k)
      expect(listed.toSorted()).toEqual(marks.map(({ mark }) => mark).toSorted())
      expect(await open().open(round, aMeta(), most)).toBe(true)
      expect(await open().cast(aCast({ round, code: 'code-4999' }))).toMatchObject({
        outcome: 'recorded',
      })
    })

    test('that names a code or a serial twice is a fault', async () => {
      const round = aRoundId()
      await expect(open().draftMarks(aBatch(round, ['ada', 'ada']))).rejects.toThrow(RangeError)
      const marks = ['ada', 'ben'].map((code) => ({ mark: markOf(code), serial: 'same' }))
      await expect(open().draftMarks({ ...aBatch(round, []), marks })).rejects.toThrow('serial')
    })
  })

  describe('the opening', () => {
    test('pins what was decided, and can be read back', async () => {
      const round = aRoundId()
      expect(await open().meta(round)).toBeUndefined()
      await issue(open(), round, { codes: ['ada'] })
      expect(await open().open(round, aMeta(), 1)).toBe(true)
      expect(await open().meta(round)).toEqual({ ...aMeta(), state: 'open' })
    })

    test('is refused where the number of codes has changed since it was prepared', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada', 'ben'] })
      expect(await open().open(round, aMeta(), 1)).toBe(false)
      expect(await open().open(round, aMeta(), 3)).toBe(false)
      expect(await open().meta(round)).toBeUndefined()
      expect(await open().open(round, aMeta(), 2)).toBe(true)
    })

    test('happens once', async () => {
      const round = await anOpenRound(open())
      expect(await open().open(round, aMeta({ digest: 'another' }), 3)).toBe(false)
      expect(await open().meta(round)).toMatchObject({ digest: 'd1ce5' })
    })

    test('is the end of new codes: none is staged after it, none is made ready', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada'] })
      const { marks, ...batch } = aBatch(round, ['late'], { batch: 'late' })
      await open().draftMarks({ ...batch, marks })
      await open().open(round, aMeta(), 1)
      expect(await open().draftMarks(aBatch(round, ['later'], { batch: 'later' }))).toBe(false)
      expect(await open().activateBatch(batch, 1)).toBe(false)
      expect(await open().marks(round)).toHaveLength(1)
    })
  })

  describe('a lost letter', () => {
    test('is replaced by a reserve one: the old code is revoked, the new one votes', async () => {
      const round = await anOpenRound(open())
      expect(await open().reissue(round, serialOf('ada'), serialOf('rex'))).toBe('reissued')
      expect(await open().counts(round)).toMatchObject({ revoked: 1, reissued: 1 })
      expect(await open().cast(aCast({ round, code: 'rex' }))).toMatchObject({
        outcome: 'recorded',
      })
    })

    test('is not replaced once its code was used, or revoked, or was never live', async () => {
      const round = await anOpenRound(open())
      await open().cast(aCast({ round }))
      expect(await open().reissue(round, serialOf('ada'), serialOf('rex'))).toBe('not-live')
      expect(await open().reissue(round, serialOf('rex'), serialOf('rex'))).toBe('not-live')
      expect(await open().reissue(round, serialOf('nobody'), serialOf('rex'))).toBe('not-live')
      expect(await open().reissue(round, serialOf('ben'), serialOf('rex'))).toBe('reissued')
      expect(await open().reissue(round, serialOf('ben'), serialOf('rex'))).toBe('not-live')
      expect(await open().counts(round)).toMatchObject({ revoked: 1, reissued: 1 })
    })

    test('is replaced by a reserve letter of its own area only', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada', 'ben'], pool: NORTH })
      await issue(open(), round, { codes: ['sam'], pool: SOUTH, kind: 'reserve' })
      await issue(open(), round, { codes: ['nan'], pool: NORTH, kind: 'reserve' })
      await open().open(round, aMeta(), 4)
      const replace = (reserve: string) => open().reissue(round, serialOf('ada'), serialOf(reserve))
      expect(await replace('sam')).toBe('no-reserve')
      expect(await replace('ben')).toBe('no-reserve')
      expect(await replace('nobody')).toBe('no-reserve')
      expect(await open().counts(round)).toMatchObject({ revoked: 0, reissued: 0 })
      expect(await replace('nan')).toBe('reissued')
    })

    test('is not replaced after the close', async () => {
      const round = await anOpenRound(open())
      await open().transition(round, 'close')
      expect(await open().reissue(round, serialOf('ada'), serialOf('rex'))).toBe('not-live')
      expect(await open().counts(round)).toMatchObject({ revoked: 0, reissued: 0 })
    })

    test('changes nothing about which codes were issued, and neither does voting', async () => {
      const round = await anOpenRound(open())
      const before = await rootOf(round)
      await open().reissue(round, serialOf('ada'), serialOf('rex'))
      await open().cast(aCast({ round, code: 'rex' }))
      await open().cast(aCast({ round, code: 'ben', nonce: 'nonce-2' }))
      expect(await rootOf(round)).toBe(before)
      const reserve = { k: markOf('rex'), pool: 'all', kind: 'reserve' }
      expect(await open().marks(round)).toContainEqual(reserve)
      const { issued } = await open().counts(round)
      expect(Object.fromEntries(issued)).toEqual({ 'live:all': 2, 'reserve:all': 1 })
    })
  })
}
