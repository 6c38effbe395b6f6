/**
 * Takes the box of a hall in, from the file that its laptop saved.
 *
 * Talks to content, the store and keys. Invariant: that of settle-hall.ts. Decided in docs/decisions/0032.
 */
import { readHallFile } from '../../domain/hall-file.ts'
import { ok } from '../../domain/result.ts'
import { takeInHall } from '../settle-hall.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the hall. */
export const takeInBox: SignedUseCase<'take-in-hall'> = (ports, { round, file }) => {
  const hall = readHallFile(file)?.hall
  return takeStep(ports, { round, ...(hall && { facts: { hall } }) }, async () => {
    const taken = await takeInHall(ports, round, file)
    return taken.ok ? ok({ hall: taken.value }) : taken
  })
}
