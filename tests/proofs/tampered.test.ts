import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeRound } from '../../src/service/change-round.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import { showBoxes } from '../../src/service/show-boxes.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { publishForged } from '../support/forged-election.ts'
import { shownToObservers } from '../support/forged-facts.ts'
import type { ElectionPlan } from '../support/held-election.ts'
import { ANEW_ROWS } from './tampered-anew.ts'
import { FILE_ROWS } from './tampered-files.ts'
import { HONEST } from './honest.ts'
import { foundWith, reportOn, worldOf, type Tampering, type World } from './world.ts'

/** 58 letters and two in reserve, one of them reissued; 53 ballots, a pause, and four checkpoints. */
const ONE_BOX: ElectionPlan = {
  fields: { ballot: { type: 'approval', maxLength: 2 } },
  boxes: [
    {
      ...{ pool: 'all', live: 58, reserve: 2 },
      ballots: Array.from({ length: 53 }, (_, at) => {
        if (at === 40) return []
        return [['park', 'pool'], ['bench'], ['park']][at % 3]
      }),
    },
  ],
  meanwhile: {
    after: 30,
    async act(ports, voters) {
      const { id } = aRound()
      const [lost, reserve] = [voters[57], voters[58]]
      if (!lost || !reserve) throw new Error('there are too few letters')
      const letters = { lost: lost.letter.serial, reserve: reserve.letter.serial }
      const done = [
        await reissueToken(ports, { roundId: id, ...letters }),
        await changeRound(ports, id, 'pause', 'The list of proposals had a mistake.'),
        await changeRound(ports, id, 'resume'),
      ]
      expect(done.map(({ ok }) => ok)).toEqual([true, true, true])
    },
  },
}

/** The north reaches the floor, the south does not. */
const TWO_AREAS: ElectionPlan = {
  fields: {
    budget: undefined,
    areas: [
      { id: 'north', name: 'North', budget: 20_000 },
      { id: 'south', name: 'South', budget: 15_000 },
    ],
    publication: { floor: 5 },
  },
  proposals: [
    ...['n-bench', 'n-park', 'n-pool'].map((id) => aProposal(id, { area: 'north' })),
    ...['s-path', 's-swing'].map((id) => aProposal(id, { area: 'south' })),
  ],
  boxes: [
    {
      ...{ pool: 'north', live: 10, reserve: 2 },
      ballots: Array.from({ length: 8 }, (_, at) => (at % 3 === 0 ? ['n-bench'] : ['n-park'])),
    },
    { pool: 'south', live: 4, ballots: [['s-path'], ['s-path', 's-swing'], ['s-swing']] },
  ],
}

const worlds = new Map<Tampering['base'], World>()
beforeAll(async () => {
  worlds.set('one box', await worldOf(ONE_BOX))
  worlds.set('two areas', await worldOf(TWO_AREAS))
})
afterAll(() => worlds.forEach(({ facts }) => facts.ports.close()))

function worldAt(base: Tampering['base']): World {
  const world = worlds.get(base)
  if (world === undefined) throw new Error('the election was not held')
  return world
}

describe('the forger of these tests', () => {
  test.each(['one box', 'two areas'] as const)(
    'who changes nothing writes what was published, to the letter: %s',
    async (base) => {
      const { facts, published } = worldAt(base)
      const again = await publishForged(facts)
      expect(again.board).toEqual(published.board)
      expect(new Map([...again.files].toSorted())).toEqual(new Map([...published.files].toSorted()))
    },
  )
})

test.each(['one box', 'two areas'] as const)(
  'observers are shown by the command what lies in the boxes, and it fits to the board: %s',
  async (base) => {
    const { facts, published } = worldAt(base)
    const shown = await showBoxes(facts.ports, facts.round.id)
    if (!shown.ok) throw new Error(shown.error.code)
    const lines = (text: string) => text.trimEnd().split('\n').toSorted()
    expect(lines(shown.value)).toEqual(lines(shownToObservers(facts)))
    const { findings } = reportOn(published, { shown: shown.value })
    const own = findings.find(({ check }) => check === 'observers')
    expect(own).toMatchObject({ state: 'holds', says: expect.stringContaining('again: all') })
  },
)

describe('a tampered election', () => {
  const rows = [...FILE_ROWS, ...ANEW_ROWS]

  test('comes in at least 40 kinds, 20 of them with everything made anew', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(rows.filter(({ rehashed }) => rehashed).length).toBeGreaterThanOrEqual(20)
  })

  test.each(rows.map((row) => [row.name, row] as const))(
    'is found with what is stated, and with nothing else: %s',
    async (_, row) => {
      expect(await foundWith(worldAt(row.base), row)).toEqual(row.found)
    },
  )
})

describe('an honest election', () => {
  test('comes in at least 20 kinds', () => {
    expect(new Set(HONEST.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20)
  })

  test.each(HONEST.map((row) => [row.name, row] as const))(
    'raises nothing: %s',
    async (_, { base, facts, held, whole }) => {
      const world = worldAt(base)
      const published = facts ? await publishForged(facts(world)) : world.published
      const { verdict, findings } = reportOn(published, held?.(world) ?? {})
      expect(findings.filter(({ state }) => state === 'fails')).toEqual([])
      expect(verdict).toBe(whole ? 'agrees' : 'agrees-as-far-as-it-goes')
    },
  )
})
