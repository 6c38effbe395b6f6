/**
 * Invites a person to the desk.
 *
 * Talks to the desk's store and randomness. Invariant: the secret of the link is told once, to the clerk who
 * invites, and kept nowhere; whoever comes has the name and the id that were given here. Decided in docs/decisions/0022.
 */
import { deskSecretId, INVITATION, INVITATION_LASTS, personId } from '../../domain/desk-person.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { ok } from '../../domain/result.ts'
import { added } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The secret, for the fragment of a link. */
export const invitePerson: SignedUseCase<'invite-person'> = async (ports, input, visit) => {
  const secret = toBase64url(ports.random.bytes(24))
  const endsAt = ports.clock.now() + INVITATION_LASTS
  const id = deskSecretId('invitation', secret)
  const person = personId(ports.random.bytes(8))
  const value = { ...input, person, by: visit.person.id, endsAt }
  return ok({
    answer: { secret, endsAt, name: input.name, role: input.role },
    changes: [added(INVITATION, { id, value, endsAt })],
    log: { facts: { person, role: input.role } },
  })
}
