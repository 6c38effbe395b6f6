/**
 * The contract of casting: who may vote, what a retry gets, and why a ballot is refused.
 *
 * Talks to the store that it is given. Invariant: a refused ballot changes nothing, so each test looks
 * into the box afterwards. Decided in docs/decisions/0002.
 */
import { describe, expect, test } from 'vitest'
import type { Pool, RoundId } from '../../src/domain/id.ts'
import type { BallotBox, CastRequest } from '../../src/service/ports.ts'
import {
  aCast,
  aMeta,
  anOpenRound,
  aRoundId,
  CLOSES_AT,
  issue,
  markOf,
  NORTH,
  OPENS_AT,
  receiptOf,
  recordOf,
  serialOf,
  SOUTH,
} from '../support/box-data.ts'
import type { OpenedStore } from '../support/open-store.ts'

const RECORDED = { outcome: 'recorded', head: '0:a1b2c3d4' }

export function castContract(open: () => BallotBox, setMark: OpenedStore['setMark']): void {
  /** Casts, and says what the voter is told. */
  const cast = async (request: CastRequest) => (await open().cast(request)).outcome
  /** Closes the round and counts its ballots. */
  const inBox = async (round: RoundId, pool: Pool = 'all') => {
    await open().transition(round, 'close')
    return (await open().ballots(round, pool)).length
  }

  describe('a ballot', () => {
    test('is recorded, lies in the box under its receipt, and is counted', async () => {
      const box = open()
      const round = await anOpenRound(box)
      expect(await box.cast(aCast({ round }))).toEqual(RECORDED)
      expect((await box.counts(round)).recorded).toEqual(new Map([['online:all', 1]]))
      expect(await inBox(round)).toBe(1)
      expect(await box.ballots(round, 'all')).toEqual([
        { receipt: receiptOf('nonce-1'), record: recordOf('nonce-1', 'bench') },
      ])
    })

    test('of each code is recorded, and counted by where it was cast', async () => {
      const round = await anOpenRound(open())
      expect(await cast(aCast({ round }))).toBe('recorded')
      const kiosk = aCast({ round, code: 'ben', nonce: 'nonce-2', channel: 'kiosk' })
      expect(await cast(kiosk)).toBe('recorded')
      const { recorded } = await open().counts(round)
      expect(Object.fromEntries(recorded)).toEqual({ 'online:all': 1, 'kiosk:all': 1 })
    })

    test('is taken at the first instant of voting, and at the last', async () => {
      const round = await anOpenRound(open())
      expect(await cast(aCast({ round, now: OPENS_AT }))).toBe('recorded')
      const last = aCast({ round, code: 'ben', nonce: 'nonce-2', now: CLOSES_AT - 1 })
      expect(await cast(last)).toBe('recorded')
    })
  })

  describe('sending the same ballot again', () => {
    test('is answered as recorded, and nothing is counted twice', async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      expect(await open().cast(aCast({ round }))).toEqual(RECORDED)
      expect((await open().counts(round)).recorded.get('online:all')).toBe(1)
      expect(await inBox(round)).toBe(1)
    })

    test('keeps the first record, though the second was sealed anew', async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      await cast(aCast({ round, record: recordOf('sealed again', 'bench') }))
      expect(await inBox(round)).toBe(1)
      const [ballot] = await open().ballots(round, 'all')
      expect(ballot?.record).toBe(recordOf('nonce-1', 'bench'))
    })

    test.each(['pause', 'close'] as const)('is answered as recorded after a %s', async (change) => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      await open().transition(round, change)
      expect(await open().cast(aCast({ round }))).toEqual(RECORDED)
    })

    test('is answered as recorded after the end, and after the proposals changed', async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      expect(await cast(aCast({ round, now: CLOSES_AT }))).toBe('recorded')
      expect(await cast(aCast({ round, digest: '', schema: 2 }))).toBe('recorded')
    })

    test('can be asked about, whatever the state of the round', async () => {
      const round = await anOpenRound(open())
      const { mark, retry } = aCast({ round })
      expect(await open().hasRecorded(round, mark, retry)).toBe(false)
      await cast(aCast({ round }))
      await open().transition(round, 'close')
      expect(await open().hasRecorded(round, mark, retry)).toBe(true)
      const other = aCast({ round, choices: 'swing' })
      expect(await open().hasRecorded(round, mark, other.retry)).toBe(false)
      expect(await open().hasRecorded(round, markOf('ben'), retry)).toBe(false)
      expect(await open().hasRecorded(round, markOf('nobody'), retry)).toBe(false)
    })
  })

  describe('a second ballot with one code', () => {
    test('is refused; sent with the same nonce, the answer says the first choices stand', async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      expect(await cast(aCast({ round, choices: 'swing' }))).toBe('first-choices-stand')
      expect(await cast(aCast({ round, nonce: 'nonce-2', choices: 'swing' }))).toBe('token-used')
      expect(await cast(aCast({ round, nonce: 'nonce-2' }))).toBe('token-used')
      expect(await inBox(round)).toBe(1)
      const [ballot] = await open().ballots(round, 'all')
      expect(ballot?.record).toBe(recordOf('nonce-1', 'bench'))
    })

    test('is refused as used even in another area, paused or closed', async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      const again = aCast({ round, nonce: 'nonce-2' })
      expect(await cast({ ...again, pool: NORTH })).toBe('token-used')
      await open().transition(round, 'pause')
      expect(await cast(again)).toBe('token-used')
      await open().transition(round, 'close')
      expect(await cast(again)).toBe('token-used')
    })
  })

  describe('a code that may not vote', () => {
    test('is unknown where nobody issued it, where it is a reserve, and in another round', async () => {
      const round = await anOpenRound(open())
      expect(await cast(aCast({ round, code: 'nobody' }))).toBe('token-unknown')
      expect(await cast(aCast({ round, code: 'rex' }))).toBe('token-unknown')
      expect(await cast(aCast({ round: aRoundId() }))).toBe('token-unknown')
      expect(await inBox(round)).toBe(0)
    })

    test('is unknown while its batch is a draft, also once the round is open', async () => {
      const round = aRoundId()
      const marks = [{ mark: markOf('ada'), serial: serialOf('ada') }]
      await open().draftMarks({ round, pool: 'all', kind: 'live', batch: 'late', marks })
      expect(await cast(aCast({ round }))).toBe('token-unknown')
      expect(await open().open(round, aMeta(), 0)).toBe(true)
      expect(await cast(aCast({ round }))).toBe('token-unknown')
    })

    test('is revoked once its letter was replaced', async () => {
      const round = await anOpenRound(open())
      await open().reissue(round, serialOf('ada'), serialOf('rex'))
      expect(await cast(aCast({ round }))).toBe('token-revoked')
      expect(await cast(aCast({ round, code: 'rex' }))).toBe('recorded')
      expect(await inBox(round)).toBe(1)
    })

    test('is used while its paper ballot waits to be boxed', async () => {
      const round = await anOpenRound(open())
      await setMark(round, markOf('ada'), `held:all:batch-1:${aCast({ round }).use}`)
      expect(await cast(aCast({ round }))).toBe('token-used')
      expect(await inBox(round)).toBe(0)
    })

    test('of another area is refused in this one and taken in its own', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada'], pool: NORTH })
      await issue(open(), round, { codes: ['ben'], pool: SOUTH })
      await open().open(round, aMeta(), 2)
      expect(await cast(aCast({ round, pool: SOUTH }))).toBe('token-other-area')
      expect(await cast(aCast({ round, pool: NORTH }))).toBe('recorded')
      expect(await inBox(round, SOUTH)).toBe(0)
      expect(await inBox(round, NORTH)).toBe(1)
    })
  })

  describe('a good code is refused', () => {
    test('before the round was opened at all', async () => {
      const round = aRoundId()
      await issue(open(), round, { codes: ['ada'] })
      expect(await cast(aCast({ round }))).toBe('round-not-voting')
      expect(await cast(aCast({ round, pool: NORTH }))).toBe('token-other-area')
    })

    test.each([
      ['a moment before voting opens', { now: OPENS_AT - 1 }, 'round-not-voting'],
      ['at the very end, which is too late', { now: CLOSES_AT }, 'round-not-voting'],
      ['when the proposals were changed since', { digest: 'another' }, 'ballot-changed'],
      ['when voter and website disagree on the proposals', { digest: '' }, 'ballot-changed'],
      ['by software of another version', { schema: 2 }, 'reload'],
      ['by a website with another key', { fingerprint: 'fedcba9876543210' }, 'other-key'],
    ] as const)('%s', async (_when, changes, outcome) => {
      const round = await anOpenRound(open())
      expect(await cast(aCast({ round, ...changes }))).toBe(outcome)
      expect(await cast(aCast({ round }))).toBe('recorded')
      expect(await inBox(round)).toBe(1)
    })

    test('while voting is paused, and taken when it goes on', async () => {
      const round = await anOpenRound(open())
      await open().transition(round, 'pause')
      expect(await cast(aCast({ round }))).toBe('voting-paused')
      await open().transition(round, 'resume')
      expect(await cast(aCast({ round }))).toBe('recorded')
      expect(await inBox(round)).toBe(1)
    })

    test('once the round was closed, whatever the clock says', async () => {
      const round = await anOpenRound(open())
      await open().transition(round, 'close')
      expect(await cast(aCast({ round }))).toBe('round-not-voting')
      expect(await inBox(round)).toBe(0)
    })

    test("when somebody else's ballot lies under the receipt, and taken with a new nonce", async () => {
      const round = await anOpenRound(open())
      await cast(aCast({ round }))
      expect(await cast(aCast({ round, code: 'ben', choices: 'swing' }))).toBe('nonce-taken')
      expect(await cast(aCast({ round, code: 'ben', nonce: 'nonce-2' }))).toBe('recorded')
      expect(await inBox(round)).toBe(2)
      const records = (await open().ballots(round, 'all')).map(({ record }) => record)
      expect(records).toContain(recordOf('nonce-1', 'bench'))
    })
  })

  describe('what is checked first', () => {
    test('the key, then the code, then the version, the state and the proposals', async () => {
      const round = await anOpenRound(open(), { schema: 2, digest: 'another' })
      const wrong = aCast({ round, code: 'nobody', fingerprint: 'other' })
      expect(await cast(wrong)).toBe('other-key')
      expect(await cast({ ...wrong, fingerprint: aCast({ round }).fingerprint })).toBe(
        'token-unknown',
      )
      await open().transition(round, 'pause')
      expect(await cast(aCast({ round, now: CLOSES_AT }))).toBe('reload')
      expect(await cast(aCast({ round, schema: 2, now: CLOSES_AT }))).toBe('voting-paused')
      await open().transition(round, 'resume')
      expect(await cast(aCast({ round, schema: 2, now: CLOSES_AT }))).toBe('round-not-voting')
      expect(await cast(aCast({ round, schema: 2 }))).toBe('ballot-changed')
    })
  })
}
