/**
 * What makes a room in which a clerk adds entries to a proposal: the actions it asks for, and its form.
 *
 * Types only. Invariant: a room knows its own entries; whatever is the same for all rooms is in entries.ts.
 * Decided in docs/decisions/0031.
 */
import type { ProposalId, RoundId } from '../../domain/id.ts'
import type { Fault } from '../error-summary.ts'
import type { Typed } from './entry-form.ts'
import type { Room } from './room.ts'

/** An entry as it stands in the file of its proposal. */
export type Entry = { readonly date: string }

/** A proposal that is open. */
export type Open = {
  readonly id: ProposalId
  readonly seen: string
  readonly entries: readonly Entry[]
}

/** A picture on its way, in base64. */
type NewPicture = { readonly bytes: string; readonly alt: string }

/** What is to be published: an entry, in the place of another one or behind all; or that one goes. */
export type Planned = {
  readonly before?: Entry
  readonly entry?: Entry
  readonly picture?: NewPicture
}

/** What a form says: an entry and a new picture of it, or all that is wrong. */
export type ReadForm =
  { readonly entry: Entry; readonly picture?: NewPicture } | { readonly faults: readonly Fault[] }

export type EntryRoom = {
  /** Its name in the tab's storage, and before the ids of its choices. */
  readonly name: 'delivery' | 'assessments'
  readonly actions: {
    readonly show: 'show-delivery' | 'show-assessments'
    readonly post: 'post-update' | 'post-assessment'
    readonly takeBack: 'take-back-update' | 'take-back-assessment'
  }
  /** Fills the form, or empties it where there is no entry. */
  fill(room: Room, entry: Entry | undefined): void
  /** Makes the form fit what is open, and the entry that it changes. */
  dress(room: Room, open: Open, before: Entry | undefined): void
  read(room: Room, before: Entry | undefined): Promise<ReadForm>
  /** As residents will read it: the day, then line by line. */
  tell(room: Room, entry: Entry): readonly string[]
  /** What else follows from it; empty where nothing does. */
  follows(room: Room, open: Open, planned: Planned): string
}

export type Answer = {
  readonly proposals: readonly { readonly id: ProposalId; readonly title: string }[]
  readonly open?: Open
}

export type KeptEntry = {
  readonly round: RoundId
  readonly proposal: ProposalId
  /** The entry that is changed. */
  readonly before?: Entry | undefined
  readonly typed: Typed
}
