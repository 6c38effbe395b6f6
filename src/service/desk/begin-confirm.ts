/**
 * Begins to ask for the passkey again, before something that cannot be undone.
 *
 * Talks to the desk's store. Invariant: only a passkey of this person is asked for.
 * Decided in docs/decisions/0022.
 */
import { PASSKEY } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { listRecords } from './find-record.ts'
import { newChallenge } from './new-challenge.ts'
import type { SignedUseCase } from './use-case.ts'

/** The challenge, and what the browser is given with it. */
export const beginConfirm: SignedUseCase<'begin-confirm'> = async (ports, _, { person }) => {
  const passkeys = await listRecords(ports, PASSKEY)
  const known = passkeys.filter(({ value }) => value.person === person.id).map(({ id }) => id)
  const challenge = await newChallenge(ports, { purpose: 'confirm', person: person.id })
  return ok({ answer: { challenge, options: await ports.passkeys.toSign({ challenge, known }) } })
}
