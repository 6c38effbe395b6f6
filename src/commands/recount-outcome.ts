/**
 * Recount outcomes: what the command found in a file or in one ballot box, before it is printed.
 *
 * Pure. Invariant: money in hundredths; whatever is printed, as text or as JSON, stands in it.
 * Decided in docs/decisions/0006.
 */
import type { Reason } from '../domain/allocation.ts'
import type { Money } from '../domain/money.ts'

/** What a recount found. Money in hundredths. */
export type RecountOutcome = {
  readonly name: string
  /** The ballot box of a round. */
  readonly pool?: string
  readonly rule: string
  readonly selected: readonly string[]
  readonly cost: Money
  readonly budget: Money
  readonly voters: number
  readonly lots: number
  readonly milliseconds: number
  /** Undefined where there is no published result to compare with. */
  readonly agrees?: boolean | undefined
  /** What was counted; `published` where nothing could be, and the published outcome stands here. */
  readonly from?: 'ballots' | 'sums' | 'published'
  /** What does not agree, in words. By another rule or lot: what is wrong with the files. */
  readonly differences?: readonly string[]
  /** What was left out in reading, in sentences. */
  readonly notes?: readonly string[]
  readonly explanation?: readonly Explanation[]
  readonly comparison?: {
    readonly rule: string
    readonly selected: readonly string[]
    readonly cost: Money
    readonly onlyHere: readonly string[]
    readonly onlyThere: readonly string[]
    /** Voters with at least one funded proposal, here and there. */
    readonly served: readonly [number, number]
    /** Voters with more funded proposals here, and there. */
    readonly prefer: readonly [number, number]
  }
}

/** Why a proposal was funded or not; money in hundredths, points as the ballots give them. */
export type Explanation = {
  readonly proposal: string
  readonly votes: number
  readonly score?: number | undefined
  readonly cost: Money
  readonly reason:
    | Exclude<Reason, { readonly kind: 'excluded' }>
    | { readonly kind: 'excluded'; readonly by: string }
}

/** How long a count took, as it is printed: in milliseconds with two decimals. */
export function printedTime(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
