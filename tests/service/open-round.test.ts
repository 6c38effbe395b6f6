import { afterEach, describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { OpeningRecordSchema } from '../../src/domain/opening-record.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { extendRound } from '../../src/service/extend-round.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { LocalTimeSchema } from '../../src/domain/time.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { BEFORE, DURING, testPorts, votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function ports(given: Parameters<typeof testPorts>[0] = {}) {
  const made = await testPorts(given)
  opened.push(made)
  return made
}

const letters = (to: Ports, kind: 'live' | 'reserve', count: number) =>
  makeLetters(to, { round: 'spring', pool: 'all', kind, count, keep: async () => {} })

const lettersOf = (to: Ports, pool: string, kind: 'live' | 'reserve' = 'live') =>
  makeLetters(to, { round: 'spring', pool, kind, count: 3, keep: async () => {} })

async function board(from: Ports) {
  const head = await from.publisher.head('board')
  const text = head && (await from.publisher.read(head, 'rounds/spring/0.json'))
  return text === undefined
    ? undefined
    : v.parse(v.pipe(v.string(), v.parseJson(), OpeningRecordSchema), text)
}

describe('openRound', () => {
  test('publishes the opening record on the board, with codes counted but not named', async () => {
    const given = await ports()
    await letters(given, 'live', 7)
    await letters(given, 'reserve', 2)
    expect(await openRound(given, 'spring')).toMatchObject({ ok: true })
    expect(await board(given)).toMatchObject({
      protocol: 'common-chest/1',
      opensAt: '2027-05-03T06:00:00Z',
      closesAt: '2027-05-16T18:00:00Z',
      issued: [{ pool: 'all', live: 7, reserve: 2 }],
      floor: 50,
    })
    expect((await given.box.meta(aRound().id))?.head).toMatch(/^0:[0-9a-f]{8}$/)
  })

  test.each([
    ['no codes were made', {}, 0, 'no-codes'],
    ['the lot was not drawn', { round: { ...aRound(), lot: undefined } }, 1, 'lot-not-drawn'],
    [
      'a ballot asks for more proposals than there are',
      { round: aRound({ ballot: { type: 'approval', minLength: 4 } }) },
      1,
      'ballot-impossible',
    ],
    [
      'the cheapest proposals that a ballot asks for cost more than it may',
      { round: aRound({ ballot: { type: 'knapsack', minLength: 2, maxCost: 1 } }) },
      1,
      'ballot-impossible',
    ],
    ['there is nothing to vote on', { proposals: [] }, 1, 'ballot-impossible'],
  ])('refuses where %s', async (_, content, count, code) => {
    const given = await ports(content)
    if (count > 0) await letters(given, 'live', count)
    expect(await openRound(given, 'spring')).toMatchObject({ error: { code } })
    expect(await board(given)).toBeUndefined()
  })

  describe('where the round has boxes of its own for areas', () => {
    const areas = [
      { id: 'north', name: 'North', budget: 40_000 },
      { id: 'south', name: 'South', budget: 35_000 },
    ]
    const given = {
      round: aRound({ budget: undefined, areas }),
      proposals: [aProposal('bench', { area: 'north' }), aProposal('park', { area: 'south' })],
    }

    test('refuses codes that are older than the areas, with which nobody could vote', async () => {
      const made = await ports()
      await letters(made, 'live', 3)
      await letters(made, 'reserve', 1)
      made.setContent(given)
      const refused = { error: { code: 'codes-of-no-box', details: { count: 4 } } }
      expect(await openRound(made, 'spring')).toMatchObject(refused)
      for (const pool of ['north', 'south']) await lettersOf(made, pool)
      expect(await openRound(made, 'spring')).toMatchObject(refused)
      expect(await advanceRounds(made)).toMatchObject([{ step: 'open', result: refused }])
      expect(await board(made)).toBeUndefined()
    })

    test('refuses a box without codes that can vote, and opens when each has some', async () => {
      const made = await ports(given)
      await lettersOf(made, 'north')
      await lettersOf(made, 'south', 'reserve')
      expect(await openRound(made, 'spring')).toMatchObject({
        error: { code: 'box-without-codes', details: { boxes: 'South' } },
      })
      await lettersOf(made, 'south')
      expect(await openRound(made, 'spring')).toMatchObject({ ok: true })
    })
  })

  test('opens once, and lets no codes in after that', async () => {
    const given = await ports()
    await letters(given, 'live', 1)
    await openRound(given, 'spring')
    expect(await openRound(given, 'spring')).toMatchObject({ error: { code: 'state-wrong' } })
    expect(await letters(given, 'live', 1)).toMatchObject({ error: { code: 'codes-frozen' } })
  })

  test('can be repeated where it broke off after the record was published', async () => {
    const given = await ports()
    await letters(given, 'live', 1)
    const broken = {
      ...given,
      box: { ...given.box, open: () => Promise.reject(new Error('killed')) },
    }
    await expect(openRound(broken, 'spring')).rejects.toThrow('killed')
    await letters(given, 'live', 1)
    expect(await openRound(given, 'spring')).toMatchObject({ ok: true })
    expect((await board(given))?.issued).toEqual([{ pool: 'all', live: 2, reserve: 0 }])
  })

  test('is done by the schedule when the time has come', async () => {
    const given = await ports({ now: BEFORE })
    await letters(given, 'live', 1)
    expect(await advanceRounds(given)).toEqual([])
    given.setNow(DURING)
    expect(await advanceRounds(given)).toMatchObject([{ step: 'open', result: { ok: true } }])
  })

  test('is tried by the schedule, and logged, where codes are missing', async () => {
    const given = await ports()
    expect(await advanceRounds(given)).toMatchObject([{ step: 'open', result: { ok: false } }])
    expect(given.events).toContain('round-not-open')
  })
})

describe('changeRound', () => {
  test('pauses and resumes, and never closes before the announced end', async () => {
    const given = await votingPorts(1)
    opened.push(given)
    expect(await changeRound(given, 'spring', 'pause', 'A test.')).toEqual({
      ok: true,
      value: 'paused',
    })
    expect(await changeRound(given, 'spring', 'resume')).toEqual({ ok: true, value: 'open' })
    expect(await changeRound(given, 'spring', 'close')).toMatchObject({
      error: { code: 'before-end', details: { earliest: '2027-05-16T18:02:00Z' } },
    })
    expect(await changeRound(given, 'spring', 'seal')).toMatchObject({
      error: { code: 'state-wrong' },
    })
  })
})

describe('advanceRounds', () => {
  test('follows an end that the council moved later in round.md, and never an earlier one', async () => {
    const given = await votingPorts(1)
    opened.push(given)
    const until = (to: string) =>
      given.setContent({
        round: aRound({ phases: [{ phase: 'voting', from: '2027-05-03 08:00', to }] }),
      })
    until('2027-05-12 20:00')
    expect(await advanceRounds(given)).toEqual([])
    until('2027-05-20 20:00')
    expect(await advanceRounds(given)).toMatchObject([{ step: 'extend', result: { ok: true } }])
    expect((await given.box.meta(aRound().id))?.closesAt).toBe(Date.parse('2027-05-20T18:00:00Z'))
    expect(await advanceRounds(given)).toEqual([])
  })
})

describe('extendRound', () => {
  test('moves the end later, and never earlier or to an hour that does not exist', async () => {
    const given = await votingPorts(1)
    opened.push(given)
    const to = (text: string) => extendRound(given, 'spring', v.parse(LocalTimeSchema, text))
    expect(await to('2027-05-17 20:00')).toMatchObject({ ok: true })
    expect((await given.box.meta(aRound().id))?.closesAt).toBe(Date.parse('2027-05-17T18:00:00Z'))
    expect(await to('2027-05-16 20:00')).toMatchObject({ error: { code: 'end-not-later' } })
    expect(await to('2028-03-26 02:30')).toMatchObject({ error: { code: 'end-not-later' } })
  })
})
