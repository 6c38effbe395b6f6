/**
 * Holds the code on a stub that was scanned at the desk.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows the batch, never the code.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ok } from '../../domain/result.ts'
import { holdStub } from '../hold-stub.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many the batch holds. */
export const holdCode: SignedUseCase<'hold-stub'> = (ports, { round, batch, code }) =>
  takeStep(ports, { round, facts: { batch } }, async () => {
    const held = await holdStub(ports, { roundId: round, batch, token: code })
    return held.ok ? ok({ held: held.value }) : held
  })
