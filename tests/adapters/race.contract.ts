/**
 * The contract of two casts at once: two processes, one code, one ballot.
 *
 * Talks to the store that it is given, from two Node processes. Invariant: a race that did not overlap
 * proves nothing, so the overlap itself is asserted. Decided in docs/decisions/0002.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoundId } from '../../src/domain/id.ts'
import type { CastOutcome, CastRequest } from '../../src/service/ports.ts'
import type { Run } from '../support/at-barrier.ts'
import { aCast, aMeta, aRoundId, issue } from '../support/box-data.ts'
import type { OpenedStore } from '../support/open-store.ts'
import { overlaps, startPair, type Pair } from '../support/race.ts'

const RACES = 60
const CODES = Array.from({ length: RACES }, (_, index) => `code-${index}`)

export function raceContract(opened: () => OpenedStore): void {
  describe('two processes at the same instant', () => {
    let pair: Pair<CastRequest, CastOutcome>
    beforeAll(async () => {
      pair = await startPair('cast-worker.ts', opened().target)
    }, 30_000)
    afterAll(() => pair.stop())

    const aRoundOfRaces = async (): Promise<RoundId> => {
      const { box } = opened().store
      const round = aRoundId()
      await issue(box, round, { codes: CODES })
      await box.open(round, aMeta(), RACES)
      return round
    }
    const raceAll = async (pairOf: (code: string) => readonly [CastRequest, CastRequest]) => {
      const runs: (readonly [Run<CastOutcome>, Run<CastOutcome>])[] = []
      for (const code of CODES) runs.push(await pair.race(...pairOf(code)))
      expect(runs.filter(overlaps).length, 'races that overlapped').toBeGreaterThan(0)
      return runs.map((run) => run.map(({ outcome }) => outcome.outcome).toSorted())
    }
    const closeAndRead = async (round: RoundId) => {
      const { box } = opened().store
      await box.transition(round, 'close')
      const counted = (await box.counts(round)).recorded.get('online:all')
      return { counted, ballots: await box.ballots(round, 'all') }
    }

    test('two different ballots with one code: exactly one is accepted, every time', async () => {
      const round = await aRoundOfRaces()
      const outcomes = await raceAll((code) => [
        aCast({ round, code, nonce: `one ${code}`, choices: 'bench' }),
        aCast({ round, code, nonce: `other ${code}`, choices: 'swing' }),
      ])
      expect(outcomes).toEqual(CODES.map(() => ['recorded', 'token-used']))
      const { counted, ballots } = await closeAndRead(round)
      expect([counted, ballots.length]).toEqual([RACES, RACES])
    }, 60_000)

    test('one ballot sent twice: both are told that it is recorded, and it lies there once', async () => {
      const round = await aRoundOfRaces()
      const outcomes = await raceAll((code) => [
        aCast({ round, code, nonce: code }),
        aCast({ round, code, nonce: code }),
      ])
      expect(outcomes).toEqual(CODES.map(() => ['recorded', 'recorded']))
      const { counted, ballots } = await closeAndRead(round)
      expect([counted, ballots.length]).toEqual([RACES, RACES])
    }, 60_000)

    test('other choices with one nonce: one is accepted, the other hears which stand', async () => {
      const round = await aRoundOfRaces()
      const outcomes = await raceAll((code) => [
        aCast({ round, code, nonce: code, choices: 'bench' }),
        aCast({ round, code, nonce: code, choices: 'swing' }),
      ])
      expect(outcomes).toEqual(CODES.map(() => ['first-choices-stand', 'recorded']))
      expect((await closeAndRead(round)).ballots).toHaveLength(RACES)
    }, 60_000)
  })
}
