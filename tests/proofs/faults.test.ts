/**
 * The proof of the cast path under faults: what voters are told, what lies in the box and what is
 * published stay one story, whatever fails and whenever.
 *
 * Talks to a Redis that is killed, the REST bridge, a local GitHub, SQLite files, and processes of its own.
 * Invariant: a fault that did not strike between its named steps proves nothing, and fails the suite.
 * The long form (TEST_HEAVY=1) has three seeds.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { arm } from './faults-arm.ts'
import { canariesOf, foundIn } from './faults-canaries.ts'
import { openRedisHome, openSqliteHome, type Home } from './faults-home.ts'
import { mutant, MUTANTS, type Mutant } from './faults-mutants.ts'
import { FAULTS_OF } from './faults-names.ts'
import { judge } from './faults-oracle.ts'
import { planRuns } from './faults-plan.ts'
import { strike } from './faults-run.ts'
import { startTally } from './faults-tally.ts'

const OPEN = { redis: openRedisHome, sqlite: openSqliteHome }
/** What shows up a mutant that a run without faults might spare: an answer that was lost. */
const LOST = {
  redis: 'drop after apply',
  sqlite: 'process killed after the transaction',
} as const

/** What the oracle says of each mutant. */
const FOUND_OUT: Readonly<Record<Mutant, RegExp>> = {
  'writes before it checks': /never told recorded, and has a ballot in the box/,
  'knows no retry': /never told recorded, and has a ballot in the box|told recorded, and then not/,
  'ignores the close': /the board counts \d+ receipts, voters hold \d+|not published/,
}

let injected = 0

describe.each(['redis', 'sqlite'] as const)('a vote in %s', (name) => {
  let home: Home
  const tally = startTally(name)
  beforeAll(async () => {
    home = await OPEN[name]()
  })
  afterAll(async () => {
    console.log(tally.lines().join('\n'))
    await home.close()
  })

  const runs = planRuns(name, IS_HEAVY).map(
    (run) => [run.names.join(' + '), run.seed, run] as const,
  )

  test.each(runs)('settles or stops as it must under: %s (seed %i)', async (_names, _seed, run) => {
    const struck = await strike(home, run, arm)
    tally.add(struck)
    const complaints = judge(struck)
    struck.world.close()
    expect(complaints).toEqual([])
  })

  test('every fault of the list struck', () => {
    injected += tally.injected()
    expect(FAULTS_OF[name].filter((fault) => tally.times(fault) === 0)).toEqual([])
  })

  test.each(MUTANTS)('a store that %s is found out', async (which) => {
    const complaints: string[] = []
    for (let seed = 1; seed <= 8 && !FOUND_OUT[which].test(complaints.join('\n')); seed++) {
      const given = { names: [LOST[name]], seed, mutate: mutant(which) }
      const struck = await strike(home, given, arm)
      complaints.push(...judge(struck))
      struck.world.close()
    }
    expect(complaints.join('\n')).toMatch(FOUND_OUT[which])
  })

  test('a line of the log that holds a secret in any form is found', async () => {
    const struck = await strike(home, { names: [], seed: 1 }, arm)
    const canaries = canariesOf(struck.world, struck.voters)
    expect(foundIn(struck.world.lines, canaries)).toEqual([])
    const missed = canaries.filter(({ text }) => foundIn([`"${text}"`], canaries).length === 0)
    expect(missed).toEqual([])
    struck.world.close()
  })
})

test('as many runs as promised were struck', () => {
  expect(injected).toBeGreaterThanOrEqual(IS_HEAVY ? 150 : 35)
})
