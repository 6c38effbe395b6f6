/**
 * The contract of a round's way from open to published: states, the end of voting, the count.
 *
 * Talks to the store that it is given. Invariant: a closed box never opens again, and no ballot is read
 * before it was closed. Decided in docs/decisions/0002.
 */
import { describe, expect, test } from 'vitest'
import {
  BOX_STATES,
  TRANSITIONS,
  type BoxState,
  type Transition,
} from '../../src/domain/box-state.ts'
import type { RoundId } from '../../src/domain/id.ts'
import type { BallotBox } from '../../src/service/ports.ts'
import {
  aCast,
  aMeta,
  anOpenRound,
  aRoundId,
  CLOSES_AT,
  issue,
  NORTH,
} from '../support/box-data.ts'

type Change = Exclude<Transition, 'open'>

/** How a round comes into each state. */
const WAY: Record<Exclude<BoxState, 'draft' | 'purged'>, readonly Change[]> = {
  open: [],
  paused: ['pause'],
  closed: ['close'],
  sealed: ['close', 'seal'],
  published: ['close', 'seal', 'publish'],
}

/** The purge leads to the last one, and has a contract of its own. */
const STATES = BOX_STATES.filter((state) => state !== 'purged')

const CHANGES = ['pause', 'resume', 'close', 'seal', 'publish'] as const satisfies readonly Change[]

export function closeContract(open: () => BallotBox): void {
  const aRoundIn = async (state: (typeof STATES)[number]): Promise<RoundId> => {
    if (state === 'draft') return aRoundId()
    const round = await anOpenRound(open())
    for (const change of WAY[state]) await open().transition(round, change)
    return round
  }
  const stateOf = async (round: RoundId) => (await open().meta(round))?.state ?? 'draft'

  describe('the state of a round', () => {
    test.each(STATES)('%s: only the changes that start from it are made', async (state) => {
      for (const change of CHANGES) {
        const { from, to } = TRANSITIONS[change]
        const allowed = from.some((each) => each === state)
        const round = await aRoundIn(state)
        expect(await open().transition(round, change)).toBe(allowed)
        expect(await stateOf(round)).toBe(allowed ? to : state)
      }
    })

    test('changes nothing else of what was pinned', async () => {
      const round = await anOpenRound(open())
      const before = await open().meta(round)
      await open().transition(round, 'pause')
      expect(await open().meta(round)).toEqual({ ...before, state: 'paused' })
    })
  })

  describe('the end of voting', () => {
    test('that was moved after somebody looked at it keeps the round open', async () => {
      const round = await anOpenRound(open())
      await open().extend(round, CLOSES_AT + 1000)
      expect(await open().transition(round, 'close', { closesAt: CLOSES_AT })).toBe(false)
      expect(await stateOf(round)).toBe('open')
      expect(await open().transition(round, 'close', { closesAt: CLOSES_AT + 1000 })).toBe(true)
    })

    test('can be moved to a later instant, and ballots are taken until then', async () => {
      const round = await anOpenRound(open())
      expect(await open().extend(round, CLOSES_AT + 1000)).toBe(true)
      expect(await open().meta(round)).toMatchObject({ closesAt: CLOSES_AT + 1000 })
      const late = aCast({ round, now: CLOSES_AT })
      expect(await open().cast(late)).toMatchObject({ outcome: 'recorded' })
    })

    test('is never moved to the same instant or an earlier one', async () => {
      const round = await anOpenRound(open())
      expect(await open().extend(round, CLOSES_AT)).toBe(false)
      expect(await open().extend(round, CLOSES_AT - 1)).toBe(false)
      expect(await open().meta(round)).toMatchObject({ closesAt: CLOSES_AT })
    })

    test.each(STATES)('is moved only while voting is open or paused: %s', async (state) => {
      const round = await aRoundIn(state)
      const allowed = state === 'open' || state === 'paused'
      expect(await open().extend(round, CLOSES_AT + 1)).toBe(allowed)
    })
  })

  describe('the ballots', () => {
    test.each(STATES)('are read only once the box was closed: %s', async (state) => {
      const round = await aRoundIn(state)
      if (['closed', 'sealed', 'published'].includes(state))
        expect(await open().ballots(round, 'all')).toEqual([])
      else await expect(open().ballots(round, 'all')).rejects.toThrow('not closed')
    })

    test('are read sorted by receipt, all of them, each with its own record', async () => {
      const round = aRoundId()
      const codes = Array.from({ length: 700 }, (_, index) => `code-${index}`)
      await issue(open(), round, { codes })
      await open().open(round, aMeta(), 700)
      const casts = codes.map((code) => aCast({ round, code, nonce: `nonce of ${code}` }))
      for (const cast of casts) await open().cast(cast)
      await open().transition(round, 'close')
      const expected = casts
        .map(({ receipt, record }) => ({ receipt, record }))
        .toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))
      expect(await open().ballots(round, 'all')).toEqual(expected)
      expect(await open().ballots(round, NORTH)).toEqual([])
    })
  })

  describe('the digest of a result', () => {
    test('is stored once: a second, different one is answered with the first', async () => {
      const round = aRoundId()
      expect(await open().pinResult(round, 1, 'first')).toBe('first')
      expect(await open().pinResult(round, 1, 'first')).toBe('first')
      expect(await open().pinResult(round, 1, 'second')).toBe('first')
      expect(await open().pinResult(round, 2, 'second')).toBe('second')
    })
  })
}
