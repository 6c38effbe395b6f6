/**
 * The state of a letter: what a look-up by its serial tells.
 *
 * Pure. Invariant: whether a code was used, never for what. Decided in docs/decisions/0024.
 */
import * as v from 'valibot'

/** `held`: its ballot on paper waits to be boxed. `reserve`: it was never sent to anybody. */
export const LETTER_STATES = ['unused', 'voted', 'held', 'revoked', 'reserve'] as const

export type LetterState = (typeof LETTER_STATES)[number]

const AnswerSchema = v.object({ state: v.picklist(LETTER_STATES) })

/** Reads the desk's answer; undefined where it is none. */
export function parseLetterState(answer: unknown): LetterState | undefined {
  const parsed = v.safeParse(AnswerSchema, answer)
  return parsed.success ? parsed.output.state : undefined
}
