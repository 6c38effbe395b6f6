/**
 * Answers to ballots of a kiosk: JSON alone, for its page works with a script or not at all.
 *
 * Pure. Invariant: recorded, refused, or not confirmed yet, and the answer says which.
 * Decided in docs/decisions/0027.
 */
import type { Council } from '../domain/council.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { KioskBallot, Vote } from './kiosk-request.ts'
import { makeReader } from './reader.ts'
import { json, problem } from './respond.ts'

/** Casts what was read, and answers 201 with the receipt or why not. */
export async function answerKioskBallot(
  request: Request,
  council: Pick<Council, 'languages' | 'currency' | 'timeZone'>,
  read: Result<KioskBallot, Refusal>,
  cast: (ballot: Vote & Pick<KioskBallot, 'secret'>) => Promise<Result<object, Refusal>>,
): Promise<Response> {
  const reader = makeReader(request, council, read.ok ? read.value.language : undefined)
  if (!read.ok) return problem(reader, read.error)
  const { secret, ballot } = read.value
  const done = ballot.ok ? await cast({ ...ballot.value, secret }) : ballot
  return done.ok ? json(201, done.value) : problem(reader, done.error)
}
