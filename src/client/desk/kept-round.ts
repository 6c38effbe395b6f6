/**
 * The round that is open in the form, as kept.ts keeps it.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside.
 * Decided in docs/decisions/0028.
 */
import type { RoundId } from '../../domain/id.ts'
import { forget, keep, kept } from './kept.ts'
import type { Draft } from './round-form.ts'

export type OpenRound = {
  /** Undefined for a new round. */
  readonly round?: RoundId
  readonly seen?: string
  /** The round that a new one is a copy of. */
  readonly from?: RoundId
  /** As it was published when it was opened; of a new round as it was begun. */
  readonly base: Draft
  readonly frozen: readonly string[]
}

export type KeptRound = OpenRound & { readonly typed: Draft }

const NAME = 'round'

/** What was kept; undefined where nothing was. */
export function keptRound(): KeptRound | undefined {
  return kept(NAME)
}

/** Keeps what was typed. */
export function keepRound(round: KeptRound): void {
  keep(NAME, round)
}

/** Forgets it. */
export function forgetRound(): void {
  forget(NAME)
}
