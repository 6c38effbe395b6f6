/**
 * The proof about guessed codes: in a small space they are hit and the alarm rings, in the real space the
 * generator is fair, and a wrong answer tells nothing by its bytes, its commands or the limiter's part.
 *
 * Talks to a Redis, SQLite files and the clock. Invariant: codes are made by the clerk's own code, guesses
 * go through the real function; a time is never asserted, only whether a planted difference is seen.
 * The long form (TEST_HEAVY=1) makes 100,000 codes and guesses more.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { readSettings } from '../../src/adapters/env.ts'
import { compose } from '../../src/adapters/live.ts'
import { need } from '../../src/commands/clerk-command.ts'
import { isToken, makeToken, TOKEN_BYTES, type Token } from '../../src/domain/token.ts'
import { makeTokenBatch } from '../../src/domain/token-batch.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import type { Ports } from '../../src/service/ports.ts'
import { examine } from './guessing-codes.ts'
import { BAD_GENERATORS, seededBytes } from './guessing-generators.ts'
import { guess, openGuessedRound, type GuessedRound } from './guessing-round.ts'
import { compareTimes } from './guessing-timing.ts'
import { failingLimiter, slowlyRevoked, watched } from './guessing-watch.ts'
import { makeRandom } from './faults-random.ts'

const STORES = ['redis', 'sqlite'] as const
/** Pairs of a comparison that looks once. */
const PAIRS = IS_HEAVY ? 1000 : 200

const GUESSER = '198.51.100.7'

/** A code of which only the first 20 bits are other than zero. */
function narrowBytes(number: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(TOKEN_BYTES)
  new DataView(bytes.buffer).setUint32(0, number << 12)
  return bytes
}

function tokenOutOfTheAir(): Token {
  return makeToken(Uint8Array.from(randomBytes(TOKEN_BYTES)))
}

describe.each(STORES)('a code space of 20 bits, %s', (store) => {
  const SPACE = 2 ** 20
  const ISSUED = 20_000
  const GUESSES = IS_HEAVY ? 8000 : 800

  test('is hit as often as chance has it, and the alarm rings', { timeout: 900_000 }, async () => {
    const random = makeRandom(20)
    const drawn = new Set<number>()
    const fresh = (): number => {
      const number = random.below(SPACE)
      if (drawn.has(number)) return fresh()
      drawn.add(number)
      return number
    }
    const fair = seededBytes(21)
    const bytes = (count: number): Uint8Array<ArrayBuffer> =>
      count === TOKEN_BYTES ? narrowBytes(fresh()) : fair(count)
    const round = await openGuessedRound(store, { live: ISSUED, reserve: 0 }, bytes)
    const answers = new Map<string, number>()
    const hit = new Set<string>()
    for (let sent = 0; sent < GUESSES; sent++) {
      const token = makeToken(narrowBytes(random.below(SPACE)))
      const { code } = await guess(round.ports, { token, address: GUESSER })
      answers.set(code, (answers.get(code) ?? 0) + 1)
      if (code === 'recorded') hit.add(token)
    }
    // Binomial with p = 20,000 in 2^20, on a fixed seed: of a million seeds one or two would be outside of this.
    const expected = (GUESSES * ISSUED) / SPACE
    expect(hit.size).toBeGreaterThan(Math.max(0, expected - 5 * Math.sqrt(expected)))
    expect(hit.size).toBeLessThan(expected + 5 * Math.sqrt(expected))
    expect(answers.get('token-unknown')).toBe(20)
    const failed = GUESSES - hit.size - (answers.get('token-used') ?? 0)
    expect(answers.get('too-many-requests')).toBe(failed - 20)
    const alarms = round.lines.filter((line) => line.includes('"codes-guessed"'))
    expect(alarms).toHaveLength(failed - 20)
    const good = round.live.find(({ token }) => !hit.has(token))
    const voter = { token: good?.token ?? '', address: GUESSER }
    expect((await guess(round.ports, voter)).code).toBe('recorded')
    await round.close()
    console.log(`${store}: ${hit.size} hits in ${GUESSES} guesses, ${expected.toFixed(1)} expected`)
  })
})

describe('the codes that are made', () => {
  const BATCHES = IS_HEAVY ? 20 : 4
  let folder: string
  let real: Ports

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codes-'))
    const key = Buffer.from(randomBytes(32)).toString('base64url')
    const settings = {
      STORE: 'sqlite',
      DATA_DIR: folder,
      CHEST_KEY: key,
      SITE_URL: 'http://localhost',
      // Nothing is published here, but a home without a publisher does not open.
      ...{ GITHUB_REPOSITORY: 'nobody/nothing', GITHUB_TOKEN: 'none' },
    }
    real = await compose(readSettings(settings))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const issue = (batches: number, bytes: (count: number) => Uint8Array) =>
    Array.from({ length: batches }, () => {
      const { letters, marks } = makeTokenBatch('spring', 5000, bytes)
      return { letters, registered: marks.map(({ serial }) => serial) }
    })

  test(
    `are fair in ${BATCHES * 5000}: no bit, letter, pair or order stands out`,
    { timeout: 300_000 },
    () => {
      const batches = issue(BATCHES, (count) => real.random.bytes(count))
      expect(examine(batches)).toEqual([])
      expect(
        batches.flatMap(({ letters }) => letters).filter(({ token }) => !isToken(token)),
      ).toEqual([])
    },
  )

  test.each(BAD_GENERATORS)('are found out where %s', (_, make, expected) => {
    expect(examine(issue(2, make())).join('\n')).toMatch(expected)
  })

  test('are found out where a batch comes twice, or marks are not shuffled', () => {
    const [one] = issue(1, (count) => real.random.bytes(count))
    if (one === undefined) expect.fail()
    expect(examine([one, one]).join('\n')).toMatch(/^5000 codes are there twice$/m)
    const inOrder = { ...one, registered: one.letters.map(({ serial }) => serial) }
    expect(examine([inOrder])).toEqual(['marks are registered in the order of their serials'])
    const rising = one.letters.map(({ token }) => token).toSorted()
    const letters = one.letters.map(({ serial }, at) => ({ serial, token: rising[at] ?? '' }))
    expect(examine([{ ...one, letters }]).join('\n')).toMatch(/^codes rise or fall/m)
  })
})

describe.each(STORES)('a wrong code, %s', (store) => {
  let round: GuessedRound
  let revoked: string
  beforeAll(async () => {
    round = await openGuessedRound(store, { live: 8, reserve: 2 })
    const [lost, reserve] = [round.live[0], round.reserve[0]]
    if (lost === undefined || reserve === undefined) throw new Error('there are letters')
    const request = { roundId: 'spring', lost: lost.serial, reserve: reserve.serial }
    need(await reissueToken(round.ports, request))
    revoked = lost.token
  })
  afterAll(() => round.close())

  test('is answered alike whether unknown or in reserve: bytes, commands, limiter', async () => {
    const reserve = round.reserve[1]?.token ?? ''
    const seen = []
    // The first guess of an hour and of a day costs a command more: their counters get an end.
    await watched(round, tokenOutOfTheAir())
    for (const token of [tokenOutOfTheAir(), reserve, tokenOutOfTheAir()])
      seen.push(await watched(round, token))
    expect(seen[0]).toMatchObject({ code: 'token-unknown', status: 403 })
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
    // A revoked code is told so: the letter is known to be lost, and its holder must ask the clerk.
    expect(await watched(round, revoked)).toMatchObject({ code: 'token-revoked', asked: [] })
  })

  test(
    'shows a planted 2 ms between unknown and revoked, and nothing where nothing is',
    { timeout: 300_000 },
    async () => {
      const ports: Ports = { ...round.ports, limiter: { allow: async () => true } }
      const slow: Ports = { ...ports, box: { ...ports.box, cast: slowlyRevoked(ports) } }
      const unknown = tokenOutOfTheAir()
      const send = (from: Ports, token: string) => () => guess(from, { token, address: GUESSER })
      const nothing = await compareTimes(send(ports, unknown), send(ports, unknown), {
        most: PAIRS,
        bound: Infinity,
      })
      const planted = await compareTimes(send(slow, unknown), send(slow, revoked), {
        most: 6000,
        bound: 7,
      })
      const real = await compareTimes(send(round.ports, unknown), send(round.ports, revoked), {
        most: PAIRS,
        bound: Infinity,
      })
      console.log(
        [
          `${store}, milliseconds (deviations, pairs)`,
          ...Object.entries({ nothing, planted, real }).map(
            ([name, { median, deviations, pairs }]) =>
              `${name} ${median.toFixed(2)} (${deviations.toFixed(1)}, ${pairs})`,
          ),
        ].join('; '),
      )
      expect(Math.abs(nothing.deviations)).toBeLessThan(6)
      expect(planted.deviations).toBeGreaterThan(7)
    },
  )

  test('keeps its answer where the limiter’s store fails, and a good code votes', async () => {
    const { ports, stop, fired } = failingLimiter(round)
    const before = round.lines.filter((line) => line.includes('codes-guessed')).length
    for (let sent = 0; sent < 25; sent++)
      expect((await guess(ports, { token: tokenOutOfTheAir(), address: '203.0.113.5' })).code).toBe(
        'token-unknown',
      )
    const voter = { token: round.live[1]?.token ?? '', address: '203.0.113.5' }
    expect((await guess(ports, voter)).code).toBe('recorded')
    expect(round.lines.filter((line) => line.includes('codes-guessed'))).toHaveLength(before)
    expect(fired()).toBe(50)
    stop()
  })
})
