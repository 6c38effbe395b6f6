/**
 * Holds the code on a stub that was scanned at the desk.
 *
 * Talks to content, keys, limiter and the ballot box. Invariant: the log knows the batch, never the code; codes that
 * nobody issued are noted by session. Decided in docs/decisions/0025, 0026 and 0027.
 */
import { refuse } from '../../domain/refusal.ts'
import { ok } from '../../domain/result.ts'
import { holdStub } from '../hold-stub.ts'
import { noteGuess } from '../note-guess.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many the batch holds. */
export const holdCode: SignedUseCase<'hold-stub'> = (ports, { round, batch, code }, visit) =>
  takeStep(ports, { round, facts: { batch } }, async () => {
    const held = await holdStub(ports, { roundId: round, batch, token: code })
    if (held.ok) return ok({ held: held.value })
    const isGuess = held.error.code === 'stub-unknown'
    return isGuess && !(await noteGuess(ports, round, visit.session.id))
      ? refuse('too-many-requests')
      : held
  })
