/**
 * Box events: what a clerk did to a vote while it ran, for everyone to read on the board.
 *
 * Pure. Invariant: an event names no code, no ballot and no voter; its time is the clerk's, not a voter's.
 * Decided in docs/decisions/0012.
 */
import * as v from 'valibot'
import { canonicalJson } from './canonical-json.ts'
import { printInstant, type Instant } from './time.ts'

const MOST_LETTERS = 300

const instant = v.pipe(v.string(), v.isoTimestamp())

/** Why voting was interrupted, in a clerk's public words: one line. */
export const ReasonSchema = v.pipe(
  v.string('write a sentence'),
  v.trim(),
  v.minLength(1, 'write a sentence'),
  v.maxLength(MOST_LETTERS, `write at most ${MOST_LETTERS} letters`),
  v.check((text) => !/\p{Cc}/u.test(text), 'write one line'),
)

export const BoxEventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('pause'), at: instant, reason: ReasonSchema }),
  v.strictObject({ kind: v.literal('resume'), at: instant }),
  /** `closesAt`: the new end of voting. */
  v.strictObject({ kind: v.literal('extension'), at: instant, closesAt: instant }),
])

export type BoxEvent = v.InferOutput<typeof BoxEventSchema>

/** Whether a text can stand on the board as the reason of a step. */
export function isReason(text: string | undefined): text is string {
  return v.is(ReasonSchema, text)
}

/** A pause, with its public reason. */
export function pausedAt(at: Instant, reason: string): BoxEvent {
  return { kind: 'pause', at: printInstant(at), reason: reason.trim() }
}

/** The end of a pause. */
export function resumedAt(at: Instant): BoxEvent {
  return { kind: 'resume', at: printInstant(at) }
}

/** A later end of voting. */
export function extendedAt(at: Instant, closesAt: Instant): BoxEvent {
  return { kind: 'extension', at: printInstant(at), closesAt: printInstant(closesAt) }
}

/** An event as the store keeps it, on one line. */
export function printBoxEvent(event: BoxEvent): string {
  return canonicalJson(event)
}

/** Reads it back. Throws on any other text. */
export function parseBoxEvent(text: string): BoxEvent {
  return v.parse(v.pipe(v.string(), v.parseJson(), BoxEventSchema), text)
}
