/**
 * Begins to sign up: gives an invited person's browser what it needs to make a passkey.
 *
 * Talks to the desk's store. Invariant: nobody is entered before the passkey was checked.
 * Decided in docs/decisions/0022.
 */
import { personId } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { findInvitation } from './find-invitation.ts'
import { newChallenge } from './new-challenge.ts'
import type { OpenUseCase } from './use-case.ts'

/** The challenge, and what the browser is given with it. */
export const beginSignUp: OpenUseCase<'begin-sign-up'> = async (ports, input) => {
  const invited = await findInvitation(ports, input.secret)
  if (!invited.ok) return invited
  const { name = input.name, person: id = personId(ports.random.bytes(8)) } = invited.value
  const challenge = await newChallenge(ports, { purpose: 'sign-up', person: id })
  const { name: site } = await ports.content.council()
  const options = await ports.passkeys.toMake({ challenge, site, person: { id, name }, known: [] })
  return ok({ answer: { challenge, options } })
}
