/**
 * Gives the box of a hall up: it does not come, and everyone reads why.
 *
 * Talks to content and the store. Invariant: that of settle-hall.ts. Decided in docs/decisions/0032.
 */
import { ok } from '../../domain/result.ts'
import { giveUpHall } from '../settle-hall.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the hall. */
export const giveUpBox: SignedUseCase<'give-up-hall'> = (ports, { round, hall, reason }) =>
  takeStep(ports, { round, facts: { hall } }, async () => {
    const given = await giveUpHall(ports, round, { hall, reason })
    return given.ok ? ok({ hall: given.value }) : given
  })
