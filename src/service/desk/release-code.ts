/**
 * Takes the hold of a stub back at the desk, while the stubs hang on their sheets.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows the batch, never the code.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ok } from '../../domain/result.ts'
import { releaseStub } from '../release-stub.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many the batch still holds. */
export const releaseCode: SignedUseCase<'release-stub'> = (ports, { round, batch, code }) =>
  takeStep(ports, { round, facts: { batch } }, async () => {
    const released = await releaseStub(ports, { roundId: round, batch, token: code })
    return released.ok ? ok({ held: released.value }) : released
  })
