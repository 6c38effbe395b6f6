/**
 * The timeline: the phases of a round as a reader sees them.
 *
 * Pure. Invariant: every phase says its dates, also where no script runs. Decided in docs/decisions/0001.
 */
import type { Period } from '../domain/phase.ts'
import { iso } from './moments.ts'
import { inRound, type Reader } from './reader.ts'

export type TimelineStep = {
  readonly name: string
  readonly dates: string
  readonly note: string | undefined
  readonly startsAt: string | undefined
  readonly endsAt: string | undefined
}

/** The steps of a timeline, in order. */
export function timelineOf(periods: readonly Period[], reader: Reader): readonly TimelineStep[] {
  const { words, format } = inRound(reader, periods)
  return periods.map(({ phase, startsAt, endsAt, note }) => ({
    name: words.phases[phase],
    dates: Number.isFinite(endsAt)
      ? format.period(startsAt, endsAt)
      : words.moments.from(format.day(startsAt)),
    note,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
  }))
}
