/**
 * The row of an action: who may do it, and what it is told.
 *
 * Pure. Invariant: an action says all of it, or it does not compile. Decided in docs/decisions/0022.
 */
import type * as v from 'valibot'

/** What a caller must be. A clerk may do whatever a teller may. */
export type DeskNeeds = 'nobody' | 'teller' | 'clerk'

export type DeskAction<Input> = {
  readonly needs: DeskNeeds
  /** Whether the passkey must have been asked for in the last five minutes. */
  readonly fresh: boolean
  /** Whether an entry of the log is written in the same step; then the use case must say what it holds. */
  readonly logged: boolean
  /** Of what the caller sends. */
  readonly input: v.GenericSchema<unknown, Input>
}

/** Rows as they are written; each room of the desk has a file of them. */
export type DeskActions = Readonly<Record<string, DeskAction<unknown>>>
