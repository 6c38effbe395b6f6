/**
 * The state of a round's ballot boxes, and which change leads where.
 *
 * Pure. Invariant: a closed box never opens again, and nothing is counted before it is sealed.
 * Decided in docs/decisions/0003.
 */

export const BOX_STATES = ['draft', 'open', 'paused', 'closed', 'sealed', 'published'] as const

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

/** The version of what is kept in the store; an open round refuses software with another one. */
export const STORE_SCHEMA = 2
