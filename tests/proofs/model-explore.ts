/**
 * Explores the model completely: breadth first for the shortest way to a mistake, or depth first.
 *
 * Pure. Invariant: a state is explored once, and every step from it is counted; nothing is left out.
 */
import { brokenBy, brokenIn, isEnd } from './model-promises.ts'
import { stepsFrom, wordsOf, type Model, type Step } from './model-steps.ts'
import { beginning, keyOf } from './model-world.ts'

export type Explored = {
  readonly states: number
  readonly transitions: number
  /** States from which no good end can be reached. */
  readonly stuck: number
  /** Everything that is asked of the store with its answer, and a shortest way to it. */
  readonly asked: ReadonlyMap<string, readonly Step[]>
  /** The way to the first broken promise, the promise last; empty where none is broken. */
  readonly trace: readonly string[]
}

type Found = { readonly step: Step; readonly from: number }

export function explore(model: Model, order: 'breadth' | 'depth' = 'breadth'): Explored {
  const found: Found[] = []
  const known = new Map<string, number>()
  const edges: number[] = []
  const waiting: number[] = []
  const asked = new Map<string, readonly Step[]>()
  const reach = (step: Step, from: number): number => {
    const key = keyOf(step.after)
    const number = known.get(key) ?? found.length
    if (number < found.length) return number
    known.set(key, number)
    found.push({ step, from })
    waiting.push(number)
    return number
  }
  const end = (broken?: string, at = 0): Explored => ({
    asked,
    states: found.length,
    transitions: edges.length / 2,
    stuck: broken === undefined ? countStuck(found, edges) : 0,
    trace: broken === undefined ? [] : [...wayTo(found, at).map(({ name }) => name), broken],
  })
  reach({ name: 'voting is prepared', after: beginning(model.scene) }, -1)
  for (let next = 0; ; next += 1) {
    const number = order === 'breadth' ? waiting[next] : waiting.pop()
    const before = number === undefined ? undefined : found[number]?.step.after
    if (number === undefined || before === undefined) return end()
    for (const step of stepsFrom(model, before)) {
      const words = step.asked && wordsOf(step.asked)
      if (words !== undefined && !asked.has(words))
        asked.set(words, [...wayTo(found, number), step])
      const to = reach(step, number)
      edges.push(number, to)
      const broken = brokenIn(model.scene, step.after) ?? brokenBy(before, step.after)
      if (broken !== undefined) return end(broken, to)
    }
  }
}

function wayTo(found: readonly Found[], at: number): readonly Step[] {
  const way: Step[] = []
  for (let each = found[at]; each !== undefined; each = found[each.from]) way.push(each.step)
  return way.toReversed()
}

/** Walks back from all good ends; whoever was not met cannot reach one. */
function countStuck(found: readonly Found[], edges: readonly number[]): number {
  const before: number[][] = found.map(() => [])
  for (let at = 0; at < edges.length; at += 2) before[edges[at + 1] ?? 0]?.push(edges[at] ?? 0)
  const ends = found.flatMap(({ step }, number) => (isEnd(step.after) ? [number] : []))
  const met = new Set(ends)
  for (const number of met) for (const each of before[number] ?? []) met.add(each)
  return found.length - met.size
}
