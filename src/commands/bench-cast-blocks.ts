/**
 * Casts and bare evaluations of the cast script, measured in turns in one run.
 *
 * Talks to the home's function and Redis, and to the clock. Invariant: both do the same writes with the same
 * client, on fresh codes, and each block begins when the one before has ended: what slows the machine down
 * slows down both. Requests and arguments are made before a block, so that neither pays for this file.
 */
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { castGiven } from '../adapters/upstash/ballot-box.ts'
import { CAST_SCRIPT } from '../adapters/upstash/cast-script.ts'
import type { Given } from '../adapters/upstash/client.ts'
import type { Nonce } from '../domain/receipt.ts'
import type { Letter } from '../domain/token-batch.ts'
import { castBallot } from '../service/cast-ballot.ts'
import type { CastRequest } from '../service/ports.ts'
import { choicesOf, requestOf, type CastHome } from './bench-cast-home.ts'
import { makeRedisMeter, type RedisCounts, type RedisMeter } from './redis/redis-counts.ts'
import { someAtOnce } from './some-at-once.ts'

export type CastMeasure = {
  readonly castsPerSecond: number
  readonly bareEvalsPerSecond: number
  readonly ratio: number
  readonly commandsPerCast: number
  readonly bytesPerCast: number
}

/** Pairs of blocks; an even number, so that each kind goes first as often. */
const PAIRS = 20

const AT_ONCE = 16

/** Ballots of each kind before anything is measured: code is compiled, connections are open. */
const WARM_UP = 600

type Block = { readonly perSecond: number; readonly counts: RedisCounts }

/** Measures so many casts, and as many bare evaluations. Throws where one of them was not recorded. */
export async function measureCasts(home: CastHome, casts: number): Promise<CastMeasure> {
  const warmUp = Math.min(WARM_UP, casts)
  const letters = await home.open(2 * (warmUp + casts))
  const take = (count: number) => letters.slice(taken, (taken += count))
  let taken = 0
  const meter = await makeRedisMeter(home.client)
  await castBlock(home, meter, take(warmUp))
  await bareBlock(home, meter, take(warmUp))
  const [cast, bare]: [Block[], Block[]] = [[], []]
  const sizes = sharesOf(casts)
  for (const [pair, size] of sizes.entries()) {
    const turns = [
      async () => void cast.push(await castBlock(home, meter, take(size))),
      async () => void bare.push(await bareBlock(home, meter, take(size))),
    ]
    for (const turn of pair % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  await checkBox(home, letters.length)
  return summary(cast, bare, casts)
}

function summary(cast: readonly Block[], bare: readonly Block[], casts: number): CastMeasure {
  const castsPerSecond = median(cast.map(({ perSecond }) => perSecond))
  const bareEvalsPerSecond = median(bare.map(({ perSecond }) => perSecond))
  const each = (name: keyof RedisCounts) =>
    cast.reduce((sum, { counts }) => sum + counts[name], 0) / casts
  return {
    castsPerSecond: Math.round(castsPerSecond),
    bareEvalsPerSecond: Math.round(bareEvalsPerSecond),
    ratio: rounded(castsPerSecond / bareEvalsPerSecond, 1000),
    commandsPerCast: rounded(each('commands'), 100),
    bytesPerCast: Math.round(each('bytes')),
  }
}

function castBlock(home: CastHome, meter: RedisMeter, letters: readonly Letter[]): Promise<Block> {
  const requests = letters.map(({ token }, voter) =>
    requestOf(home, {
      token,
      nonce: randomBytes(16).toString('base64url'),
      choices: choicesOf(home.paper, voter),
      ballotDigest: home.content.digest,
    }),
  )
  return timed(meter, requests, async (request) => {
    const { status } = await home.call(request)
    if (status !== 201) throw new Error(`a ballot was answered with status ${status}`)
  })
}

async function bareBlock(
  home: CastHome,
  meter: RedisMeter,
  letters: readonly Letter[],
): Promise<Block> {
  const given: Given[] = []
  for (const [voter, { token }] of letters.entries())
    given.push(castGiven(await castRequest(home, { token, voter })))
  return timed(meter, given, async (each) => {
    const [outcome] = await home.client.run(v.array(v.string()), CAST_SCRIPT, each)
    if (outcome !== 'recorded') throw new Error(`the script answered ${outcome}`)
  })
}

/** What the use case would ask the ballot box for this voter. */
async function castRequest(
  { ports, content, paper }: CastHome,
  { token, voter }: Pick<Letter, 'token'> & { readonly voter: number },
): Promise<CastRequest> {
  let asked: CastRequest | undefined
  const cast = async (request: CastRequest) => {
    asked = request
    return { outcome: 'recorded', head: '' } as const
  }
  await castBallot(
    { ...ports, box: { ...ports.box, cast } },
    {
      ...{ roundId: content.round.id, token, channel: 'online', ballotDigest: content.digest },
      nonce: Uint8Array.from(randomBytes(16)) satisfies Nonce,
      choices: choicesOf(paper, voter),
    },
  )
  if (asked === undefined) throw new Error('the use case asked for nothing')
  return asked
}

async function timed<Item>(
  meter: RedisMeter,
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<Block> {
  let seconds = 0
  const counts = await meter.during(async () => {
    const started = performance.now()
    await someAtOnce(items, AT_ONCE, act)
    seconds = (performance.now() - started) / 1000
  })
  return { perSecond: items.length / seconds, counts }
}

/** Every letter has voted by now, one way or the other. */
async function checkBox({ ports, content }: CastHome, expected: number): Promise<void> {
  const { recorded } = await ports.box.counts(content.round.id)
  const found = [...recorded.values()].reduce((sum, count) => sum + count, 0)
  if (found !== expected) throw new Error(`${found} ballots were recorded, of ${expected} sent`)
}

/** The number as whole blocks, as even as it goes; none is empty. */
function sharesOf(casts: number): readonly number[] {
  const pairs = Math.min(PAIRS, casts)
  return Array.from(
    { length: pairs },
    (_, at) => Math.floor((casts * (at + 1)) / pairs) - Math.floor((casts * at) / pairs),
  )
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? 0) + (high ?? 0)) / 2
}

function rounded(number: number, parts: number): number {
  return Math.round(number * parts) / parts
}
