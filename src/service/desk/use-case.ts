/**
 * What a use case of the desk is given, and what it answers: a plan, which the desk carries out in one step.
 *
 * Types only. Invariant: an action whose row says `logged` does not compile without what its entry says.
 * Decided in docs/decisions/0022.
 */
import type { DeskInputs, DeskActionName, LoggedAction } from '../../domain/desk-action.ts'
import type { LogFacts } from '../../domain/desk-log.ts'
import type { Person, Session } from '../../domain/desk-person.ts'
import type { DeskRecord } from '../../domain/desk-record.ts'
import type { AtDesk } from '../../domain/desk-refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import type { PicturePorts } from '../ports-pictures.ts'

/** Somebody who signed in: who, and in which session. */
export type Visit = {
  readonly person: DeskRecord<Person>
  readonly session: DeskRecord<Session>
}

export type DeskPlan = {
  /** What the caller is told, where there is no effect that tells it. */
  readonly answer?: object
  /** Records to write, in one step with the entry of the log. */
  readonly changes?: readonly DeskChange[]
  readonly log?: PlannedEntry
  /** What is done outside of the desk's records, after the entry is in the log. */
  readonly effect?: () => Promise<Result<object, AtDesk>>
  /** A new session's secret, for the cookie; or `ended`. */
  readonly session?: { readonly secret: string } | 'ended'
  /** The secret of a device that became a kiosk, for its cookie. */
  readonly kiosk?: { readonly secret: string }
}

export type PlannedEntry = {
  /** The round whose log it belongs to; the council's, where none is named. */
  readonly round?: string | undefined
  readonly facts?: LogFacts
  /** Stands in place of the reason of a refusal, where that would tell whether somebody voted. */
  readonly refused?: 'untold'
  /** Who did it, where nobody was signed in yet. */
  readonly by?: string
}

export type PlanOf<Name extends DeskActionName> = DeskPlan &
  (Name extends LoggedAction ? { readonly log: PlannedEntry } : { readonly log?: undefined })

/** A use case that anyone may ask for. */
export type OpenUseCase<Name extends DeskActionName> = (
  ports: Ports,
  input: DeskInputs[Name],
) => Promise<Result<PlanOf<Name>, AtDesk>>

/** A use case for somebody who signed in. */
export type SignedUseCase<Name extends DeskActionName> = (
  ports: PicturePorts,
  input: DeskInputs[Name],
  visit: Visit,
) => Promise<Result<PlanOf<Name>, AtDesk>>
