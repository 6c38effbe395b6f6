/**
 * The round that is open in the form, kept in this tab: a reload, a lost connection or a session that ended lose
 * nothing of what was typed.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside.
 * Decided in docs/decisions/0028.
 */
import type { RoundId } from '../../domain/id.ts'
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

const KEY = 'desk-round'

/** What was kept; undefined where nothing was, or the browser keeps nothing. */
export function keptRound(): KeptRound | undefined {
  try {
    const text = sessionStorage.getItem(KEY)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps what was typed. */
export function keepRound(kept: KeptRound): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: the form works, and a reload loses it.
  }
}

/** Forgets it. */
export function forgetRound(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}
