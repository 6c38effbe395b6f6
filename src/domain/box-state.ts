/**
 * The state of a round's ballot boxes, and which change leads where.
 *
 * Pure. Invariant: a closed box never opens again, and nothing is counted before it is sealed.
 * Decided in docs/decisions/0003.
 */
import type { Instant } from './time.ts'

/** `purged`: codes and ballots are gone for good; the purge itself moves a round there. */
export const BOX_STATES = [
  'draft',
  'open',
  'paused',
  'closed',
  'sealed',
  'published',
  'purged',
] as const

export type BoxState = (typeof BOX_STATES)[number]

/** The changes that a clerk or the timetable makes, each with the states that it may start from. */
export const TRANSITIONS = {
  open: { from: ['draft'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  seal: { from: ['closed'], to: 'sealed' },
  publish: { from: ['sealed'], to: 'published' },
} as const satisfies Record<string, { from: readonly BoxState[]; to: BoxState }>

export type Transition = keyof typeof TRANSITIONS

/** Seconds between the announced end and the close, so that ballots on their way settle first. */
export const CLOSING_GRACE_SECONDS = 120

const DAY = 86_400_000

/** When the time for complaints is over: from then on a round may be purged. */
export function complaintsEndAt(closesAt: Instant, complaintDays: number): Instant {
  return closesAt + complaintDays * DAY
}

/** The schedule leaves a clerk this day to object, and purges then. */
export function purgedFrom(closesAt: Instant, complaintDays: number): Instant {
  return complaintsEndAt(closesAt, complaintDays) + DAY
}

/** The version of what is kept in the store; an open round refuses software with another one. */
export const STORE_SCHEMA = 3
