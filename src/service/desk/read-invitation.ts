/**
 * Shows an invitation to whom it was given.
 *
 * Talks to the desk's store. Invariant: nothing is used up by looking. Decided in docs/decisions/0022.
 */
import { ok } from '../../domain/result.ts'
import { findInvitation } from './find-invitation.ts'
import type { OpenUseCase } from './use-case.ts'

/** The role, and the name that the clerk wrote. */
export const readInvitation: OpenUseCase<'read-invitation'> = async (ports, { secret }) => {
  const invited = await findInvitation(ports, secret)
  if (!invited.ok) return invited
  const { role, name = '' } = invited.value
  return ok({ answer: { role, name } })
}
