/**
 * The proof under load: one code sent by five hundred at once is one ballot, and of many thousands of
 * ballots none is lost.
 *
 * Talks to host processes over HTTP, a Redis and SQLite files. Invariant: what lies in the box is read by
 * redis-cli or SQL, and the published election by the independent verifier. Speeds are printed and never
 * asserted. The long form (TEST_HEAVY=1) casts 32,000 ballots on each store.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { sharedBundle } from '../support/shared.ts'
import { need } from '../../src/commands/clerk-command.ts'
import type { BundledFunction } from '../../src/commands/host/bundle.ts'
import { verifyElection } from '../../src/commands/verify.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { namesOfCode } from './faults-protocol.ts'
import type { RawStore } from './faults-raw.ts'
import { startLoadedSite, type LoadedSite } from './load-site.ts'
import { ballotOf, freshNonce, vote, voteInTurn, type Told } from './load-voters.ts'

const MANY = IS_HEAVY ? 32_000 : 240
const AT_ONCE = 500
const CHECKPOINTS = 8
const MINUTE = 60_000
const MEGABYTE = 1_048_576

let functions: readonly BundledFunction[]

beforeAll(async () => {
  functions = await sharedBundle()
})

const used = ({ mark }: RawStore) =>
  [...mark].filter(([, state]) => state.startsWith('used:all:')).map(([k]) => k)

const recorded = ({ count }: RawStore) => Number(count.get('recorded:online:all') ?? 0)

describe.each(['redis', 'sqlite'] as const)('one code, %s', (store) => {
  let site: LoadedSite
  beforeAll(async () => {
    site = await startLoadedSite(store, 2, functions)
  })
  afterAll(() => site.close())

  test.each([
    ['all with random numbers of their own', 0, 0],
    ['half of them with one random number and the same choices', 1, AT_ONCE / 2],
  ])(`sent ${AT_ONCE} times at once is one ballot: %s`, async (_, letter, alike) => {
    const shared = freshNonce()
    const messages = Array.from({ length: AT_ONCE }, (_each, at) =>
      ballotOf(site, letter, at < alike ? { nonce: shared, choice: 0 } : { choice: at }),
    )
    const told = await Promise.all(messages.map((message) => vote(site, message)))
    const winners = messages.filter((_each, at) => told[at]?.outcome === 'recorded')
    const [winner] = winners
    if (winner === undefined) expect.fail('nobody was told recorded')
    const same = messages.filter(({ nonce }) => nonce === winner.nonce)
    expect(winners).toEqual(same)
    const words = told.flatMap((each) => (each.outcome === 'refused' ? [each.code] : []))
    expect(words).toEqual(Array.from({ length: AT_ONCE - same.length }, () => 'token-used'))
    const receipts = told.flatMap((each) => (each.outcome === 'recorded' ? [each.receipt] : []))
    expect(new Set(receipts).size).toBe(1)
    const again = await vote(site, winner)
    expect(again).toMatchObject({ outcome: 'recorded', receipt: receipts[0] })
    const raw = site.raw()
    expect(raw.box.has(receipts[0] ?? '')).toBe(true)
    expect([raw.box.size, used(raw).length, recorded(raw)]).toEqual([
      letter + 1,
      letter + 1,
      letter + 1,
    ])
  })
})

describe.each(['redis', 'sqlite'] as const)('many ballots, %s', (store) => {
  test(`of ${MANY} none is lost`, { timeout: 3_600_000 }, async () => {
    const site = await startLoadedSite(store, MANY, functions)
    try {
      await soak(site, store)
    } finally {
      await site.close()
    }
  })
})

async function soak(site: LoadedSite, store: string): Promise<void> {
  const messages = site.letters.map((_, letter) => ballotOf(site, letter))
  const memory = [await site.memory()]
  const told = new Map<string, Told>()
  const started = performance.now()
  for (let part = 0; part < CHECKPOINTS; part++) {
    const [from, to] = [part, part + 1].map((at) => Math.floor((MANY * at) / CHECKPOINTS))
    const voters = voteInTurn(site, messages.slice(from, to), {
      atOnce: 16,
      tell: (message, answer) => void told.set(message.token, answer),
    })
    // While ballots come in, a checkpoint over those that are there.
    const board = part === 0 ? undefined : site.schedule('advance-rounds', 31 * MINUTE)
    await Promise.all([voters, board])
    memory.push(await site.memory())
  }
  const seconds = (performance.now() - started) / 1000
  checkNothingLost(site, told)
  await checkBoard(site, told)
  const [begin, middle, end] = [memory[0], memory[CHECKPOINTS / 2], memory.at(-1)]
  const grown = (end?.held ?? 0) - (middle?.held ?? 0)
  expect(grown).toBeLessThan(16 * MEGABYTE + MANY * 100)
  const sizes = [begin, middle, end].map((each) =>
    [each?.whole, each?.held].map((bytes) => Math.round((bytes ?? 0) / MEGABYTE)).join(' held '),
  )
  console.log(
    `${store}: ${MANY} casts, ${Math.round(MANY / seconds)} a second; MB at begin, middle, end: ${sizes.join(', ')}`,
  )
}

/** Everybody was told recorded, and the box holds exactly that. */
function checkNothingLost(site: LoadedSite, told: ReadonlyMap<string, Told>): void {
  const raw = site.raw()
  const receipts = [...told.values()].flatMap((each) =>
    each.outcome === 'recorded' ? [each.receipt] : [],
  )
  expect(receipts).toHaveLength(MANY)
  expect([...raw.box.keys()].toSorted()).toEqual(receipts.toSorted())
  const round = site.content.round.id
  const voted = site.letters.map(({ token }) =>
    namesOfCode(site.secret, round, token).k.toString('base64url'),
  )
  expect(used(raw).toSorted()).toEqual(voted.toSorted())
  expect(recorded(raw)).toBe(MANY)
}

/** Certifies the result after the close. Every head that a receipt names must be on the published board. */
async function checkBoard(site: LoadedSite, told: ReadonlyMap<string, Told>): Promise<void> {
  await site.schedule('advance-rounds', 4 * 24 * 60 * MINUTE)
  need(await publishResult(site.ports, site.content.round.id, 'final'))
  const named = [...told.values()].flatMap((each) =>
    each.outcome === 'recorded' ? [each.board] : [],
  )
  const heads = [...new Set(named)]
  // A checkpoint that was written late leaves too few new ballots for the next one, so at worst every other.
  expect(heads.length).toBeGreaterThanOrEqual(CHECKPOINTS / 2)
  const report = verifyElection({ folder: site.folder, heads })
  expect(report.findings.filter(({ state }) => state !== 'holds')).toEqual([])
  expect(report.verdict).toBe('agrees')
}
