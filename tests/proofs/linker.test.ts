/**
 * The proof that nothing stored, published or logged joins a code to a ballot: a program that tries to.
 *
 * Talks to a Redis with an append-only file, SQLite files, and git. Invariant: a program that finds none of
 * the planted leaks proves nothing, so each class of leak is planted in what it reads of every pool.
 * The long form (TEST_HEAVY=1) has pools of 128 and 1,000 as well, and every plant in the large pools.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { readRecords } from './linker-boxed.ts'
import { carelessIn } from './linker-careless.ts'
import { holdForLinker, type Election, type Planter } from './linker-election.ts'
import { FEW_PLANTS } from './linker-few.ts'
import { openLinkerHome, type LinkerHome } from './linker-home.ts'
import { knownOf, plantIn, PLANTS, ROUGH_PLANT } from './linker-plants.ts'
import { readingOf, readingOfLetters, readingsOfHalves, type Records } from './linker-readings.ts'
import type { Sight } from './linker-sights.ts'
import { readSlowLog, rewriteLog } from './linker-watched.ts'
import { joinsIn } from './linker-together.ts'
import { inWords, link, type Reading, type Verdict } from './linker.ts'

const ALL_POOLS = [5, 30, 128, 129, 1000]
const POOLS = {
  redis: IS_HEAVY ? ALL_POOLS : [30, 129],
  sqlite: IS_HEAVY ? ALL_POOLS : [5, 30],
}
/** Chance joins one voter of five in each round; only many rounds together can show that it is no chance. */
const SMALL_ROUNDS = 12
/** Redis keeps the order of hashes up to this size. */
const MOST_IN_ORDER = 128

/** A few are at most so small a part of a pool. */
const PART_OF = 8

/** Beside a plant stand the lists that people read; the search is charged for all the others as well. */
const PLAIN = /^(?:store (?:chest:round:ROUND:)?(?:mark|box:all|ballot)|file .*\.(?:csv|txt)|log)$/

type Held = { readonly election: Election; readonly records: Records }

async function hold(home: LinkerHome, voters: number, planter?: Planter): Promise<Held[]> {
  const held: Held[] = []
  for (let seed = 1; seed <= (voters < 10 ? SMALL_ROUNDS : 1); seed++) {
    const plan = { voters, abstainers: 3, seed: seed * 1000 + voters }
    const election = await holdForLinker(home, planter ? { ...plan, planter } : plan)
    held.push({ election, records: await readRecords(election) })
  }
  return held
}

function say(what: string, verdict: Verdict): Verdict {
  console.log(`${what}: ${inWords(verdict)}`)
  return verdict
}

describe.each(['redis', 'sqlite'] as const)('in %s', { timeout: 600_000 }, (name) => {
  describe.each(POOLS[name])('a pool of %i', (voters) => {
    let home: LinkerHome
    let held: Held[]
    beforeAll(async () => {
      home = await openLinkerHome(name, { git: voters >= 10 })
      held = await hold(home, voters)
    }, 600_000)
    afterAll(async () => {
      held.forEach(({ election }) => election.close())
      await home.close()
    })

    const title = `${name}, ${voters}`
    let whole: Reading[]
    let tried = 0
    const readAll = (sights: (election: Election) => readonly Sight[]) =>
      whole.map((reading, at) => ({ ...reading, sights: sights(held[at]!.election) }))

    test('store, board, git history, files and log join nobody', () => {
      whole = held.map(({ election, records }) =>
        readingOf(election, records, election.sights.after),
      )
      const verdict = say(title, link(whole))
      tried = verdict.tried
      expect(verdict.leaks).toEqual([])
      expect(whole.flatMap(joinsIn)).toEqual([])
    })

    test('a copy of the store in the middle tells no more than who voted before it', () => {
      const readings = held.flatMap(({ election, records }) =>
        readingsOfHalves(election, records, [
          ...election.sights.after,
          ...copied(election.sights.middle),
        ]),
      )
      expect(say(`${title}, two copies`, link(readings)).leaks).toEqual([])
      expect(readings.flatMap(joinsIn)).toEqual([])
    })

    test('the store does not tell which letter has which mark', () => {
      const readings = held.map(({ election }) =>
        readingOfLetters(election, election.sights.before),
      )
      expect(say(`${title}, letters`, link(readings)).leaks).toEqual([])
      expect(readings.flatMap(joinsIn)).toEqual([])
    })

    const many = IS_HEAVY ? [...PLANTS, ROUGH_PLANT] : [ROUGH_PLANT]
    const plants = voters > 100 ? many : PLANTS
    test.each(plants)('a planted leak is found: $leak', (plant) => {
      const planted = whole.map((reading, at) => {
        return plantIn(plant, plainly(reading), held[at]!.election)
      })
      expect(link(planted, tried).leaks).not.toEqual([])
    })

    const few = [1, 3, 10].filter((count) => count * PART_OF <= voters)
    const partial = few.flatMap((count) => FEW_PLANTS.map((plant) => ({ ...plant, count })))
    test.each(partial)('a leak of $count is found, and whose: $leak', ({ count, by, plant }) => {
      const [reading, election] = [plainly(whole[0]!), held[0]!.election]
      const step = Math.floor(voters / count)
      const casts = knownOf(election).filter(({ at }) => at % step === 0 && at < step * count)
      const found = joinsIn(plant(reading, casts)).filter((join) => join.by === by)
      expect(new Set(found.flatMap(({ people }) => people)).size).toBe(count)
      for (const { people, ballots } of found) {
        const theirs = people.map((person) => reading.truth[person])
        expect(ballots.toSorted(ascending)).toEqual(theirs.toSorted(ascending))
      }
    })

    test('the write log, as a file, joins who voted so far', () => {
      const verdict = say(`${title}, raw files`, link(readAll(({ raw }) => raw.middle)))
      expect(verdict.leaks).not.toEqual([])
      // SQLite begins its log anew after a thousand pages, so that of many voters it joins the last ones.
      const all = sum(held.map(({ election }) => election.middle || voters))
      if (voters < 500) expect(verdict.leaks[0]?.hits).toBe(all)
    })

    test('the files join nobody once they were written anew', async () => {
      if (name === 'redis') await rewriteLog(home.target)
      // SQLite's were written anew when the round closed.
      const raw = name === 'redis' ? home.readRaw() : undefined
      const verdict = link(readAll((election) => raw ?? election.raw.after))
      expect(say(`${title}, raw files anew`, verdict).leaks).toEqual([])
    })
  })
})

describe.each(POOLS.redis.filter((voters) => voters <= MOST_IN_ORDER))(
  'a careless Redis with a pool of %i',
  { timeout: 600_000 },
  (voters) => {
    let home: LinkerHome
    let held: Held[]
    beforeAll(async () => {
      home = await openLinkerHome('redis', { git: false })
      held = await hold(home, voters, carelessIn(home.target))
    }, 600_000)
    afterAll(async () => {
      held.forEach(({ election }) => election.close())
      await home.close()
    })

    test.each([
      ['short values in small hashes', /short-/],
      ['keys that end one after the other', /store keys/],
    ])('gives the join away by %s', (_, names) => {
      const readings = held.map(({ election, records }) =>
        readingOf(
          election,
          records,
          election.sights.after.filter((sight) => names.test(sight.name)),
        ),
      )
      expect(link(readings).leaks).not.toEqual([])
    })

    test('gives the letters away where marks come in their order', () => {
      const readings = held.map(({ election }) =>
        readingOfLetters(election, election.sights.before),
      )
      expect(link(readings).leaks).not.toEqual([])
    })
  },
)

describe('what does join a code to a sealed ballot', () => {
  let home: LinkerHome
  beforeAll(async () => {
    home = await openLinkerHome('redis', { git: false })
  })
  afterAll(() => home.close())

  test('a copy at 25 ballots and one at the close, where only one more ballot came', async () => {
    const [held] = await hold(home, 26)
    const { election, records } = held!
    const last = readingsOfHalves(election, records, [])[1]!
    const names = (sights: readonly Sight[]) =>
      sights.map(({ lines }) => lines.join('\n')).join('\n')
    const [earlier, later] = [names(election.sights.middle), names(election.sights.after)]
    const fresh = ({ texts }: { texts: readonly string[] }) =>
      texts.some((text) => later.includes(text) && !earlier.includes(text))
    expect(last.people[0]?.filter(fresh).map(({ kind }) => kind)).toContain('use')
    expect(last.ballots[0]?.filter(fresh).map(({ kind }) => kind)).toContain('receipt')
    expect(last.truth).toEqual([0])
    election.close()
  })

  test('the slow log of Redis, for a cast that it found slow', async () => {
    let held: Held[] = []
    const log = await readSlowLog(home.target, async () => {
      held = await hold(home, 20)
    })
    const { election, records } = held[0]!
    const verdict = say('slow log', link([readingOf(election, records, [log])]))
    expect(verdict.leaks).not.toEqual([])
    election.close()
  })
})

function plainly(reading: Reading): Reading {
  return { ...reading, sights: reading.sights.filter(({ name }) => PLAIN.test(name)) }
}

function copied(sights: readonly Sight[]): Sight[] {
  return sights
    .filter(({ name }) => name.startsWith('store'))
    .map((sight) => ({ ...sight, name: `copy of ${sight.name}` }))
}

function ascending(one: number | undefined, other: number | undefined): number {
  return (one ?? -1) - (other ?? -1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
