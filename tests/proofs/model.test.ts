/**
 * The explicit model of a cast, explored completely: two voters, two tokens, messages that are lost, late or
 * sent twice, crashes between any two steps, and a clerk who pauses, extends, reissues and closes meanwhile.
 *
 * Talks to SQLite in memory, for the replay. Invariant: the number of states is the same whichever way they are
 * explored, and a product with a mistake breaks a promise. The long form (TEST_HEAVY=1) also moves the end of
 * voting, and explores every scene both ways and not only the smallest.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { openStore } from '../support/open-store.ts'
import { makeRandom } from './faults-random.ts'
import { MISTAKES, type Mistake } from './model-cast.ts'
import { explore, type Explored } from './model-explore.ts'
import { randomWay, replay } from './model-replay.ts'
import type { Model } from './model-steps.ts'
import { SCENES, type Scene } from './model-world.ts'

const LONG = 3_600_000

/** Messages and functions under way at once: with two, any two sendings can overtake each other. */
const MOST = 2
const WAYS = IS_HEAVY ? 10_000 : 100
const STEPS = 60
const SHELF = 50

function modelOf(scene: Scene): Model {
  return { scene, most: MOST, isEndFixed: !IS_HEAVY }
}

const explored = new Map<Scene, Explored>()

function exploredOnce(scene: Scene): Explored {
  const known = explored.get(scene) ?? explore(modelOf(scene))
  explored.set(scene, known)
  return known
}

describe.each(SCENES.map((scene) => [scene.name, scene] as const))(
  'a model of %s',
  (name, scene) => {
    test('keeps every promise in every state, and can always end well', { timeout: LONG }, () => {
      const { states, transitions, stuck, trace } = exploredOnce(scene)
      console.log(`${name}: ${states} states, ${transitions} transitions`)
      expect({ trace, stuck }).toEqual({ trace: [], stuck: 0 })
    })
  },
)

const BOTH_WAYS: readonly Scene[] = IS_HEAVY ? SCENES : SCENES.slice(-1)

test.each(BOTH_WAYS.map((scene) => [scene.name, scene] as const))(
  'a model of %s has as many states when it is explored depth first',
  { timeout: LONG },
  (_, scene) => {
    const { asked, ...one } = exploredOnce(scene)
    const { asked: alsoAsked, ...other } = explore(modelOf(scene), 'depth')
    expect(other).toEqual(one)
    expect([...alsoAsked.keys()].toSorted()).toEqual([...asked.keys()].toSorted())
  },
)

/** The smallest scene first; the shortest way that it has is enough. */
function wayToMistake(mistake: Mistake): readonly string[] {
  for (const scene of SCENES.toReversed()) {
    const { trace } = explore({ ...modelOf(scene), mistake })
    if (trace.length > 0) return trace
  }
  return []
}

describe('a model of a product', () => {
  test.each(MISTAKES)('that %s breaks a promise', { timeout: LONG }, (mistake) => {
    const trace = wayToMistake(mistake)
    if (IS_HEAVY) console.log([`a product that ${mistake}:`, ...trace].join('\n  '))
    expect(trace.at(-1)).toMatch(/box/)
  })
})

describe('the real store', () => {
  let store = openStore({ kind: 'sqlite', file: ':memory:' })
  afterAll(() => store.close())

  /** Every close rewrites the whole store, so it must not hold all rounds of a long run. */
  function renew(): void {
    store.close()
    store = openStore({ kind: 'sqlite', file: ':memory:' })
  }

  test('gives every answer that the model gives, on a shortest way to each', async () => {
    const ways = SCENES.flatMap((scene) =>
      [...exploredOnce(scene).asked].map(([words, way]) => ({ scene, words, way })),
    )
    for (const { scene, words, way } of ways) {
      const { asked, differences } = await replay(store, scene, way)
      expect({ differences, last: asked.at(-1) }).toEqual({ differences: [], last: words })
    }
    expect(ways.length).toBeGreaterThan(SCENES.length * MISTAKES.length)
  })

  test('gives them on random ways, too', { timeout: LONG }, async () => {
    let asked = 0
    for (let seed = 0; seed < WAYS; seed += 1) {
      if (seed % SHELF === 0) renew()
      const random = makeRandom(seed)
      const scene = random.pick(SCENES)
      const replayed = await replay(store, scene, randomWay({ scene, most: MOST }, random, STEPS))
      expect(replayed.differences).toEqual([])
      asked += replayed.asked.length
    }
    if (IS_HEAVY) console.log(`${WAYS} ways through the model, ${asked} steps on the real store`)
    expect(asked).toBeGreaterThan(WAYS)
  })

  test('is told from a product with a mistake', async () => {
    const scene = SCENES[0]
    const mistaken = { scene, most: MOST, mistake: 'knows no retry' } as const
    const seeds = Array.from({ length: WAYS }, (_, seed) => makeRandom(seed))
    const differences: string[] = []
    for (const random of seeds)
      differences.push(
        ...(await replay(store, scene, randomWay(mistaken, random, STEPS))).differences,
      )
    expect(differences).toContain('but: cast: recorded')
  })
})
