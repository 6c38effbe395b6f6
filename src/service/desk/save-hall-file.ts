/**
 * Gives the sealed box of this laptop's hall as a file, to be carried to the office.
 *
 * Talks to content, the store, the board and keys. Invariant: that of make-hall-file.ts.
 * Decided in docs/decisions/0032.
 */
import { printHallFile } from '../../domain/hall-file.ts'
import { ok } from '../../domain/result.ts'
import { makeHallFile } from '../make-hall-file.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the text, and what the hall's people write on their note; asked again, the same. */
export const saveHallFile: SignedUseCase<'save-hall-file'> = (ports, { round }) =>
  takeStep(ports, { round, ...(ports.hall && { facts: { hall: ports.hall.id } }) }, async () => {
    const made = await makeHallFile(ports, round)
    if (!made.ok) return made
    const { hall, ballots, head, sealedAt } = made.value
    return ok({ hall, file: printHallFile(made.value), ballots: ballots.length, head, sealedAt })
  })
