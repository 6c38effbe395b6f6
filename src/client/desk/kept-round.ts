/**
 * The round that is open in the form, as this tab keeps it.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside.
 * Decided in docs/decisions/0028.
 */
import type { RoundId } from '../../domain/id.ts'
import { makeKept } from './kept.ts'
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

export const keptRound = makeKept<OpenRound & { readonly typed: Draft }>('round')
