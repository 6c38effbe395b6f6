/**
 * The money line: parts of a budget as pieces of a bar, with the place where the budget ends.
 *
 * Pure. Invariant: the bar shows amounts to one scale, and what goes beyond the budget lies beyond its mark.
 * Decided in docs/decisions/0004.
 */

/** A piece of the bar; x and width in percent of the bar. */
export type Piece = { readonly x: number; readonly width: number; readonly beyond: boolean }

export type MoneyLine = {
  readonly pieces: readonly Piece[]
  /** Where the budget ends, in percent of the bar: 100 unless something goes beyond it. */
  readonly end: number
}

/** Lays costs one after the other along the budget. */
export function layMoneyLine(costs: readonly number[], budget: number): MoneyLine {
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  const scale = 100 / Math.max(total, budget, 1)
  let before = 0
  const pieces = costs.map((cost) => {
    const piece = {
      x: percent(before * scale),
      width: percent(cost * scale),
      beyond: before + cost > budget,
    }
    before += cost
    return piece
  })
  return { pieces, end: percent(budget * scale) }
}

/** To two decimals, which is less than a pixel of any screen. */
export function percent(share: number): number {
  return Math.round(share * 100) / 100
}
