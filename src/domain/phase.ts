/**
 * Phases: where a round stands, from its dates and a given time.
 *
 * Pure; the time is an argument. Invariant: an end is exclusive, so a phase is over at its last instant.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import type { FieldFault } from './field-fault.ts'
import { endOf, LocalTimeSchema, spanFaults, startOf, type Instant } from './time.ts'
import { lineOf } from './written-text.ts'

/** In the order in which a round lives through them. */
export const PHASES = [
  'information',
  'submission',
  'development',
  'assessment',
  'voting',
  'decision',
  'delivery',
  'evaluation',
] as const

export type PhaseName = (typeof PHASES)[number]

export const PhaseSchema = v.strictObject({
  /** One of information, submission, development, assessment, voting, decision, delivery, evaluation. */
  phase: v.picklist(PHASES, `write one of ${PHASES.join(', ')}`),
  /** The first day, or the minute it starts: 2027-05-03 or 2027-05-03 08:00. */
  from: LocalTimeSchema,
  /** The last day (all of it), or the minute it ends: 2027-05-16 or 2027-05-16 20:00. Leave out for a phase without an end. */
  to: v.optional(LocalTimeSchema),
  /** A line that residents read beside the dates, such as a meeting's place and hour. */
  note: v.optional(lineOf(1, 200)),
})

export type Phase = v.InferOutput<typeof PhaseSchema>

/** A phase as instants; `endsAt` is exclusive, and Infinity where the phase has no end. */
export type Period = {
  readonly phase: PhaseName
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly note: string | undefined
}

/** What is wrong with the dates of phases; empty where nothing is. */
export function phaseFaults(phases: readonly Phase[], timeZone: string): FieldFault[] {
  return phases.flatMap((phase, index) =>
    spanFaults({ name: `phases.${phase.phase}`, at: `phases.${index}` }, phase, timeZone),
  )
}

/** The phases as instants. Throws where phaseFaults would have found something. */
export function periodsOf(phases: readonly Phase[], timeZone: string): Period[] {
  return phases.map(({ phase, from, to, note }) => {
    const start = startOf(from, timeZone)
    const end = to === undefined ? undefined : endOf(to, timeZone)
    if (!start.ok || (end && !end.ok)) throw new RangeError(`unchecked dates in phase ${phase}`)
    return { phase, startsAt: start.value, endsAt: end?.value ?? Infinity, note }
  })
}

/** The period of a phase that is open at `now`. */
export function openPeriodAt(
  periods: readonly Period[],
  phase: PhaseName,
  now: Instant,
): Period | undefined {
  return periods.find((p) => p.phase === phase && p.startsAt <= now && now < p.endsAt)
}

/** The first period of a phase, open or not. */
export function findPeriod(periods: readonly Period[], phase: PhaseName): Period | undefined {
  return periods.find((period) => period.phase === phase)
}
