/**
 * The proof of silence before the count: twins that differ in nothing but their choices look alike.
 *
 * Talks to Redis through the REST bridge, and to SQLite. Invariant: what is compared includes every answer of
 * the functions, every commit, every line of the log and the size of every command; pages are built from
 * commits on the content branch alone, so a commit that is not there shows nothing on a page.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProposal, aRound } from '../support/builders.ts'
import { PROPOSALS, TWINS } from './silence-ballots.ts'
import { CARELESS } from './silence-careless.ts'
import { differences, type Told } from './silence-compare.ts'
import { redisForTwins, sqliteForTwins, type TwinStores } from './silence-store.ts'
import { holdTwin, type TwinPlan } from './silence-twin.ts'

const OPEN = { redis: redisForTwins, sqlite: sqliteForTwins }

/** A round that is closed and not sealed: ballots on paper are awaited. */
function unsealed(ballot: object): Pick<TwinPlan, 'round' | 'proposals'> {
  return {
    round: aRound({ ballot, paper: true }),
    proposals: PROPOSALS.map((id) => aProposal(id)),
  }
}

describe.each(['redis', 'sqlite'] as const)('before sealing, in %s', (name) => {
  let stores: TwinStores
  beforeAll(async () => {
    stores = await OPEN[name]()
  })
  afterAll(() => stores.close())

  async function tell(plan: Omit<TwinPlan, 'store'>): Promise<Told> {
    const { store, asked } = await stores.fresh()
    const { heard, commits } = await holdTwin({ store, ...plan })
    return { heard: [...heard, ...(await asked())], commits }
  }

  test.each(TWINS)('nothing tells what $type ballots chose', async (twins) => {
    const plan = unsealed(twins.ballot)
    const [little, much] = [
      await tell({ ...plan, ballots: twins.little, others: twins.much }),
      await tell({ ...plan, ballots: twins.much, others: twins.little }),
    ]
    expect(differences(little, much)).toEqual([])
    const said = little.heard.map(({ text }) => text).join('\n')
    for (const refused of ['token-used', 'token-unknown', 'ballot-changed'])
      expect(said).toContain(`"code":"${refused}"`)
    // Opening, a checkpoint at 25, and the closing one, which no pages are built from.
    expect(little.commits.map(({ branch }) => branch)).toEqual(['board', 'board', 'board'])
    expect(little.heard.length).toBeGreaterThan(4 * twins.little.length)
  })

  const seen = CARELESS.filter(({ only }) => only === undefined || only === name)
  test.each(seen)('a program with $leak is found out', async ({ make, found }) => {
    const twins = TWINS.find(({ type }) => type === 'approval')!
    const plan = unsealed(twins.ballot)
    const { little: few, much: many } = twins
    const little = await tell({ ...plan, ballots: few, others: many, careless: make() })
    const much = await tell({ ...plan, ballots: many, others: few, careless: make() })
    expect(differences(little, much)).toEqual(expect.arrayContaining([...found]))
  })
})
