/**
 * Moments: what can be said about a round at any time, each with the time in which it is true.
 *
 * Pure; made at build time for all times, chosen in the browser by the clock. Invariant: the moments of
 * a round cover all time without overlap. Decided in docs/decisions/0001.
 */
import { findPeriod, type Period } from '../domain/phase.ts'
import { printInstant, type Instant } from '../domain/time.ts'
import { inRound, type Reader } from './reader.ts'

/** What a reader can do at a moment; one main action a page. */
export type Action = 'propose' | 'vote' | 'read'

export type Moment = {
  readonly text: string
  readonly action: Action
  /** Whether something is open now. */
  readonly open: boolean
  /** ISO instants; undefined at the two ends of time. */
  readonly startsAt: string | undefined
  readonly endsAt: string | undefined
}

type Step = Omit<Moment, 'startsAt' | 'endsAt'> & { readonly until: Instant }

/** The moments of a round before its result is out, in order. */
export function momentsOf(periods: readonly Period[], reader: Reader): readonly Moment[] {
  const told = inRound(reader, periods)
  const steps = [...submissionSteps(periods, told), ...votingSteps(periods, told)]
  const last = votes(periods) ? reader.words.moments.over : reader.words.moments.closed
  const all = [...steps, { text: last, action: 'read', open: false, until: Infinity } as const]
  return all.map(({ until, ...moment }, index) => ({
    ...moment,
    startsAt: iso(all[index - 1]?.until ?? -Infinity),
    endsAt: iso(until),
  }))
}

function submissionSteps(periods: readonly Period[], { words, format }: Reader): Step[] {
  const submission = findPeriod(periods, 'submission')
  if (!submission) return []
  const { startsAt, endsAt } = submission
  const opens = words.moments.opensSubmission(format.begins(startsAt))
  const open = words.moments.submission(format.until(endsAt))
  return [
    { text: opens, action: 'read', open: false, until: startsAt },
    { text: open, action: 'propose', open: true, until: endsAt },
  ]
}

function votingSteps(periods: readonly Period[], { words, format }: Reader): Step[] {
  const voting = findPeriod(periods, 'voting')
  if (!voting) return []
  const { startsAt, endsAt } = voting
  const between = words.moments.between(format.begins(startsAt))
  const open = words.moments.voting(format.until(endsAt))
  return [
    { text: between, action: 'read', open: false, until: startsAt },
    { text: open, action: 'vote', open: true, until: endsAt },
  ]
}

function votes(periods: readonly Period[]): boolean {
  return findPeriod(periods, 'voting') !== undefined
}

/** An instant as attributes hold it; undefined where there is no such end. */
export function iso(at: Instant): string | undefined {
  return Number.isFinite(at) ? printInstant(at) : undefined
}
