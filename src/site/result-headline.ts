/**
 * Headlines of results: how many proposals got how much, in words.
 *
 * Pure. Invariant: a list that takes no account of money is never said to give any out.
 * Decided in docs/decisions/0006.
 */
import type { PoolResult } from '../domain/snapshot.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { isFunded, paidTo, resultContext, type ResultContext } from './result-context.ts'

/** An amount, and what it is. */
export type Decided = { readonly money: string; readonly text: string }

/** How many proposals are funded in all boxes, in words for a headline. */
export function headlineOf(page: RoundPage, reader: Reader): string | undefined {
  return page.result && headlineText(contextsOf(page, reader), reader)
}

/** How many proposals got how much, in words for a list of rounds. */
export function fundedInWords(page: RoundPage, reader: Reader): string | undefined {
  const contexts = contextsOf(page, reader)
  if (page.result === undefined) return undefined
  if (contexts.some(({ list }) => list)) return headlineText(contexts, reader)
  const cost = contexts.reduce((sum, { pool }) => sum + pool.allocation.cost, 0)
  return reader.words.home.funded(fundedCount(contexts), reader.format.money(cost))
}

/** What has been given out by all rounds together; undefined where none has given out anything. */
export function decidedSoFar(pages: readonly RoundPage[], reader: Reader): Decided | undefined {
  const paying = pages
    .map((page) => contextsOf(page, reader).filter(({ list }) => !list))
    .map((contexts) => fundedCosts(contexts.map(({ pool }) => pool)))
    .filter(({ length }) => length > 0)
  const costs = paying.flat()
  if (costs.length === 0) return undefined
  return {
    money: reader.format.money(costs.reduce((sum, cost) => sum + cost, 0)),
    text: reader.words.home.decided(costs.length, paying.length),
  }
}

/** What funded proposals got, in the order of their turns, in hundredths. */
export function fundedCosts(pools: readonly PoolResult[]): readonly number[] {
  return pools.flatMap(({ allocation }) => allocation.lines.filter(isFunded).map(paidTo))
}

function contextsOf(page: RoundPage, reader: Reader): readonly ResultContext[] {
  return (page.result?.pools ?? []).map((pool) => resultContext(page, pool, reader))
}

/** How many proposals are funded in these boxes, in words for a headline. */
export function headlineText(contexts: readonly ResultContext[], { words }: Reader): string {
  const { headlineList, headline } = words.result
  return (contexts.some(({ list }) => list) ? headlineList : headline)(fundedCount(contexts))
}

function fundedCount(contexts: readonly ResultContext[]): number {
  return fundedCosts(contexts.map(({ pool }) => pool)).length
}
