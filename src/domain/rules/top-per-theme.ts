/**
 * Top per theme: a list of favourites, the proposals with the most votes in each theme.
 *
 * Pure. Definition: turns by votes as in greedy; a proposal is taken while fewer than N of its theme are.
 * Proposals without a theme are a theme of their own together. With withinBudget: false the list takes no
 * account of money, as where a council decides on the favourites later. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import type { TurnOptions } from './by-turn.ts'
import { NO_LIMITS } from './limits.ts'

export type TopOptions = TurnOptions & {
  readonly perTheme: number
  readonly withinBudget?: boolean | undefined
  /** The theme of each proposal. */
  readonly themes: readonly (string | undefined)[]
}

/** The turns that pick the favourites: by votes, with a cap on each theme. */
export function favourites(contest: Contest, options: TopOptions): TurnOptions {
  const { limits = NO_LIMITS, themes, perTheme, withinBudget = true } = options
  const all = [...contest.cost.keys()]
  const groups = [...Map.groupBy(all, (proposal) => themes[proposal]).values()]
  const caps = groups.map((proposals) => ({ proposals, most: Infinity, count: perTheme }))
  const budget = withinBudget ? contest.budget : contest.cost.reduce((sum, each) => sum + each, 0)
  return { ...options, budget, limits: { ...limits, caps: [...limits.caps, ...caps] } }
}
