/**
 * What the git host says, where it says anything: for what is shown with or without it.
 *
 * Pure over what it is given. Invariant: only a silent git host is passed over; every other fault goes on.
 */
import { PublishFailed } from '../domain/fault.ts'

/** Undefined where the git host does not answer. */
export async function ifAnswered<Said>(ask: () => Promise<Said>): Promise<Said | undefined> {
  try {
    return await ask()
  } catch (fault) {
    if (fault instanceof PublishFailed) return undefined
    throw fault
  }
}
