/**
 * Outcomes: what every rule gives back, by the indices of a contest.
 *
 * Pure. Invariant: `funded` is in the order in which the money went, and nothing stands in it twice.
 * Decided in docs/decisions/0006.
 */
import type { Turn } from './by-turn.ts'
import type { Fraction } from './fraction.ts'
import type { Endowment } from './ledger.ts'

export type Outcome = {
  /** Funded proposals in the order in which they were funded. */
  readonly funded: readonly number[]
  /** Hundredths that each proposal got; less than its cost where a part was funded. */
  readonly paid: ReadonlyMap<number, number>
  /** Proposals between which nothing but the lot decided; the first was drawn first. */
  readonly lots: readonly (readonly number[])[]
  /** The turns by votes: all of them, or those after the shares were used up. */
  readonly turns: readonly Turn[]
  readonly shares?: SharesFacts
  readonly phragmen?: PhragmenFacts
  readonly comparison?: Comparison
}

export type SharesFacts = {
  /** Proposals bought by shares, in their order; the completion's are not in it. */
  readonly bought: readonly number[]
  readonly endowment: Endowment
  /** Hundredths that were added to each start. */
  readonly extra: number
  readonly steps: number
  readonly finished: boolean
}

export type PhragmenFacts = {
  /** What every voter had got when each funded proposal was bought, in hundredths; in their order. */
  readonly loads: readonly Fraction[]
  /** The proposals that would have been next, of which one did not fit. */
  readonly stopped: readonly number[]
  /** What every voter would have had to get for them. */
  readonly stoppedAt?: Fraction | undefined
}

export type Comparison = {
  readonly by: 'satisfaction' | 'exclusion'
  /** Ballots that prefer the rule's own outcome, and those that prefer greedy's. */
  readonly forRule: number
  readonly forGreedy: number
  readonly kept: 'rule' | 'greedy'
}
