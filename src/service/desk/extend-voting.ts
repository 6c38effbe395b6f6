/**
 * Extends voting to a later end.
 *
 * Talks to content and the ballot box. Invariant: an end only ever moves later.
 * Decided in docs/decisions/0003 and 0022.
 */
import { ok } from '../../domain/result.ts'
import { extendRound } from '../extend-round.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the new end as an instant. */
export const extendVoting: SignedUseCase<'extend-voting'> = (ports, { round, to }) =>
  takeStep(ports, { round }, async () => {
    const extended = await extendRound(ports, round, to)
    return extended.ok ? ok({ closesAt: extended.value }) : extended
  })
