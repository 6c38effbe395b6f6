/**
 * Begins to sign in: gives the browser a challenge for any passkey of this site.
 *
 * Talks to the desk's store. Invariant: says nothing about who has a passkey.
 * Decided in docs/decisions/0022.
 */
import { ok } from '../../domain/result.ts'
import { newChallenge } from './new-challenge.ts'
import type { OpenUseCase } from './use-case.ts'

/** The challenge, and what the browser is given with it. */
export const beginSignIn: OpenUseCase<'begin-sign-in'> = async (ports) => {
  const challenge = await newChallenge(ports, { purpose: 'sign-in' })
  const options = await ports.passkeys.toSign({ challenge, known: [] })
  return ok({ answer: { challenge, options } })
}
