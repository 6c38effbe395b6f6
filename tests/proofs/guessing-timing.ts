/**
 * Telling two answers apart by the time that they take, on a machine that has other work.
 *
 * Talks to the clock. Invariant: of a pair that is measured, chance decides which goes first, and only the
 * sign of the difference counts, so that a pause of the machine weighs no more than any other pair.
 */
import { randomInt } from 'node:crypto'

export type Comparison = {
  readonly pairs: number
  /** Standard deviations by which "the second takes longer" is more frequent than by chance. */
  readonly deviations: number
  /** Median of the differences in milliseconds. */
  readonly median: number
}

type Act = () => Promise<unknown>

/** Compares in pairs until the difference is beyond the bound, or until there were so many pairs. */
export async function compareTimes(
  first: Act,
  second: Act,
  limits: { readonly most: number; readonly bound: number },
): Promise<Comparison> {
  const differences: number[] = []
  for (;;) {
    for (let pair = 0; pair < 100; pair++) differences.push(await difference(first, second))
    const found = summary(differences)
    if (Math.abs(found.deviations) > limits.bound || found.pairs >= limits.most) return found
  }
}

async function difference(first: Act, second: Act): Promise<number> {
  if (randomInt(2) === 0) return -(await timeOf(first)) + (await timeOf(second))
  return (await timeOf(second)) - (await timeOf(first))
}

async function timeOf(act: Act): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

function summary(differences: readonly number[]): Comparison {
  const pairs = differences.length
  const longer = differences.filter((each) => each > 0).length
  const median = differences.toSorted((a, b) => a - b)[pairs >> 1] ?? 0
  return { pairs, deviations: (2 * longer - pairs) / Math.sqrt(pairs), median }
}
