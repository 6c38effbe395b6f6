/**
 * The proof by exchange: two voters exchange their choices, and only what commits to their ballots changes.
 *
 * Talks to Redis through the REST bridge, and to SQLite. Invariant: both rounds draw the same random numbers
 * and keep the same times, so that nothing but the exchange can make a difference.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProposal, aRound } from '../support/builders.ts'
import { redisForTwins, sqliteForTwins, type TwinStores } from './silence-store.ts'
import { holdTwin, type Careless } from './silence-twin.ts'
import { dumpOf, type Exchanged } from './swap-dump.ts'

const OPEN = { redis: redisForTwins, sqlite: sqliteForTwins }
const IDS = ['bench', 'park', 'pool']
/** One before the first checkpoint and one after it, of as many voters as the publication floor asks for. */
const EXCHANGED: Exchanged = { a: 3, b: 40 }
const BALLOTS = Array.from({ length: 50 }, (_, at) =>
  IDS.filter((_id, n) => (at + n) % (n + 2) === 0),
)

function exchange(ballots: readonly string[][]): readonly string[][] {
  const { a, b } = EXCHANGED
  return ballots.map((ballot, at) => (at === a ? ballots[b]! : at === b ? ballots[a]! : ballot))
}

describe.each(['redis', 'sqlite'] as const)('an exchange of choices in %s', (name) => {
  let stores: TwinStores
  beforeAll(async () => {
    stores = await OPEN[name]()
  })
  afterAll(() => stores.close())

  async function dump(ballots: readonly string[][], careless: Careless = {}) {
    const { store, dump: read } = await stores.fresh()
    const [round, proposals] = [aRound(), IDS.map((id) => aProposal(id))]
    const twin = await holdTwin({ store, round, proposals, ballots, careless })
    return dumpOf(twin, { round, stored: await read(round.id) }, { ballots, exchanged: EXCHANGED })
  }

  test('changes nothing but two rows of the published ballots, beside what is made of the ballots', async () => {
    const [before, after] = [await dump(BALLOTS), await dump(exchange(BALLOTS))]
    const [one, other] = [without(before, after), without(after, before)]
    expect(one.map(shape)).toEqual(ROWS)
    expect(other.map(shape)).toEqual(ROWS)
    expect(one.map(choices)).toEqual(other.map(choices).toReversed())
    for (const what of ['RECORD', 'RETRY', 'COMMITMENT'])
      for (const who of ['a', 'b'])
        expect(before.some((line) => line.includes(`${what} of ${who}`))).toBe(true)
  })

  test('shows a store that notes beside a code how much was chosen', async () => {
    const [before, after] = [await dump(BALLOTS, noting()), await dump(exchange(BALLOTS), noting())]
    const marks = without(before, after).filter((line) => /^store (?:\S*:)?mark \|/.test(line))
    expect(marks).toHaveLength(2)
  })

  test('shows nothing at all where nobody exchanges', async () => {
    expect(without(await dump(BALLOTS), await dump(BALLOTS))).toEqual([])
  })
})

const ROWS = ['a', 'b'].map((who) => `rounds/spring/results/1/ballots.csv | COMMITMENT of ${who}`)

function shape(line: string): string {
  return line.split(';')[0] ?? ''
}

function choices(line: string): string | undefined {
  return line.split(';').at(-1)
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count < 1
  })
}

/** The use key of a mark is one letter shorter for each choice. */
function noting(): Careless {
  let chosen = 0
  return {
    beforeCast: (choices) => void (chosen = choices.length),
    ports: (ports) => ({
      ...ports,
      box: {
        ...ports.box,
        cast: (request) =>
          ports.box.cast({ ...request, use: request.use.slice(0, -4 * chosen || undefined) }),
      },
    }),
  }
}
