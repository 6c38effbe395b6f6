/**
 * Takes back an invitation that was not used yet.
 *
 * Talks to the desk's store. Invariant: of using it and taking it back at once, one is refused.
 * Decided in docs/decisions/0022.
 */
import { INVITATION } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { findRecord, removed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The invitation is gone. */
export const withdrawInvitation: SignedUseCase<'withdraw-invitation'> = async (ports, input) => {
  const found = await findRecord(ports, INVITATION, input.invitation)
  if (found === undefined) return refuseDesk('not-there')
  const { person, role } = found.value
  return ok({ changes: [removed(INVITATION, found)], log: { facts: { person, role } } })
}
