/**
 * Begins to add another passkey for somebody who signed in: a second device, or a key in a safe.
 *
 * Talks to the desk's store. Invariant: a device that has one already is told so by the browser.
 * Decided in docs/decisions/0022.
 */
import { PASSKEY } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { listRecords } from './find-record.ts'
import { newChallenge } from './new-challenge.ts'
import type { SignedUseCase } from './use-case.ts'

/** The challenge, and what the browser is given with it. */
export const beginPasskey: SignedUseCase<'begin-passkey'> = async (ports, _, { person }) => {
  const { id } = person
  const passkeys = await listRecords(ports, PASSKEY)
  const known = passkeys.filter(({ value }) => value.person === id).map((each) => each.id)
  const challenge = await newChallenge(ports, { purpose: 'passkey', person: id })
  const { name: site } = await ports.content.council()
  const given = { challenge, site, person: { id, name: person.value.name }, known }
  return ok({ answer: { challenge, options: await ports.passkeys.toMake(given) } })
}
